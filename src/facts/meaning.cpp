#include "facts/meaning.hpp"

#include "git/digest.hpp"
#include "markdown/parse.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {
namespace {

constexpr std::array<bool, 256> kIsFormatting = [] {
    std::array<bool, 256> table{};
    for (const char byte : std::string_view(" \t\r\n*_`#>|")) table[static_cast<unsigned char>(byte)] = true;
    return table;
}();

/// The section that holds the change log, or the log's rows where no heading begins it.
std::vector<base::Span> change_log_spans(const model::Document& document) {
    std::vector<base::Span> spans;
    for (const model::ChangeLogRow& row : document.change_log) {
        base::Span span = row.source;
        for (const model::Section& section : document.sections)
            if (section.level >= 2 && section.source.begin <= row.source.begin &&
                row.source.end <= section.source.end)
                span = section.source; // the innermost one comes last
        if (spans.empty() || spans.back() != span) spans.push_back(span);
    }
    return spans;
}

bool is_rule_or_delimiter(std::string_view line) {
    return line.find_first_not_of("-:=| \t*_") == std::string_view::npos;
}

std::string_view without_bullet(std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t>"), line.size());
    line.remove_prefix(begin);
    const bool bullet =
        line.size() > 1 && std::string_view("-*+").find(line[0]) != std::string_view::npos && line[1] == ' ';
    return bullet ? line.substr(2) : line;
}

bool overlaps_any(const std::vector<base::Span>& spans, base::Span span) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](base::Span one) { return one.begin < span.end && span.begin < one.end; });
}

/// Puts all that is no formatting behind `end`; the new end. There is room for all of the line.
char* put_letters(char* end, std::string_view line) {
    for (const char byte : line) {
        *end = byte;
        end +=
            kIsFormatting[static_cast<unsigned char>(byte)] ? 0 : 1; // no branch: this runs over every byte
    }
    return end;
}

void add_words(std::string& words, std::string_view text) {
    for (const char byte : text)
        if (std::string_view(" \t\r\n").find(byte) == std::string_view::npos) words += byte;
}

} // namespace

git::ObjectId meaning_of(const model::Document& document) {
    std::vector<base::Span> left_out = change_log_spans(document);
    left_out.push_back(document.header.source);
    std::string letters(document.text.size(), '\0');
    char* end = letters.data();
    for (std::size_t number = 1; number <= document.lines.line_count(); ++number) {
        const base::Span span = document.lines.line(number);
        const bool apart = overlaps_any(left_out, span);
        const auto line = std::string_view(document.text).substr(span.begin, span.size());
        if (!apart && !is_rule_or_delimiter(line)) end = put_letters(end, without_bullet(line));
    }
    return git::digest_of({letters.data(), static_cast<std::size_t>(end - letters.data())});
}

base::Result<std::string> visible_words(const model::Document& document) {
    const auto ast = markdown::parse(document.text);
    if (!ast) return base::fail(ast.error());
    std::vector<base::Span> left_out = change_log_spans(document);
    left_out.push_back(document.header.source);
    std::string words;
    for (const markdown::Block& block : ast->blocks) {
        const bool shown =
            block.kind != markdown::BlockKind::html && block.kind != markdown::BlockKind::front_matter;
        if (!shown) continue;
        for (const markdown::TableRow& row : block.rows)
            if (!overlaps_any(left_out, row.source))
                for (const markdown::Text& cell : row.cells) add_words(words, cell.text);
        for (const markdown::Text& line : block.lines)
            if (!overlaps_any(left_out, line.source)) add_words(words, line.text);
    }
    return words;
}

} // namespace docs_lint::facts
