#include "cli/rule_pages.hpp"

#include "base/file.hpp"
#include "base/text.hpp"

#include <string_view>
#include <system_error>

namespace docs_lint::cli {
namespace {

constexpr std::size_t kLongestPage = 1'000'000;
constexpr std::string_view kExample = "## Example: ";

/// Of each link its text alone.
std::string without_links(std::string_view line) {
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t close = line[at] == '[' ? line.find("](", at) : std::string_view::npos;
        const std::size_t end = close == std::string_view::npos ? close : line.find(')', close);
        if (end == std::string_view::npos) {
            text += line[at++];
            continue;
        }
        text += line.substr(at + 1, close - at - 1);
        at = end + 1;
    }
    return text;
}

bool is_fence_of_page(std::string_view line) {
    return line.starts_with("```");
}

} // namespace

std::string rule_pages_of(const std::filesystem::path& program) {
    if (program.empty()) return {};
    const auto pages = program.parent_path().parent_path() / "share" / "doc" / "docs-lint" / "rules" / "docs";
    std::error_code failed;
    return std::filesystem::is_directory(pages, failed) ? pages.string() : std::string{};
}

std::vector<std::string> first_example(std::string_view page) {
    std::vector<std::string> lines;
    bool in_code = false;
    for (const std::string_view line : base::split(page, '\n')) {
        const bool is_title = !in_code && line.starts_with(kExample);
        if (is_title && !lines.empty()) break;
        if (is_fence_of_page(line)) in_code = !in_code;
        if (is_title)
            lines.emplace_back(line.substr(kExample.size()));
        else if (!lines.empty() && !is_fence_of_page(line))
            lines.push_back(in_code ? std::string(line) : without_links(line));
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

std::vector<std::string> first_example_of(const std::string& rule, const std::string& pages) {
    const auto page = base::read_file(pages + "/" + rule + ".md", kLongestPage);
    return page ? first_example(*page) : std::vector<std::string>{};
}

} // namespace docs_lint::cli
