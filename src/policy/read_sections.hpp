#pragma once

#include "policy/policy.hpp"
#include "policy/reader.hpp"

#include <optional>
#include <vector>

namespace docs_lint::policy {

/// Readers of the top-level keys, one file each. Each takes the merged value and notes every problem.
SignOffFormat read_sign_off(const Setting& section, const Setting& owner, ReadContext& context);
HeaderFields read_header_fields(const Setting& section, ReadContext& context);
TemplateWords read_template_words(const Setting& section, ReadContext& context);
std::vector<Role> read_roles(const Setting& section, ReadContext& context);
std::vector<DocumentClass> read_classes(const Setting& section, ReadContext& context);
Discovery read_discovery(const Setting& section, ReadContext& context);
GovernedFolders read_governed_folders(const Setting& section, ReadContext& context);
std::vector<Process> read_processes(const Setting& section, ReadContext& context);
std::vector<OwnRule> read_own_rules(const Setting& section, const KnownRules& rules, ReadContext& context);
ReferenceFormat read_references(const Setting& section, ReadContext& context);
void read_rule_settings(const Setting& section, const KnownRules& rules, ReadContext& context,
                        Policy& policy);
std::vector<Suppression> read_suppressions(const Setting& section, const KnownRules& rules,
                                           ReadContext& context);

/// `identity` and `two-identities` of the mapping; nothing where it does not hold them.
std::optional<IdentityGrade> read_identity_grade(const Setting& entry, Problems& problems);
std::optional<bool> read_two_identities(const Setting& entry, Problems& problems);

/// Readers of parts of a class or process; `entry` is the mapping that may hold them.
std::optional<Lessons> read_lessons(const Setting& entry, ReadContext& context);
std::optional<Deviations> read_deviations(const Setting& entry, ReadContext& context);
std::optional<Closure> read_closure(const Setting& entry, const std::vector<std::string>& states,
                                    ReadContext& context);

} // namespace docs_lint::policy
