#include "policy/expression.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::policy {
namespace {

constexpr std::int64_t kLargestProgram = 1 << 20;
constexpr std::size_t kLongestExpression = 1000;

re2::RE2::Options options() {
    re2::RE2::Options chosen;
    chosen.set_log_errors(false);
    chosen.set_case_sensitive(false);
    chosen.set_max_mem(kLargestProgram);
    return chosen;
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

} // namespace

base::Result<Expression> Expression::parse(std::string_view text) {
    using base::ErrorKind;
    if (text.size() > kLongestExpression)
        return base::fail(ErrorKind::configuration,
                          fmt::format("the pattern is longer than {} bytes", kLongestExpression),
                          "split it into several");
    auto program = std::make_shared<const re2::RE2>(piece(text), options());
    if (!program->ok())
        return base::fail(ErrorKind::configuration,
                          fmt::format("the pattern cannot be used: {}", program->error()),
                          "patterns are written in RE2's syntax");
    if (re2::RE2::PartialMatch("", *program))
        return base::fail(ErrorKind::configuration, "the pattern matches the empty text, and so everything",
                          "make at least one character necessary");
    Expression expression;
    expression.program_ = std::move(program);
    return expression;
}

bool Expression::found_in(std::string_view text) const {
    return re2::RE2::PartialMatch(piece(text), *program_);
}

bool Expression::matches_whole(std::string_view text) const {
    return re2::RE2::FullMatch(piece(text), *program_);
}

std::vector<Expression::Match> Expression::find_all(std::string_view text) const {
    const int groups = program_->NumberOfCapturingGroups() + 1;
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups));
    std::vector<Match> matches;
    std::size_t from = 0;
    while (from < text.size() &&
           program_->Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, found.data(), groups)) {
        const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
        Match match{{begin, begin + found[0].size()}, {}};
        for (const auto& [name, index] : program_->NamedCapturingGroups())
            match.groups[name] = std::string(found[static_cast<std::size_t>(index)]);
        from = std::max(match.span.end, begin + 1);
        matches.push_back(std::move(match));
    }
    return matches;
}

} // namespace docs_lint::policy
