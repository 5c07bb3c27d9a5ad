#include "policy/expression.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <mutex>
#include <re2/re2.h>
#include <string>
#include <utility>

namespace docs_lint::policy {
namespace {

constexpr std::int64_t kLargestProgram = 1 << 20;
constexpr std::size_t kLongestExpression = 1000;
constexpr int kMostSteps = 2000; ///< of a program: what one character of a text may cost at the worst

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

struct Expression::Program {
    explicit Program(std::string_view written, std::unique_ptr<const re2::RE2> program = nullptr)
        : text(written), compiled(std::move(program)) {}

    std::string text;
    std::once_flag once;
    std::unique_ptr<const re2::RE2> compiled; ///< null: nobody has asked yet
};

base::Result<Expression> Expression::parse(std::string_view text) {
    using base::ErrorKind;
    if (text.size() > kLongestExpression)
        return base::fail(ErrorKind::configuration,
                          fmt::format("the pattern is longer than {} bytes", kLongestExpression),
                          "split it into several");
    auto program = std::make_unique<const re2::RE2>(piece(text), options());
    if (!program->ok())
        return base::fail(ErrorKind::configuration,
                          fmt::format("the pattern cannot be used: {}", program->error()),
                          "patterns are written in RE2's syntax");
    if (const int steps = std::max(program->ProgramSize(), program->ReverseProgramSize()); steps > kMostSteps)
        return base::fail(ErrorKind::configuration,
                          fmt::format("the pattern needs {} steps, more than {}", steps, kMostSteps),
                          "count fewer repetitions, or split it into several");
    if (re2::RE2::PartialMatch("", *program))
        return base::fail(ErrorKind::configuration, "the pattern matches the empty text, and so everything",
                          "make at least one character necessary");
    Expression expression;
    expression.program_ = std::make_shared<Program>(text, std::move(program));
    return expression;
}

Expression Expression::known(std::string_view text) {
    Expression expression;
    expression.program_ = std::make_shared<Program>(text);
    return expression;
}

const re2::RE2& Expression::program() const {
    std::call_once(program_->once, [this] { // documents are judged by several threads
        if (program_->compiled == nullptr)
            program_->compiled = std::make_unique<const re2::RE2>(piece(program_->text), options());
    });
    return *program_->compiled;
}

std::optional<base::Span> Expression::find(std::string_view text, std::size_t from) const {
    re2::StringPiece found;
    while (from < text.size() &&
           program().Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, &found, 1)) {
        const auto begin = static_cast<std::size_t>(found.data() - text.data());
        if (!found.empty()) return base::Span{begin, begin + found.size()};
        from = begin + 1;
    }
    return std::nullopt;
}

std::optional<Expression::Match> Expression::match(std::string_view text, std::size_t from) const {
    const auto whole = find(text, from);
    if (!whole) return std::nullopt;
    std::vector<re2::StringPiece> caught(static_cast<std::size_t>(program().NumberOfCapturingGroups()) + 1);
    program().Match(piece(text), whole->begin, text.size(), re2::RE2::ANCHOR_START, caught.data(),
                    static_cast<int>(caught.size()));
    Match match{*whole, {}};
    for (const auto& [name, number] : program().NamedCapturingGroups())
        match.groups[name] = std::string(caught[static_cast<std::size_t>(number)]);
    return match;
}

const std::string& Expression::text() const {
    return program_->text;
}

std::vector<std::string> Expression::group_names() const {
    std::vector<std::string> names;
    for (const auto& [name, number] : program().NamedCapturingGroups()) names.push_back(name);
    return names;
}

bool Expression::found_in(std::string_view text) const {
    return re2::RE2::PartialMatch(piece(text), program());
}

bool Expression::matches_whole(std::string_view text) const {
    return re2::RE2::FullMatch(piece(text), program());
}

std::vector<Expression::Match> Expression::find_all(std::string_view text) const {
    std::vector<Match> matches;
    for (auto next = match(text); next; next = match(text, next->whole.end)) matches.push_back(*next);
    return matches;
}

} // namespace docs_lint::policy
