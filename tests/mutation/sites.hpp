#pragma once

#include "facts/corpus.hpp"
#include "mutation/seeds.hpp"

#include <string>
#include <vector>

namespace docs_lint::tests {

/// Where a component is written, taken from what docs-lint itself reads in the untouched record.
struct Site {
    std::string item; ///< `FS.2`
    model::ComponentKind kind = model::ComponentKind::evidence;
    model::ItemShape shape = model::ItemShape::bullets;
    base::Span heading;     ///< the line that begins the item; its row where a row is the item
    base::Span whole_item;  ///< heading and components, whole lines
    base::Span label;       ///< the visible words of the label; those of the column where a row is the item
    base::Span value;       ///< what stands behind the label, markup included
    base::Span lines;       ///< whole lines from the label's to the value's last, line ends included
    base::Span verdict;     ///< the word alone
    base::Span roles, date; ///< of a confirmation
    bool shares_label = false;   ///< another site in front has the same label (a column's heading)
    bool of_passed_gate = false; ///< the state says that its gate has passed: no taking back makes it open
    const policy::ProcessItem* definition = nullptr;
};

/// Every component of every signed item, in the order of the document.
std::vector<Site> sites_of(const facts::DocumentFacts& document);

bool is_confirmation(const Site& site);

/// The component is a cell of the row that is its item.
bool is_cell(const Site& site);

} // namespace docs_lint::tests
