#pragma once

#include "base/span.hpp"
#include "facts/corpus.hpp"
#include "policy/process.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// One place where a record says which severity tier it has.
struct DeclaredSeverity {
    const policy::SeverityTier* tier = nullptr; ///< null: the process knows no such tier
    std::string text;                           ///< as written
    base::Span source;
    bool in_item = false; ///< assigned in the evidence of a gate item, not declared behind a label
};

/// A declared tier that is still to be told: a dash, or a placeholder.
bool is_waiting(std::string_view text, const policy::SignOffFormat& format);

/// Every place that declares the record's severity: labelled values first, in the order of the document, then
/// the evidence of the item that assigns it, where it names a tier. Placeholders and dashes declare nothing.
/// Empty where the process has no tiers.
std::vector<DeclaredSeverity> declared_severities(const DocumentFacts& document);

/// The tier that a text assigns: the one it names first, a former or denied one apart (`from High to Medium`,
/// `not Low`); of two that stand beside each other (`Medium or High`, `Medium → High`) or are both assigned
/// (`Severity Medium ... Raised to High`) the graver one. Null where it names none.
const policy::SeverityTier* tier_named_in(std::string_view text, const policy::Process& process);

/// The item whose evidence has to name a severity tier; null where the record does not hold it.
const ItemFacts* severity_item(const DocumentFacts& document);

} // namespace docs_lint::facts
