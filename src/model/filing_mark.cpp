// Whether a document must be protected as filed. It reads raw lines, so that no trick of Markdown can hide a
// filing from it, and where those say nothing the header as its readers see it: what either says counts.

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "markdown/parse.hpp"
#include "model/document.hpp"
#include "model/header.hpp"
#include "model/raw_lines.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

constexpr std::size_t kLongestValue = 512;

/// Words before `Filed` that say that it is not so, or not yet.
constexpr std::array<std::string_view, 14> kNotYet = {"not",  "until", "before", "when",   "once",
                                                      "yet",  "be",    "unless", "never",  "on",
                                                      "upon", "at",    "if",     "becomes"};
/// What a filing date's value begins with when there is none.
constexpr std::array<std::string_view, 16> kNoDate = {"tbc", "tbd",   "tba",   "pending", "na",   "none",
                                                      "not", "no",    "never", "upon",    "when", "once",
                                                      "to",  "until", "after", "open"};
/// ... and what may lead to a date as well as to an event: `on closure`, `on 6 March 2026`.
constexpr std::array<std::string_view, 2> kLeading = {"on", "at"};

bool is_word(char byte) {
    return is_letter(byte) || is_digit(byte);
}

struct Words {
    std::string_view text;
    std::size_t at = 0;

    /// The next run of letters and digits, or an empty one.
    std::string_view next() {
        while (at < text.size() && !is_word(text[at])) ++at;
        const std::size_t begin = at;
        while (at < text.size() && is_word(text[at])) ++at;
        return text.substr(begin, at - begin);
    }
};

/// Names in the form that lines are folded to.
std::vector<std::string> folded_names(const std::vector<std::string>& names) {
    std::vector<std::string> folded;
    for (const std::string& name : names) {
        folded.push_back(base::collapse_blanks(base::fold_look_alikes(name)));
        std::replace(folded.back().begin(), folded.back().end(), '_', ' ');
    }
    return folded;
}

/// Every place behind `key` in the line where a value may begin. The line is folded, so lower case.
template <typename Use>
void for_each_value(std::string_view line, const std::vector<std::string>& keys, Use use) {
    for (const std::string& key : keys) {
        for (auto at = find_word(line, key); at; at = find_word(line, key, *at + 1)) {
            std::size_t value = *at + key.size();
            while (value < line.size() &&
                   std::string_view(" \t]*_)~\"'`").find(line[value]) != std::string_view::npos)
                ++value;
            const bool separated =
                value < line.size() && (line[value] == ':' || line[value] == '|' || line[value] == '=');
            if (separated) use(line.substr(value + 1, kLongestValue));
        }
    }
}

bool begins_with_other_status(std::string_view value, const policy::DocumentClass& document_class,
                              std::size_t& end) {
    const auto& filing = document_class.filing->statuses;
    const std::size_t begin = std::min(value.find_first_not_of(" \t*_`'\""), value.size());
    for (const std::string& status : document_class.statuses) {
        const bool files = std::any_of(filing.begin(), filing.end(), [&](const std::string& one) {
            return base::equals_ignoring_case(one, status);
        });
        const bool found = !files && starts_with_ignoring_case(value.substr(begin), status) &&
                           !word_begins_at(value, begin + status.size());
        if (found) end = begin + status.size();
        if (found) return true;
    }
    return false;
}

/// What stands behind a bracket that opens `rest`.
std::string_view behind_bracket(std::string_view rest) {
    const std::size_t close = rest.find(')');
    return close == std::string_view::npos ? std::string_view() : rest.substr(close + 1);
}

/// `Filed 2026-03-06`, `Filed on 6 March 2026`: a year stands near behind the word.
bool dates_a_filing(std::string_view rest, const policy::DocumentClass& document_class) {
    static const re2::RE2 year(R"([^;.(|]{0,40}\b[12][0-9]{3}\b.*)");
    const auto& statuses = document_class.filing->statuses;
    return std::any_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
        const auto at = find_word(rest, base::collapse_blanks(base::fold_look_alikes(status)));
        if (!at) return false;
        const std::string_view behind = rest.substr(*at + status.size());
        return re2::RE2::FullMatch(re2::StringPiece(behind.data(), behind.size()), year);
    });
}

