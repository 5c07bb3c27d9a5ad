#pragma once

#include "facts/corpus.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// A canonical specification that a record's item is about, and whom its header names as its owner.
struct OwnedSpecification {
    const DocumentFacts* document = nullptr;
    const model::Field* owner = nullptr;
    std::vector<std::string> roles; ///< at least one
};

/// What an item is about that owners of specifications confirm: those that the record's items name for the
/// defect, where it says what becomes of one, else those from which the defect deviates. Nothing where the
/// owner of one of them is not known, or may have been another one when the item was confirmed, as it was
/// updated since: it may be the one in question. The record's process has a spec-first rule.
/// Source: delivery process, RC.2 and FS.2 (the relevant canonical owner) and V.4 (the owner of the
/// specification against which the defect was identified).
std::optional<std::vector<OwnedSpecification>>
concerned_specifications(const DocumentFacts& document, const ItemFacts& item, const Corpus& corpus);

/// The role owns one of them, is one of those that do, or the title of their group: `Canonical Owner` is
/// whoever is meant.
bool owns_any(const std::string& role, const std::vector<OwnedSpecification>& specifications,
              const policy::RoleRegister& known);

/// The roles that are meant; a pattern for any domain's owner says nothing of one that has a name of its own.
std::vector<std::string> roles_in(const std::vector<model::RoleMention>& mentions,
                                  const policy::RoleRegister& known);

} // namespace docs_lint::facts
