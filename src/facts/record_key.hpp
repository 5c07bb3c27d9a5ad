#pragma once

#include "policy/policy.hpp"

#include <optional>
#include <string>
#include <utility>

namespace docs_lint::facts {

/// What a record stays known by when its file is moved: its class and the id in its name.
using RecordKey = std::pair<const policy::DocumentClass*, std::string>;

/// Nothing for a path of no class, and for one whose name holds no id.
std::optional<RecordKey> record_key(const std::string& path, const policy::Policy& policy);

} // namespace docs_lint::facts
