#pragma once

#include "facts/closure.hpp"
#include "facts/corpus.hpp"

#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// Adds the paths and globs that an item names as the scope of a fix: itself, in a section of its record that
/// it names by its title, or in a filed note that it cites (`read`). Source: FS.1, a written
/// fix scope, which may be in the Phase Gate Document or a filed note.
void add_scope(std::vector<model::PathMention>& scope, const ItemFacts& item, const DocumentFacts& document,
               const Corpus& corpus, const ReadPath& read);

/// A note of nobody's class, or of one without gates; the specification that a fix goes by names other files.
bool may_hold_scope(const std::string& path, const policy::Policy& policy);

/// Adds the files whose update the record declares due beside the fix (expected values, a contract and its
/// description): those of the pack, and what the deciding items name. Canonical specifications that only the
/// items name are what the update goes by. Source: FS.3 and FS.4, which scope these updates.
void add_due_updates(std::vector<model::PathMention>& scope, const DocumentFacts& document,
                     const Corpus& corpus);

/// What an item's evidence names in order to say that it stays as it is.
std::vector<model::PathMention> paths_left_alone(const ItemFacts& item);

/// The same path at the same place of the document is one of these.
bool stands_among(const std::vector<model::PathMention>& paths, const model::PathMention& mention);

/// The sections of the record that an item's evidence names by their titles: `see section "Fix scope"`. None
/// that holds the item itself.
std::vector<const model::Section*> sections_named_by(const ItemFacts& item, const DocumentFacts& document);

/// A path that a scope names covers a changed file: the same path, a folder above it, a glob, or, where no
/// file of the snapshot is called so from the root on, its last parts.
bool scope_covers(const model::PathMention& mention, std::string_view changed_path);

} // namespace docs_lint::facts
