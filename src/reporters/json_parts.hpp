#pragma once

#include "engine/run.hpp"

#include <nlohmann/json_fwd.hpp>

namespace docs_lint::reporters {

/// The parts of the schema `docs-lint/1`, which more than one format is made of. Keys stand in a fixed order.
nlohmann::ordered_json json_of(const diagnostics::Diagnostic& finding);
nlohmann::ordered_json json_of(const diagnostics::Unverified& unverified);
nlohmann::ordered_json json_of(const diagnostics::SuppressedFinding& suppressed);
nlohmann::ordered_json summary_json(const engine::RunResult& result);

/// Which shard the result is, and what holds only if every shard says so.
nlohmann::ordered_json shard_json(const engine::RunResult& result);

/// Puts `findings` and `unverified` into an object.
void add_outcome(nlohmann::ordered_json& object, const diagnostics::Outcome& outcome);

} // namespace docs_lint::reporters
