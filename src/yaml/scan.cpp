#include "yaml/scan.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

namespace docs_lint::yaml {
namespace {

constexpr std::size_t kLargestText = 1'000'000;
constexpr std::size_t kLongestLine = 10'000;

std::string_view without_line_ending(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// How many bytes at the front people see as they are written.
std::size_t visible_prefix(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size()) {
        const std::size_t size = base::decode_code_point(line.substr(at)).size;
        const std::string_view character = line.substr(at, size);
        if (base::escape_invisible(character) != character) return at;
        at += size;
    }
    return at;
}

std::optional<Refusal> find_refused_in_line(std::string_view line, std::size_t number) {
    if (line.size() > kLongestLine)
        return Refusal{number, kLongestLine + 1,
                       fmt::format("the line is longer than {} bytes", kLongestLine),
                       "break it into several lines"};
    if (line.starts_with('%'))
        return Refusal{number, 1, "directives are not allowed", "leave the line out, or quote the value"};
    if (const auto tab = line.find('\t'); tab != std::string_view::npos)
        return Refusal{number, tab + 1, "tabs are not allowed", "indent and separate with blanks"};
    const bool plain = base::escape_invisible(line) == line;
    if (plain) return std::nullopt;
    const std::size_t at = visible_prefix(line);
    const std::size_t size = at < line.size() ? base::decode_code_point(line.substr(at)).size : 0;
    return Refusal{
        number, at + 1,
        fmt::format("the character {} is not allowed", base::escape_invisible(line.substr(at, size))),
        "remove it; configuration must look like what it says"};
}

} // namespace

std::optional<Refusal> find_refused_text(std::string_view text) {
    if (text.size() > kLargestText)
        return Refusal{1, 1, fmt::format("the file is larger than {} bytes", kLargestText), "split it"};
    std::size_t number = 0;
    for (const std::string_view line : base::split(text, '\n'))
        if (auto refusal = find_refused_in_line(without_line_ending(line), ++number)) return refusal;
    return std::nullopt;
}

} // namespace docs_lint::yaml
