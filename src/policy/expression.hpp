#pragma once

#include "base/result.hpp"
#include "base/span.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace docs_lint::policy {

/// A regular expression of a pack: RE2, without case, of limited size (its text, its program and its memory).
/// The only place that sets RE2's options for what packs and teams write.
class Expression {
public:
    /// The error's message is RE2's own; its help says what to do. An expression that matches the empty text
    /// would match everything and is refused.
    static base::Result<Expression> parse(std::string_view text);

    /// One that is known to be right, as those of the built-in packs are: it is compiled when it is first
    /// asked, which most are not in a run that judges a few documents. A wrong one matches nothing.
    static Expression known(std::string_view text);

    /// The first match at or behind `from` that is not empty.
    [[nodiscard]] std::optional<base::Span> find(std::string_view text, std::size_t from = 0) const;

    /// What the named groups caught in the first match at or behind `from`; nothing where there is none.
    struct Match {
        base::Span whole;
        std::map<std::string, std::string> groups;
    };
    [[nodiscard]] std::optional<Match> match(std::string_view text, std::size_t from = 0) const;

    /// Names of the groups `(?P<name>...)`, sorted.
    [[nodiscard]] std::vector<std::string> group_names() const;

    [[nodiscard]] bool found_in(std::string_view text) const;
    [[nodiscard]] bool matches_whole(std::string_view text) const;

    /// It was parsed; one that was only declared must not be asked anything else.
    [[nodiscard]] bool is_set() const { return program_ != nullptr; }

    [[nodiscard]] const std::string& text() const; ///< as it was written
    /// Every place, from left to right, none over another.
    [[nodiscard]] std::vector<Match> find_all(std::string_view text) const;

private:
    struct Program;
    [[nodiscard]] const re2::RE2& program() const;

    std::shared_ptr<Program> program_;
};

} // namespace docs_lint::policy
