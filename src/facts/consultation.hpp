#pragma once

#include "facts/closed_item.hpp"
#include "model/entries.hpp"

namespace docs_lint::facts {

/// What a backlog says of a closed item: at every place that is about it, which `entry` then names, whether
/// it is complete, which priority it has, and whether something shows that. A status column or label decides;
/// else the words and marks of the place, and then the headings above it.
EntryAnswer consult_backlog(const model::Outline& backlog, const ClosedItem& item, ConsultedEntry& entry);

/// What a changelog tells of a closed item: `found` where an entry is about it; `open` where those that name
/// it, which `entry` gets, say that it is not done or planned, or name it beside another item only.
EntryAnswer consult_changelog(const model::Outline& changelog, const ClosedItem& item, ConsultedEntry& entry);

} // namespace docs_lint::facts