/// `Active (Filed at closure)` explains; `Active / Filed`, `Active (closed) Filed` and `Active; Filed
/// 2026-03-06` say both.
bool only_explains(std::string_view rest, const policy::DocumentClass& document_class) {
    const std::size_t at = rest.find_first_not_of(" \t*_`'\"");
    if (at == std::string_view::npos) return true;
    if (dates_a_filing(rest.substr(at), document_class)) return false;
    if (rest[at] == '(') return only_explains(behind_bracket(rest.substr(at)), document_class);
    return rest[at] == ';' || rest[at] == '.' || rest[at] == '#' || dash_at(rest, at) > 0;
}

bool denies(std::string_view word) {
    return std::find(kNotYet.begin(), kNotYet.end(), word) != kNotYet.end();
}

bool says_status(std::string_view value, std::string_view status) {
    for (auto at = find_word(value, status); at; at = find_word(value, status, *at + 1)) {
        const std::size_t far = *at > 64 ? *at - 64 : 0;
        Words words{value.substr(far, *at - far)};
        std::string_view last;
        for (std::string_view word = words.next(); !word.empty(); word = words.next()) last = word;
        if (!denies(last)) return true;
    }
    return false;
}

bool files_by_status(std::string_view value, const policy::DocumentClass& document_class) {
    std::size_t end = 0;
    if (begins_with_other_status(value, document_class, end) &&
        only_explains(value.substr(end), document_class))
        return false;
    const auto& statuses = document_class.filing->statuses;
    return std::any_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
        return says_status(value, base::collapse_blanks(base::fold_look_alikes(status)));
    });
}

/// What is struck through, or stands before an arrow, no longer holds.
std::string_view behind_what_was(std::string_view value) {
    const std::size_t arrow = value.rfind("→");
    if (arrow != std::string_view::npos) value.remove_prefix(arrow + std::string_view("→").size());
    const std::size_t begin = std::min(value.find_first_not_of(" \t*_"), value.size());
    if (!value.substr(begin).starts_with("~~")) return value;
    const std::size_t end = value.find("~~", begin + 2);
    return end == std::string_view::npos ? value : value.substr(end + 2);
}

bool files_by_date(std::string_view value, const policy::DocumentClass& document_class) {
    static const re2::RE2 digits(R"(\s*\(?[^(]*[0-9])");
    static const re2::RE2 year(R"(.*\b[12][0-9]{3}\b.*)");
    value = behind_what_was(value);
    Words words{value};
    const std::string_view first = words.next();
    const auto begins_with = [first](const auto& known) {
        return std::find(known.begin(), known.end(), first) != known.end();
    };
    const re2::StringPiece input(value.data(), value.size());
    if (begins_with(kNoDate) || (first == "n" && words.next() == "a")) return false;
    if (begins_with(kLeading)) return re2::RE2::FullMatch(input, year);
    const std::size_t mark = value.find_first_not_of(" \t*_`'\"");
    if (mark == std::string_view::npos || value[mark] == '{' || value[mark] == '[' || value[mark] == '<')
        return false;
    if (digits.Match(input, 0, value.size(), re2::RE2::ANCHOR_START, nullptr, 0)) return true;
    if (first == "yes" || first == "true") return true;
    const auto& statuses = document_class.filing->statuses;
    return std::any_of(statuses.begin(), statuses.end(),
                       [&](const std::string& status) { return base::equals_ignoring_case(first, status); });
}

bool is_without_value(std::string_view value) {
    return value.find_first_not_of(" \t*_`'\"|>-+") == std::string_view::npos;
}

/// Looks through the lines of a document's head.
class Search {
public:
    explicit Search(const policy::DocumentClass& document_class)
        : class_(document_class), status_keys_(folded_names(document_class.status_fields)),
          date_keys_(folded_names(document_class.filing->date_fields)) {}

