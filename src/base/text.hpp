#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::base {

/// Without blanks, tabs and line endings at both ends.
std::string_view trim(std::string_view text);

/// ASCII letters to lower case, all other bytes as they are.
std::string lower(std::string_view text);

/// Equal but for the case of ASCII letters.
bool equals_ignoring_case(std::string_view left, std::string_view right);

/// Where `part` begins in `text`, the case of ASCII letters apart; at or behind `from`.
std::optional<std::size_t> find_ignoring_case(std::string_view text, std::string_view part,
                                              std::size_t from = 0);

/// `part` stands in `text` as a whole word: no ASCII letter, digit or byte above 0x7F touches it.
bool contains_word(std::string_view text, std::string_view part);

/// Runs of blanks become one blank; none at the ends.
std::string collapse_blanks(std::string_view text);

/// Trimmed, lower case, blanks collapsed, punctuation and dashes dropped: for comparing names and titles.
std::string normalise_name(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

/// `a, b and c`; empty for no names.
std::string list_in_words(const std::vector<std::string>& names, std::string_view last_joint = "and");

/// `1 commit`, `2 commits`.
std::string count_of(std::size_t count, std::string_view singular);

/// How many bytes have to be put in, taken out or replaced to make one text of the other.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The name that differs least from `wanted`, if it is near enough to be a slip of the pen.
std::optional<std::string> nearest_name(std::string_view wanted, const std::vector<std::string>& names);

} // namespace docs_lint::base
