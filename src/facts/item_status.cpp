#include "facts/item_status.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/asked_evidence.hpp"
#include "markdown/parse.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <string_view>
#include <vector>

namespace docs_lint::facts {
namespace {

/// Where the next item or gate begins, or the document ends.
std::size_t end_of_item(const ItemFacts& item, const DocumentFacts& document) {
    std::size_t end = document->text.size();
    const auto consider = [&](base::Span heading) {
        if (heading.begin > item.item->heading.begin) end = std::min(end, heading.begin);
    };
    for (const model::Gate& gate : document->gates) {
        consider(gate.heading);
        for (const model::GateItem& other : gate.items) consider(other.heading);
    }
    for (const model::Section& section : document->sections) consider(section.source);
    return end;
}

bool asks_for_result(const ItemFacts& item) {
    return item.definition != nullptr && asks_for(*item.definition, policy::EvidenceKind::result);
}

/// What stands before the first mark of punctuation, without glyphs.
std::string head_of(std::string_view value) {
    std::size_t end = 0;
    while (end < value.size() && std::string_view(",;:.(|").find(value[end]) == std::string_view::npos &&
           model::dash_at(value, end) == 0)
        ++end;
    return base::normalise_name(model::without_glyphs(value.substr(0, end)));
}

/// A mark and no word: `❌`.
bool is_negative_mark(std::string_view value) {
    const std::string_view bare = base::trim(value);
    return !bare.empty() && head_of(bare).empty() && model::glyph_at(bare).glyph == model::Glyph::negative;
}

/// As its readers see it, without what is struck through.
std::string as_read(std::string_view value) {
    const auto ast = markdown::parse(std::string(value));
    if (!ast) return std::string(value);
    std::string seen;
    for (const markdown::Block& block : ast->blocks)
        for (const markdown::Text& line : block.lines) seen += model::without_struck(line).text + " ";
    return seen;
}

bool is_against(std::string_view value, const policy::SignOffFormat& format) {
    const std::string seen = as_read(value);
    const std::string head = head_of(base::fold_look_alikes(seen));
    const auto says_so = [&](const std::vector<std::string>& words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return base::normalise_name(word) == head; });
    };
    return says_so(format.validation_fail) || says_so(format.status_open) || is_negative_mark(seen);
}

/// A reproduction fails as it should.
bool counts(std::string_view label, const ItemFacts& item) {
    const std::string name = base::normalise_name(label);
    return (name != "result" && name != "test result") || asks_for_result(item);
}

/// It stands behind a bar of its line.
bool is_in_table(const DocumentFacts& document, std::size_t offset) {
    const base::Span line = document->lines.line(document->lines.line_of(offset));
    return std::string_view(document->text).substr(line.begin, offset - line.begin).find('|') !=
           std::string_view::npos;
}

/// A row of a table that is not the item's own may be a part of its evidence.
bool is_of_other_table(const ItemFacts& item, const DocumentFacts& document, std::size_t label) {
    const model::Component* validation = item.validation_component.component;
    return is_in_table(document, label) &&
           (validation == nullptr || !is_in_table(document, validation->label_source.begin));
}

std::optional<ItemStatus> status_in_lines(const ItemFacts& item, const DocumentFacts& document) {
    static const re2::RE2 line(
        R"((?im)^[ \t>|*+_-]*((?:(?:item|pmo)\s+)?(?:status|state|outcome|verdict)|(?:test\s+)?result)[*_ \t]*[:|][*_ \t]*([^\n|]*))");
    const std::size_t begin = item.item->heading.begin;
    const std::string_view text(document->text);
    const std::string_view whole = text.substr(begin, end_of_item(item, document) - begin);
    re2::StringPiece rest(whole.data(), whole.size());
    re2::StringPiece label;
    re2::StringPiece value;
    while (re2::RE2::FindAndConsume(&rest, line, &label, &value)) {
        const auto at = static_cast<std::size_t>(label.data() - text.data());
        const std::string_view status = base::trim({value.data(), value.size()});
        if (!counts({label.data(), label.size()}, item) || is_of_other_table(item, document, at) ||
            !is_against(status, document.policy->sign_off))
            continue;
        const auto end = static_cast<std::size_t>(status.data() + status.size() - text.data());
        return ItemStatus{std::string(status), {at, end}};
    }
    return std::nullopt;
}

/// The lines of a table that are about one item.
struct ItemRow {
    base::Span headings;
    base::Span row;
};

/// Where the item is signed in a row, the labels of its components stand in another line than their values.
std::optional<ItemRow> row_of(const ItemFacts& item, const DocumentFacts& document) {
    const model::Component* validation = item.validation_component.component;
    if (validation == nullptr) return std::nullopt;
    const base::LineIndex& lines = document->lines;
    const std::size_t headings = lines.line_of(validation->label_source.begin);
    const std::size_t row = lines.line_of(validation->source.begin);
    if (row < headings + 2) return std::nullopt;
    return ItemRow{{lines.line(headings).begin, lines.line(headings + 1).end}, lines.line(row)};
}

bool heads_statuses(std::string_view heading, const ItemFacts& item) {
    static const re2::RE2 name(
        R"((?:(?:item|pmo|gate) )?(?:status|state|outcome|verdict|result|decision)|test result)");
    return re2::RE2::FullMatch(base::normalise_name(heading), name) && counts(heading, item);
}

/// A table inside a list item stands behind blanks, which alone would make code of it.
std::string unindented(std::string_view text, base::Span lines) {
    std::string bare;
    for (const std::string_view line : base::split(text.substr(lines.begin, lines.size()), '\n'))
        bare += std::string(base::trim(line)) + "\n";
    return bare;
}

const markdown::Block* table_in(const markdown::Ast& ast) {
    const auto found = std::find_if(ast.blocks.begin(), ast.blocks.end(), [](const markdown::Block& block) {
        return block.kind == markdown::BlockKind::table && block.rows.size() > 1;
    });
    return found == ast.blocks.end() ? nullptr : &*found;
}

std::optional<ItemStatus> status_in_row(const ItemFacts& item, const DocumentFacts& document) {
    const auto lines = row_of(item, document);
    if (!lines) return std::nullopt;
    const auto ast =
        markdown::parse(unindented(document->text, lines->headings) + unindented(document->text, lines->row));
    const markdown::Block* table = ast ? table_in(*ast) : nullptr;
    if (table == nullptr) return std::nullopt;
    const auto& headings = table->rows[0].cells;
    const auto& row = table->rows[1].cells;
    for (std::size_t at = 0; at < std::min(headings.size(), row.size()); ++at)
        if (heads_statuses(headings[at].text, item) && is_against(row[at].text, document.policy->sign_off))
            return ItemStatus{row[at].text, lines->row};
    return std::nullopt;
}

} // namespace

std::optional<ItemStatus> status_against_item(const ItemFacts& item, const DocumentFacts& document) {
    const auto in_row = status_in_row(item, document);
    return in_row ? in_row : status_in_lines(item, document);
}

} // namespace docs_lint::facts
