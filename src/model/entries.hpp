#pragma once

#include "base/line_index.hpp"
#include "base/result.hpp"
#include "base/span.hpp"
#include "diagnostics/location.hpp"
#include "markdown/parse.hpp"
#include "markdown/text.hpp"
#include "model/evidence.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

class BlockTree;

enum class EntryShape { heading, paragraph, list_item, table_row, code_line };

/// One thing that a text says in its own lines: a heading, a paragraph, an item of a list without the items
/// nested in it, a row of a table without the heading row, a line of a fence. A paragraph that is wholly bold
/// is a heading, below all others. What HTML hides is left out.
struct Entry {
    EntryShape shape = EntryShape::paragraph;
    std::size_t group = 0;             ///< the block that rows, items or lines have in common
    std::size_t depth = 0;             ///< list items: 1 for the outermost
    int level = 0;                     ///< headings: 1 to 6, and 7 for a bold paragraph
    bool quoted = false;               ///< in a block quote
    markdown::Text text;               ///< all of it, lines joined by one blank, cells by ` | `
    std::vector<std::size_t> begins;   ///< where lines or cells begin in `text`
    std::vector<markdown::Text> cells; ///< table rows
    std::vector<std::string> columns;  ///< table rows: the heading of each column
    base::Span source;
};

std::vector<Entry> read_entries(const BlockTree& tree, std::string_view text);

/// Any Markdown text as its entries: for documents that are consulted and not judged.
struct Outline {
    std::string path;
    std::string text;
    base::LineIndex lines;
    std::vector<Entry> entries;
    std::vector<PathMention> links; ///< where links lead, in the order of the text

    [[nodiscard]] diagnostics::Location at(base::Span span) const;
};

/// The error is of kind `unverifiable`: the text goes past a limit of `markdown::parse`.
base::Result<Outline> read_outline(std::string path, std::string text, const markdown::Limits& limits = {});

/// Behind the last entry that stands under the heading `heading`: where the next one of its level or above
/// begins.
std::size_t end_of_section(const std::vector<Entry>& entries, std::size_t heading);

/// The title is one of these, or begins with it; case, punctuation and leading numbers apart.
bool is_titled(std::string_view title, const std::vector<std::string>& names);

/// Nothing but dashes, glyphs or one of the words for it.
bool says_nothing(std::string_view text, const std::vector<std::string>& words);

/// What an entry gives under a label: a cell, or what stands behind `label:`, up to the next known label.
struct EntryValue {
    std::size_t kind = 0; ///< index in the labels that were asked for
    markdown::Text value; ///< may be empty
    bool is_cell = false;
    base::Span source; ///< of the value, or of the entry where it is empty
};

/// Every value under any of the labels, `labels[kind]` being all names of one kind. A row of two cells whose
/// first one is a label gives the second.
std::vector<EntryValue> values_of(const Entry& entry, const std::vector<std::vector<std::string>>& labels);

} // namespace docs_lint::model
