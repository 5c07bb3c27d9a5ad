#pragma once

#include "base/span.hpp"
#include "diagnostics/diagnostic.hpp"
#include "facts/corpus.hpp"

#include <string>
#include <vector>

namespace docs_lint::rules {

/// `T.1`, or the title in quotes for an item without an id.
std::string name_of(const facts::ItemFacts& item);

/// Where a component stands; the item's heading where it does not stand anywhere.
base::Span place_of(const facts::ItemFacts& item, const facts::ComponentFacts& component);

/// `FS claims to have passed: its status line says so`, with the place.
diagnostics::Related claim_of(const facts::DocumentFacts& document, const std::string& what,
                              const facts::Claim& claim);

/// What a finding about one component of a claimed item rests on: the claim, the components that stand where
/// they do not count, each with its reason, and those that stand there more than once.
std::vector<diagnostics::Related> grounds_of(const facts::DocumentFacts& document,
                                             const facts::ItemFacts& item,
                                             const facts::ComponentFacts& component);

/// Every item of the document that claims to have passed, in the order of the document.
std::vector<const facts::ItemFacts*> claimed_items(const facts::DocumentFacts& document);

/// Titles of roles, as words: `QA Lead or Product Owner`.
std::string titles_of(const std::vector<std::string>& roles, const policy::RoleRegister& role_register);

/// The roles that a confirmation names, as written: `"Head of Sales"`.
std::string names_of(const std::vector<model::RoleMention>& mentions);

} // namespace docs_lint::rules
