#include "reporters/markdown_text.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <vector>

namespace docs_lint::reporters {
namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// At most so many code points, on one line.
std::string visible(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t points = 0; at < text.size() && points < kMostOfAText; ++points)
        at += base::decode_code_point(text.substr(at)).size;
    return base::escape_invisible(text.substr(0, at)) + (at < text.size() ? " … (cut)" : "");
}

std::size_t longest_run_of_backticks(std::string_view text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char byte : text) {
        run = byte == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// A code span is the one place that Markdown and all that GitHub does after it leave alone. Of a blank at
/// both ends one is taken away, and a backtick at an end would join the fence.
std::string code_span(std::string_view text) {
    const std::string fence(longest_run_of_backticks(text) + 1, '`');
    const auto needs_blank = [](char byte) { return byte == '`' || byte == ' '; };
    const bool padded = needs_blank(text.front()) || needs_blank(text.back());
    const std::string_view padding = padded ? " " : "";
    return fence + std::string(padding) + std::string(text) + std::string(padding) + fence;
}

/// No backslash makes `\|` a part of a table's cell, so that bars stand between spans.
std::string code_of(std::string_view visible_text) {
    std::string code;
    bool first = true;
    for (const std::string_view part : base::split(visible_text, '|')) {
        if (!first) code += "&#124;";
        first = false;
        if (!part.empty())
            code += part.find_first_not_of(' ') == std::string_view::npos ? part : code_span(part);
    }
    return code;
}

/// Seven hexadecimal digits and more become links to commits.
bool is_like_a_commit(std::string_view word) {
    std::size_t run = 0;
    for (const char byte : word) {
        const bool hexadecimal =
            is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
        run = hexadecimal ? run + 1 : 0;
        if (run == 7) return true;
    }
    return false;
}

bool is_plain(char byte) {
    constexpr std::string_view kPunctuation = ".,;'\"()/-?!%+=";
    return is_letter(byte) || is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80 ||
           kPunctuation.find(byte) != std::string_view::npos;
}

/// GitHub sees nothing but letters in it. A colon at the end is one of ours.
bool is_word(std::string_view word) {
    if (word.ends_with(':')) word.remove_suffix(1);
    return std::all_of(word.begin(), word.end(), is_plain) && !is_like_a_commit(word) &&
           !base::find_ignoring_case(word, "www.") && !base::find_ignoring_case(word, "gh-");
}

/// What a single backtick at both ends encloses is code already: another fence would show the backticks.
std::string_view without_own_fence(std::string_view word) {
    if (word.size() < 3 || !word.starts_with('`') || !word.ends_with('`')) return word;
    const std::string_view enclosed = word.substr(1, word.size() - 2);
    const bool blank = enclosed.find_first_not_of(' ') == std::string_view::npos;
    return blank || enclosed.find('`') != std::string_view::npos ? word : enclosed;
}

/// A word as code, with what belongs to the sentence outside.
std::string code_in_prose(std::string_view word) {
    const std::size_t begin = std::min(word.find_first_not_of("(\"'"), word.size() - 1);
    const std::size_t last = word.find_last_not_of(",.;)\"'");
    const std::size_t end = last == std::string_view::npos || last < begin ? word.size() : last + 1;
    std::string prose(word.substr(0, begin));
    return prose.append(code_of(without_own_fence(word.substr(begin, end - begin)))).append(word.substr(end));
}

/// The word that begins there: up to the next blank that does not stand between two backticks.
std::string_view next_word(std::string_view text) {
    std::size_t end = std::min(text.find(' '), text.size());
    while (std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '`') % 2 != 0) {
        const std::size_t closing = text.find('`', end);
        if (closing == std::string_view::npos) break;
        end = std::min(text.find(' ', closing), text.size());
    }
    return text.substr(0, end);
}

} // namespace

std::string markdown_code(std::string_view text) {
    return text.empty() ? std::string{} : code_of(visible(text));
}

std::string markdown_prose(std::string_view text) {
    const std::string shown = visible(text);
    std::string prose;
    for (std::string_view rest = shown; !rest.empty();) {
        const std::string_view word = next_word(rest);
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        if (word.empty()) continue;
        if (!prose.empty()) prose += ' ';
        prose += is_word(word) ? std::string(word) : code_in_prose(word);
    }
    return prose;
}

} // namespace docs_lint::reporters
