#pragma once

#include "facts/corpus.hpp"
#include "git/repository.hpp"
#include "policy/policy.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::facts {

/// What a record stays known by when its file is moved: its class and the id in its name.
using RecordKey = std::pair<const policy::DocumentClass*, std::string>;

/// Nothing for a path of no class, and for one whose name holds no id.
std::optional<RecordKey> record_key(const std::string& path, const policy::Policy& policy);

/// The paths that a record left between two trees, for the one at which `blob` stands: with the same content,
/// or with the same id in their names. Empty where the trees cannot be compared.
std::vector<std::string> left_paths(const DocumentFacts& document, const git::ObjectId& blob,
                                    const git::Repository& repository, const git::ObjectId& before,
                                    const git::ObjectId& after);

} // namespace docs_lint::facts
