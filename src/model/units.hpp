#pragma once

#include "model/entries.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace docs_lint::model {

/// Entries that describe one thing: a row of a table, an item of a list with what is nested in it, a
/// subheading with what stands below it, or a run of labelled lines.
struct Unit {
    std::vector<const Entry*> entries; ///< the first one is its title, where it has one
    bool titled = false;               ///< the first entry is more than a labelled line
    bool is_row = false;
    std::vector<EntryValue> values; ///< in the order of the text

    /// The first value of a kind, or nothing.
    [[nodiscard]] const EntryValue* find(std::size_t kind) const;
    /// The table has a column of that kind, or the text a label of it, whatever it gives.
    [[nodiscard]] bool labels(std::size_t kind) const { return find(kind) != nullptr; }
    [[nodiscard]] base::Span source() const;
    /// All of it, joined by blanks.
    [[nodiscard]] markdown::Text text() const;
};

/// What `entries` from `begin` to `end` describe. A label that comes a second time begins the next unit.
std::vector<Unit> read_units(const std::vector<Entry>& entries, std::size_t begin, std::size_t end,
                             const std::vector<std::vector<std::string>>& labels);

} // namespace docs_lint::model
