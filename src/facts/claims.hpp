#pragma once

#include "facts/sign_offs.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace docs_lint::facts {

/// The furthest state that a record declares anywhere: header, table, fenced block, line, newest row of its
/// log.
struct DeclaredState {
    std::size_t rank = 0; ///< in the process's states
    std::string state;    ///< as written
    base::Span source;
};
std::optional<DeclaredState> furthest_declared_state(const model::Document& document,
                                                     const policy::Process& process);

/// What claims that the gate has passed: its status line, or a declared state behind it.
std::optional<Claim> gate_claim(const GateFacts& gate, const std::optional<DeclaredState>& furthest,
                                const policy::Process* process);

/// What claims that one item has passed: its gate, or its own validation, wherever it stands.
std::optional<Claim> item_claim(const ItemFacts& item, const std::optional<Claim>& gate,
                                const policy::Policy& policy);

} // namespace docs_lint::facts
