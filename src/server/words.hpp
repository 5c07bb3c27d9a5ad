#pragma once

#include "facts/corpus.hpp"
#include "facts/sign_offs.hpp"
#include "policy/policy.hpp"

#include <string>
#include <vector>

namespace docs_lint::server {

/// Why the item is not signed off, one reason each; empty where it is.
std::vector<std::string> what_is_open(const facts::ItemFacts& item, const facts::DocumentFacts& document);

/// `signed off`, or the first reason why not.
std::string standing_of(const facts::ItemFacts& item, const facts::DocumentFacts& document);

/// `passed: all 4 items are signed off`, `1 of 4 items is signed off`; the items that the process asks for
/// and the document lacks count.
std::string standing_of(const facts::GateFacts& gate);

/// `Yes by QA Lead on 2026-03-02`; empty where nobody said anything.
std::string said_by(const model::Confirmation& confirmation);

/// `QA Lead or Head of Engineering`, from ids; empty for none.
std::string titles_of(const std::vector<std::string>& roles, const policy::Policy& policy);

/// `T.1 Defect confirmed`, `gate T (TRIAGE → ROOT_CAUSE)` and the like.
std::string name_of(const facts::ItemFacts& item);
std::string name_of(const policy::ProcessItem& item);
std::string name_of(const policy::ProcessGate& gate);

/// Who has to act for an item: `confirmed by A or B, validated by C`.
std::string duties_of(const policy::ProcessItem& item, const policy::Policy& policy);

} // namespace docs_lint::server
