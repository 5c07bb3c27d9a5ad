#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/corpus.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::rules {

/// How a closed item is called.
const std::string& name_of(const facts::ClosedItem& item);

/// The same with its priority or severity behind it, where one is given: `DEF-7 (P1)`.
std::string urgent_name_of(const facts::ClosedItem& item);

/// What says that it is closed.
diagnostics::Location place_of(const facts::ClosedItem& item);

/// What is due at closure is done between the last gate and the filing of the record: until then a warning.
std::optional<diagnostics::Severity> mildness_of(const facts::ClosedItem& item);

/// The places of a consulted document, each with what stands there.
std::vector<diagnostics::Related> places_of(const facts::ConsultedEntry& entry);

} // namespace docs_lint::rules
