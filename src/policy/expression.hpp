#pragma once

#include "base/result.hpp"
#include "base/span.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace docs_lint::policy {

/// A regular expression of a pack: RE2, without case, of limited size. The only place that sets RE2's options
/// for what packs and teams write.
class Expression {
public:
    /// The error's message is RE2's own; its help says what to do. An expression that matches the empty text
    /// would match everything and is refused.
    static base::Result<Expression> parse(std::string_view text);

    [[nodiscard]] bool found_in(std::string_view text) const;
    [[nodiscard]] bool matches_whole(std::string_view text) const;

    /// One place that it matches, and what its named groups hold there.
    struct Match {
        base::Span span;
        std::map<std::string, std::string> groups;
    };
    /// Every place, from left to right, none over another.
    [[nodiscard]] std::vector<Match> find_all(std::string_view text) const;

private:
    std::shared_ptr<const re2::RE2> program_;
};

} // namespace docs_lint::policy
