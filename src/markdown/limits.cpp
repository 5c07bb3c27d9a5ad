#include "markdown/limits.hpp"

#include "base/text.hpp"
#include "markdown/characters.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <unordered_map>

namespace docs_lint::markdown {
namespace {

constexpr std::size_t kTabStop = 4;
constexpr std::size_t kLabelBytes = 1000;
// cmark-gfm copies destination and title of a definition for each use of it.
constexpr std::size_t kCopiedBytes = std::size_t{32} << 20;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

std::size_t marker_size(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == '>') return 1;
    const bool bullet = text[0] == '-' || text[0] == '*' || text[0] == '+';
    std::size_t digits = 0;
    while (digits < text.size() && digits < 9 && is_digit(text[digits])) ++digits;
    const bool ordered = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    if (!bullet && !ordered) return 0;
    const std::size_t size = bullet ? 1 : digits + 1;
    return size == text.size() || is_blank(text[size]) ? size : 0;
}

bool is_thematic_break(std::string_view text) {
    const char mark = text.empty() ? '\0' : text[0];
    if (mark != '-' && mark != '*') return false;
    return std::count(text.begin(), text.end(), mark) >= 3 &&
           std::all_of(text.begin(), text.end(), [mark](char c) { return c == mark || is_blank(c); });
}

struct Nesting {
    std::size_t containers = 0;
    std::size_t last_column = 0;
};

Nesting nesting_of(std::string_view line, std::size_t enough) {
    Nesting nesting;
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size() && nesting.containers <= enough;) {
        if (is_blank(line[at])) {
            column += line[at] == '\t' ? kTabStop - column % kTabStop : 1;
            ++at;
            continue;
        }
        const std::size_t size = marker_size(line.substr(at));
        if (size == 0 || is_thematic_break(line.substr(at))) break;
        ++nesting.containers;
        nesting.last_column = column + 1;
        at += size;
        column += size;
    }
    return nesting;
}

std::optional<base::Error> find_deep_line(const SourceLines& lines, const Limits& limits) {
    for (std::size_t number = 1; number <= lines.count(); ++number) {
        const Nesting nesting = nesting_of(lines.line(number), limits.containers_in_line);
        if (nesting.containers > limits.containers_in_line) {
            return past_limit("the number of block quote and list markers in one line", number,
                              limits.containers_in_line);
        }
        if (nesting.last_column > limits.container_column) {
            return past_limit("the column of a block quote or list marker", number, limits.container_column);
        }
    }
    return std::nullopt;
}

std::size_t end_of_destination(std::string_view text, std::size_t at) {
    const bool pointed = at < text.size() && text[at] == '<';
    while (at < text.size() && (pointed ? text[at] != '>' && text[at] != '\n' : !is_space(text[at]))) ++at;
    return at;
}

/// Finds the next occurrence of a character from ever greater offsets, in linear time over all calls.
class NextOf {
public:
    NextOf(std::string_view text, std::string_view wanted) : text_(text), wanted_(wanted) {}

    std::size_t from(std::size_t at) {
        if (!known_ || next_ < at) next_ = std::min(text_.find(wanted_, at), text_.size());
        known_ = true;
        return next_;
    }

private:
    std::string_view text_;
    std::string_view wanted_;
    std::size_t next_ = 0;
    bool known_ = false;
};

struct Definition {
    std::size_t colon = 0;
    std::size_t destination = 0; ///< bytes
    std::size_t title = 0;       ///< bytes, at most
};

/// All that may be a reference definition: what follows each `]:`.
class DefinitionScan {
public:
    explicit DefinitionScan(std::string_view text)
        : text_(text), colon_(text, "]:"), double_(text, "\""), single_(text, "'"), round_(text, ")") {}

    std::optional<Definition> next() {
        const std::size_t colon = colon_.from(at_);
        if (colon >= text_.size()) return std::nullopt;
        at_ = colon + 2;
        const std::size_t begin = skip_spaces(at_);
        const std::size_t end = end_of_destination(text_, begin);
        return Definition{colon, end - begin, title_at(skip_spaces(end))};
    }

private:
    std::size_t skip_spaces(std::size_t at) const {
        for (std::size_t newlines = 0; at < text_.size() && is_space(text_[at]); ++at) {
            if (text_[at] == '\n' && ++newlines > 1) break;
        }
        return at;
    }

    std::size_t title_at(std::size_t at) {
        if (at >= text_.size()) return 0;
        if (text_[at] == '"') return double_.from(at + 1) - at;
        if (text_[at] == '\'') return single_.from(at + 1) - at;
        if (text_[at] == '(') return round_.from(at + 1) - at;
        return 0;
    }

    std::string_view text_;
    NextOf colon_, double_, single_, round_;
    std::size_t at_ = 0;
};

std::string label_key(std::string_view label) {
    return base::lower(base::collapse_blanks(label));
}

/// How often each innermost `[label]` stands in the text.
std::unordered_map<std::string, std::size_t> count_labels(std::string_view text) {
    std::unordered_map<std::string, std::size_t> counts;
    std::size_t open = std::string_view::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '[') open = at + 1;
        if (text[at] != ']' || open == std::string_view::npos) continue;
        if (at - open <= kLabelBytes) ++counts[label_key(text.substr(open, at - open))];
        open = std::string_view::npos;
    }
    return counts;
}

std::string label_before(std::string_view text, std::size_t bracket) {
    const std::size_t open = text.rfind('[', bracket);
    if (open == std::string_view::npos || bracket - open > kLabelBytes) return {};
    return label_key(text.substr(open + 1, bracket - open - 1));
}

std::optional<base::Error> find_costly_definition(const SourceLines& lines, const Limits& limits) {
    const std::string_view text = lines.text();
    const auto brackets = static_cast<std::size_t>(std::count(text.begin(), text.end(), ']'));
    std::unordered_map<std::string, std::size_t> counts;
    DefinitionScan scan(text);
    while (const auto definition = scan.next()) {
        const bool long_one = definition->destination > limits.link_destination_bytes;
        if (long_one && counts.empty()) counts = count_labels(text);
        const bool reused = long_one && counts[label_before(text, definition->colon)] > 2;
        const bool too_many = (definition->destination + definition->title) * brackets > kCopiedBytes;
        if (!reused && !too_many) continue;
        const std::string_view before = text.substr(0, definition->colon);
        const auto line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
        return past_limit("the destination of a reference definition that is used more than once", line,
                          limits.link_destination_bytes);
    }
    return std::nullopt;
}

} // namespace

base::Error past_limit(std::string_view what, std::size_t line, std::size_t limit) {
    return {base::ErrorKind::unverifiable,
            fmt::format("line {}: {} goes past the limit of {}", line, what, limit),
            "split or shorten that part of the document; documents past a limit are not read at all"};
}

std::optional<base::Error> find_past_limit(const SourceLines& lines, const Limits& limits) {
    if (auto error = find_deep_line(lines, limits)) return error;
    return find_costly_definition(lines, limits);
}

} // namespace docs_lint::markdown
