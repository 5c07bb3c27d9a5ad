#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace docs_lint::base {
namespace {

bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

char to_lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

char to_upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

bool is_word_byte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           value >= 0x80;
}

/// An em dash, an en dash or an arrow, of three bytes each.
bool begins_with_dash(std::string_view text) {
    return text.front() == '\xE2' &&
           (text.starts_with("—") || text.starts_with("–") || text.starts_with("→"));
}

} // namespace

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size() && is_blank(text[begin])) ++begin;
    if (begin == text.size()) return text.substr(0, 0);
    std::size_t end = text.size();
    while (is_blank(text[end - 1])) --end;
    return text.substr(begin, end - begin);
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), to_lower);
    return lowered;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return to_lower(a) == to_lower(b); });
}

std::optional<std::size_t> find_ignoring_case(std::string_view text, std::string_view part,
                                              std::size_t from) {
    if (from > text.size()) return std::nullopt;
    if (part.empty()) return from;
    const char lower = to_lower(part.front());
    const char upper = to_upper(part.front());
    // Both are looked for by themselves, which is quick; one of them is rare.
    std::size_t next_lower = text.find(lower, from);
    std::size_t next_upper = upper == lower ? text.npos : text.find(upper, from);
    for (;;) {
        const std::size_t at = std::min(next_lower, next_upper);
        if (at == text.npos || part.size() > text.size() - at) return std::nullopt;
        if (equals_ignoring_case(text.substr(at, part.size()), part)) return at;
        std::size_t& next = next_lower < next_upper ? next_lower : next_upper;
        next = text.find(text[at], at + 1);
    }
}

bool contains_word(std::string_view text, std::string_view part) {
    for (auto at = find_ignoring_case(text, part); at; at = find_ignoring_case(text, part, *at + 1)) {
        const std::size_t end = *at + part.size();
        const bool starts = *at == 0 || !is_word_byte(text[*at - 1]);
        if (starts && (end == text.size() || !is_word_byte(text[end]))) return true;
    }
    return false;
}

std::string collapse_blanks(std::string_view text) {
    std::string collapsed;
    for (const char byte : trim(text)) {
        if (!is_blank(byte))
            collapsed += byte;
        else if (collapsed.back() != ' ')
            collapsed += ' ';
    }
    return collapsed;
}

std::string normalise_name(std::string_view text) {
    std::string kept(text.size(), ' '); // a blank stands for at least one byte: it never grows
    std::size_t size = 0;
    bool apart = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool dash = begins_with_dash(text.substr(at));
        if (dash || !is_word_byte(text[at])) {
            apart = true;
            at += dash ? 2 : 0;
            continue;
        }
        if (apart && size > 0) kept[size++] = ' ';
        apart = false;
        kept[size++] = to_lower(text[at]);
    }
    kept.resize(size);
    return kept;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::string list_in_words(const std::vector<std::string>& names, std::string_view last_joint) {
    if (names.empty()) return {};
    if (names.size() == 1) return names.front();
    return fmt::format("{} {} {}", fmt::join(names.begin(), names.end() - 1, ", "), last_joint, names.back());
}

std::string count_of(std::size_t count, std::string_view singular) {
    return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t substituted = diagonal + (left[i - 1] == right[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

std::optional<std::string> nearest_name(std::string_view wanted, const std::vector<std::string>& names) {
    std::optional<std::string> nearest;
    std::size_t least = std::max<std::size_t>(2, wanted.size() / 3) + 1;
    for (const std::string& name : names) {
        const std::size_t distance = edit_distance(lower(wanted), lower(name));
        if (distance >= least) continue;
        least = distance;
        nearest = name;
    }
    return nearest;
}

} // namespace docs_lint::base
