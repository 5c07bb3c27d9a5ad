#include "policy/problems.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace docs_lint::policy {
namespace {

constexpr std::size_t kMostShown = 100;
constexpr std::size_t kMostSuggested = 24;

std::string with_hint(std::string what, std::string_view hint) {
    return hint.empty() ? std::move(what) : fmt::format("{}; {}", what, hint);
}

} // namespace

std::string suggest(std::string_view written, const std::vector<std::string>& known) {
    if (known.empty()) return "there is none";
    if (const auto nearest = base::nearest_name(written, known))
        return fmt::format("did you mean \"{}\"?", *nearest);
    if (known.size() > kMostSuggested) return {};
    return fmt::format("it may be {}", base::list_in_words(known, "or"));
}

void Problems::add(const Setting& at, std::string what, std::string_view hint) {
    found_.push_back(
        {at.file ? *at.file : std::string(), at.line, at.column, with_hint(std::move(what), hint)});
}

void Problems::add_unknown(const Setting& at, std::string_view what, std::string_view written,
                           const std::vector<std::string>& known) {
    add(at, fmt::format("unknown {} \"{}\"", what, written), suggest(written, known));
}

void Problems::add(const base::Error& error) {
    found_.push_back({{}, 0, 0, with_hint(error.message, error.help)});
}

base::Error Problems::to_error() const {
    auto sorted = found_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& left, const Problem& right) {
        return std::tie(left.file, left.line, left.column) < std::tie(right.file, right.line, right.column);
    });
    std::string lines;
    for (std::size_t i = 0; i < std::min(sorted.size(), kMostShown); ++i) {
        const Problem& problem = sorted[i];
        if (i > 0) lines += '\n';
        if (!problem.file.empty())
            lines += fmt::format("{}:{}:{}: ", problem.file, problem.line, problem.column);
        lines += problem.text;
    }
    if (sorted.size() > kMostShown)
        lines += fmt::format("\nand {} more", base::count_of(sorted.size() - kMostShown, "problem"));
    return {base::ErrorKind::configuration, lines,
            "correct these lines; nothing is judged by rules that cannot be read"};
}

} // namespace docs_lint::policy
