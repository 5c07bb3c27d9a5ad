#pragma once

#include "policy/embedded.hpp"
#include "policy/policy.hpp"
#include "policy/problems.hpp"
#include "policy/setting.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace docs_lint::policy {

/// The packs and the configuration laid over one another, before anybody knows what the keys mean.
struct Layers {
    std::vector<std::string> packs; ///< the lowest first
    Setting root;                   ///< a mapping of the top-level keys
    bool complete = true;           ///< every file could be read
};

Layers stack_layers(std::span<const EmbeddedFile> files, const std::optional<Configuration>& configuration,
                    Problems& problems);

} // namespace docs_lint::policy
