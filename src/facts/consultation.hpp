#pragma once

#include "facts/closed_item.hpp"
#include "model/entries.hpp"

namespace docs_lint::facts {

/// What a backlog says of a closed item: at every place that is about it, which `entry` then names, whether
/// it is complete, which priority it has, and whether something shows that. A status column or label decides;
/// else the words and marks of the place, and then the headings above it.
EntryAnswer consult_backlog(const model::Outline& backlog, const ClosedItem& item, ConsultedEntry& entry);

/// Whether a changelog names a closed item anywhere but under what is planned; `entry` gets the places where
/// it does so only there.
EntryAnswer consult_changelog(const model::Outline& changelog, const ClosedItem& item, ConsultedEntry& entry);

} // namespace docs_lint::facts
