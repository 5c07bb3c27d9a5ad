#pragma once

#include "base/result.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::base {

/// A pattern over repository paths, matched whole and with case:
///   `*`       any characters but `/`
///   `**/`     any number of folders, also none;  `/**` everything below
///   `?`       one character but `/`
///   `{name}`  one or more characters but `/`, as few as possible, which the match gives back under that name
///   `{id}`    an item's id: words that end in a number (`DEF-042`, `BLG-TECH-01`), or all up to the next
///   hyphen
/// All other characters stand for themselves, blanks and `&` included.
class PathPattern {
public:
    /// The pattern must not be empty and its braces must be closed.
    static Result<PathPattern> parse(std::string_view text);

    [[nodiscard]] bool matches(std::string_view path) const;

    /// What the placeholders stood for, or nothing where the path does not match.
    [[nodiscard]] std::optional<std::map<std::string, std::string>> match(std::string_view path) const;

    /// Every path that matches begins with this.
    [[nodiscard]] bool begins_with(std::string_view front) const;

    /// A match would say what stands in the place of `{name}`.
    [[nodiscard]] bool has_placeholder(std::string_view name) const;

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    struct Program;

    /// Only what has both ends is given to the program, which for most paths is not even compiled.
    [[nodiscard]] std::optional<std::string_view> between_ends(std::string_view path) const;

    std::string text_;
    std::string literal_prefix_;  ///< what every matching path begins with
    std::string literal_suffix_;  ///< what every matching path ends in
    bool takes_anything_ = false; ///< `folder/**`: whatever lies between the ends
    std::shared_ptr<Program> program_;
};

} // namespace docs_lint::base
