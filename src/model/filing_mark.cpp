// Whether a document must be protected as filed. It reads raw lines, so that no trick of Markdown can hide a
// filing from it, and where those say nothing the header as its readers see it: what either says counts.

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/written_date.hpp"
#include "markdown/parse.hpp"
#include "model/document.hpp"
#include "model/filing_search.hpp"
#include "model/filing_words.hpp"
#include "model/header.hpp"
#include "model/raw_lines.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

std::string canonical_line(std::string_view line) {
    std::string bare;
    for (const char byte : line)
        if (byte != '*') bare += byte;
    const std::size_t begin = bare.find_first_not_of(" \t-+|");
    return begin == std::string::npos ? std::string()
                                      : std::string(base::trim(std::string_view(bare).substr(begin)));
}

/// Without the quotes of YAML, and marks of formatting all round.
std::string_view unquoted(std::string_view value) {
    while (value.size() > 1 && value.front() == value.back() &&
           std::string_view("\"'`_").find(value.front()) != std::string_view::npos)
        value = base::trim(value.substr(1, value.size() - 2));
    return value;
}

/// A day at the front, behind a tick or the name of its weekday; in words where they leave no doubt.
bool begins_with_day(std::string_view value) {
    static const re2::RE2 weekday(
        R"((?i)(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)");
    const std::string plain = without_glyphs(value);
    re2::StringPiece rest(plain);
    re2::RE2::Consume(&rest, weekday);
    const std::string_view day(rest.data(), rest.size());
    const auto moments = base::find_moments(day);
    if (!moments.empty()) return moments.front().begin == 0;
    const auto written = base::find_written_date(day);
    return written && written->date && !written->other && written->source.begin == 0;
}

/// Without the one mark at its end by which the next field begins a line of its own.
std::string_view without_line_break(std::string_view line) {
    static const re2::RE2 mark(R"((?s)(.*?)\s*(?:\\|(?i:<br ?/?>))\s*)");
    re2::StringPiece kept;
    const bool found = re2::RE2::FullMatch(re2::StringPiece(line.data(), line.size()), mark, &kept);
    return found ? std::string_view(kept.data(), kept.size()) : line;
}

/// The line says it as the process writes it: field, colon (or cell), and the status or a date.
bool is_canonical(std::string_view whole_line, const policy::DocumentClass& document_class) {
    const std::string_view line = without_line_break(whole_line);
    if (base::find_deceptive_character(line) || line.find_first_of("<&\\") != std::string_view::npos)
        return false;
    const std::string bare = canonical_line(line);
    const std::size_t end = bare.find_first_of(":|");
    if (end == std::string::npos) return false;
    const std::string_view key = base::trim(std::string_view(bare).substr(0, end));
    const std::string_view value = unquoted(base::trim(std::string_view(bare).substr(end + 1)));
    if (matches_label(key, document_class.status_fields)) {
        const auto& statuses = document_class.filing->statuses;
        return std::any_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
            return starts_with_ignoring_case(value, status) && !word_begins_at(value, status.size());
        });
    }
    return matches_label(key, document_class.filing->date_fields) && begins_with_day(value);
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
        FilingSearch search(document_class);
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
        const std::string value = base::fold_look_alikes(field.value.text).substr(0, kLongestFilingValue);
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
    rest = rest.substr(0, kLongestFilingValue);
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