    /// True where the line says that the document is filed.
    bool read(std::string_view line) {
        bool filed = false;
        if (line.empty()) return false;
        if (is_without_value(line)) return read_table_row(line);
        const bool is_value = !is_field(line);
        if (wants_status_ && is_value && files_by_status(line.substr(0, kLongestValue), class_)) filed = true;
        if (wants_date_ && is_value && files_by_date(line.substr(0, kLongestValue), class_)) filed = true;
        wants_status_ = wants_date_ = false;
        for_each_value(line, status_keys_, [&](std::string_view value) {
            wants_status_ = wants_status_ || is_without_value(value);
            filed = filed || files_by_status(value, class_);
        });
        for_each_value(line, date_keys_, [&](std::string_view value) {
            wants_date_ = wants_date_ || is_without_value(value);
            filed = filed || (!is_without_value(value) && files_by_date(value, class_));
        });
        return filed || read_table_row(line);
    }

private:
    /// Letters and a colon: a field of its own, not the value of the one before.
    static bool is_field(std::string_view line) {
        const std::string_view key = line.substr(0, std::min<std::size_t>(line.find(':'), kLongestValue));
        return key.size() < line.size() && std::none_of(key.begin(), key.end(), is_digit);
    }

    /// A table with its fields side by side: `| Owner | Status |`, the line of dashes, `| ... | Filed |`.
    bool read_table_row(std::string_view line) {
        const auto cells = base::split(line, '|');
        if (cells.size() < 2) {
            table_ = Table::none;
            return false;
        }
        const bool dashes = line.find_first_not_of("|-: ") == std::string_view::npos;
        if (dashes) table_ = table_ == Table::captions ? Table::rows : Table::none;
        if (table_ == Table::rows)
            return status_column_ < cells.size() &&
                   is_any(label_key(cells[status_column_]), class_.filing->statuses);
        if (!dashes) read_captions(cells);
        return false;
    }

    void read_captions(const std::vector<std::string_view>& cells) {
        std::size_t known = 0;
        bool has_status = false;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            if (is_field_of(cells[at], class_)) ++known;
            if (!is_any(label_key(cells[at]), class_.status_fields)) continue;
            has_status = true;
            status_column_ = at;
        }
        table_ = has_status && known > 1 ? Table::captions : Table::none;
    }

    static bool is_any(const std::string& key, const std::vector<std::string>& names) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return label_key(name) == key; });
    }

    const policy::DocumentClass& class_;
    std::vector<std::string> status_keys_;
    std::vector<std::string> date_keys_;
    bool wants_status_ = false; ///< the line before ended behind the field's name
    bool wants_date_ = false;
    enum class Table { none, captions, rows };
    Table table_ = Table::none;
    std::size_t status_column_ = 0;
};

std::string canonical_line(std::string_view line) {
    std::string bare;
    for (const char byte : line)
        if (byte != '*') bare += byte;
    const std::size_t begin = bare.find_first_not_of(" \t-+|");
    return begin == std::string::npos ? std::string()
                                      : std::string(base::trim(std::string_view(bare).substr(begin)));
}

/// The line says it as the process writes it: field, colon (or cell), and the status or a date.
bool is_canonical(std::string_view line, const policy::DocumentClass& document_class) {
    if (base::find_deceptive_character(line) || line.find_first_of("<&\\") != std::string_view::npos)
        return false;
    const std::string bare = canonical_line(line);
    const std::size_t end = bare.find_first_of(":|");
    if (end == std::string::npos) return false;
    const std::string_view key = base::trim(std::string_view(bare).substr(0, end));
    const std::string_view value = base::trim(std::string_view(bare).substr(end + 1));
    if (matches_label(key, document_class.status_fields)) {
        const auto& statuses = document_class.filing->statuses;
        return std::any_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
            return starts_with_ignoring_case(value, status) && !word_begins_at(value, status.size());
        });
    }
    const auto moments = base::find_moments(value);
    return matches_label(key, document_class.filing->date_fields) && !moments.empty() &&
           moments[0].begin == 0;
}

