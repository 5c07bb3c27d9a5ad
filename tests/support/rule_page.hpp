#pragma once

#include "diagnostics/severity.hpp"
#include "rules/own_rules.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// What a rule's page is made of, beside its examples.
struct RulePage {
    std::string rule;
    std::string severity, scope, source;
    std::string summary, why, fix;
    bool suppressible = true;
};

inline RulePage page_of(const rules::Rule& rule) {
    const rules::RuleMetadata& metadata = *rule.metadata;
    return {std::string(rule.id),
            std::string(to_string(metadata.severity)),
            std::string(rules::scope_of(rule)),
            std::string(metadata.source),
            std::string(metadata.summary),
            std::string(metadata.why),
            std::string(metadata.fix),
            metadata.suppressible};
}

/// The text of `rules/docs/<group>/<rule>.md`, with the rule's `example-*` fixtures and what they really
/// print.
std::string render_page(const RulePage& page);

/// The text of `rules/docs/README.md`.
std::string render_index(const std::vector<RulePage>& pages);

/// The text of `rules/docs/own-rules.md`: each general kind with its examples and what they really print.
std::string render_own_rules();
std::filesystem::path own_rules_path();

std::filesystem::path page_path(const std::string& rule);
std::filesystem::path index_path();

} // namespace docs_lint::tests
