#pragma once

#include "engine/new_document.hpp"

#include <string>

namespace docs_lint::engine {

/// State, gates with all their items unsigned, and the log with the opening of the record.
std::string draft_gates(const policy::Policy& policy, const policy::Process& process,
                        const base::Moment& when);

} // namespace docs_lint::engine