/// The view shows anything that the first one does not.
bool differs(std::string_view text, RawView view) {
    if (view == RawView::as_written) return text.find('<') != std::string_view::npos;
    if (view != RawView::split) return true;
    for (const std::string_view mark : {"\x0B", "\x0C", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "&"})
        if (text.find(mark) != std::string_view::npos) return true;
    return text.find('\0') != std::string_view::npos;
}

FilingMark raw_mark(std::string_view text, const policy::DocumentClass& document_class) {
    FilingMark mark;
    const base::LineIndex index(text);
    for (const RawView view : {RawView::as_shown, RawView::as_written, RawView::split}) {
        if (!differs(text, view)) continue;
        Search search(document_class);
        for (const RawLine& line : head_lines(text, index, view)) {
            if (!search.read(line.folded)) continue;
            const bool plain =
                !line.hidden &&
                is_canonical(text.substr(line.source.begin, line.source.size()), document_class);
            if (!mark.filed || (plain && !mark.plain)) mark.source = line.source;
            mark.filed = true;
            mark.plain = mark.plain || plain;
        }
    }
    return mark;
}

/// Of the header as its readers see it. Whoever files there without a line that says so by itself has not
/// done it plainly.
FilingMark header_mark(const Header& header, const policy::DocumentClass& document_class) {
    for (const Field& field : header.fields) {
        const std::string value = base::fold_look_alikes(field.value.text).substr(0, kLongestValue);
        const bool filed = (matches_label(field.key, document_class.status_fields) &&
                            files_by_status(value, document_class)) ||
                           (matches_label(field.key, document_class.filing->date_fields) &&
                            files_by_date(value, document_class));
        if (filed) return {true, field.source, false};
    }
    return {};
}

/// `:** — (immutable on closure)` behind a word: it is the name of a field, whose value files nothing.
bool is_key_of_open_field(std::string_view rest) {
    rest = rest.substr(0, kLongestValue);
    rest = rest.substr(0, rest.find_first_of("\r\n"));
    const std::size_t mark = rest.find_first_not_of(" \t*_`)");
    if (mark == std::string_view::npos || (rest[mark] != ':' && rest[mark] != '|')) return false;
    const std::string_view value = rest.substr(mark + 1);
    if (is_without_value(value) || std::any_of(value.begin(), value.end(), is_digit)) return false;
    const auto says = [value](std::string_view word) {
        return base::find_ignoring_case(value, word).has_value();
    };
    return !says("yes") && !says("true");
}

bool is_shorter(std::string_view left, std::string_view right) {
    return left.size() < right.size();
}

/// A status that files, or the longest word of a field for its date, stands anywhere in the text but as the
/// name of an open field; or what may spell it otherwise does.
bool may_be_filed(std::string_view text, const policy::DocumentClass& document_class) {
    if (text.find("&#") != std::string_view::npos) return true;
    const auto holds = [text](std::string_view word) {
        for (auto at = base::find_ignoring_case(text, word); at && !word.empty();
             at = base::find_ignoring_case(text, word, *at + 1))
            if (!is_key_of_open_field(text.substr(*at + word.size()))) return true;
        return false;
    };
    const auto holds_longest_word = [&](const std::string& name) {
        const auto words = base::split(name, ' ');
        return holds(*std::max_element(words.begin(), words.end(), is_shorter));
    };
    const policy::Filing& filing = *document_class.filing;
    return std::any_of(filing.statuses.begin(), filing.statuses.end(), holds) ||
           std::any_of(filing.date_fields.begin(), filing.date_fields.end(), holds_longest_word);
}

} // namespace

FilingMark read_filing_mark(std::string_view text, const policy::DocumentClass& document_class) {
    if (!document_class.filing) return {};
    const FilingMark raw = raw_mark(text, document_class);
    if (raw.filed || !may_be_filed(text, document_class)) return raw;
    const auto ast = markdown::parse(text);
    return ast ? header_mark(read_header(BlockTree(*ast), text, document_class), document_class) : raw;
}

FilingMark read_filing_mark(const Document& document) {
    if (!document.document_class->filing) return {};
    const FilingMark raw = raw_mark(document.text, *document.document_class);
    return raw.filed ? raw : header_mark(document.header, *document.document_class);
}

} // namespace docs_lint::model
