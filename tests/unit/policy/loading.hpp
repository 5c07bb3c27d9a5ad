#pragma once

#include "policy/load_from.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

namespace docs_lint::tests {

inline policy::KnownRules some_rules() {
    return {{"gate/item-missing", "gate/evidence-vague", "header/missing", "record/changed"},
            {"record/changed"}};
}

inline policy::Policy built_in_policy() {
    auto loaded = policy::load(std::nullopt, some_rules());
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    return *loaded;
}

inline base::Result<policy::Policy> load_configuration(const std::string& content) {
    return policy::load(policy::Configuration{".docs-lint.yaml", content}, some_rules());
}

/// What `load` says against a configuration; empty where it accepts it.
inline std::string problems_of(const std::string& content) {
    const auto loaded = load_configuration(content);
    if (loaded) return {};
    CHECK(loaded.error().kind == base::ErrorKind::configuration);
    return loaded.error().message;
}

} // namespace docs_lint::tests
