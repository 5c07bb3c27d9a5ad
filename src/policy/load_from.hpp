#pragma once

#include "policy/embedded.hpp"
#include "policy/policy.hpp"

#include <span>

namespace docs_lint::policy {

/// As `load`, with other packs than those that are built in.
base::Result<Policy> load_from(std::span<const EmbeddedFile> files,
                               const std::optional<Configuration>& configuration, const KnownRules& rules);

} // namespace docs_lint::policy
