#include "base/text.hpp"
#include "policy/read_sections.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

const std::vector<std::string> kSeverityWords = {"off", "information", "warning", "error"};

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The scalar that says the severity, or nothing where the entry is malformed.
const Setting* severity_setting(const Setting& id, const Setting& entry, Problems& problems) {
    if (entry.is(yaml::NodeKind::scalar)) return &entry;
    if (entry.is(yaml::NodeKind::mapping)) {
        expect_keys(entry, id, {"severity"}, {}, problems);
        const Setting* severity = entry.find("severity");
        return severity != nullptr && expect(*severity, yaml::NodeKind::scalar, problems) ? severity
                                                                                          : nullptr;
    }
    problems.add(id, fmt::format("the rule \"{}\" has no severity", id.scalar),
                 fmt::format("it may be {}", base::list_in_words(kSeverityWords, "or")));
    return nullptr;
}

bool check_rule(const Setting& id, const KnownRules& rules, Problems& problems) {
    if (contains(rules.ids, id.scalar)) return true;
    problems.add_unknown(id, "rule", id.scalar, rules.ids);
    return false;
}

Suppression read_suppression(const Setting& entry, const KnownRules& rules, Problems& problems) {
    Suppression suppression;
    suppression.origin = *entry.file;
    suppression.line = entry.line;
    if (!expect_keys(entry, entry, {"rule", "path", "reason"}, {"until"}, problems)) return suppression;
    read(entry, "rule", suppression.rule, problems);
    read(entry, "path", suppression.path, problems);
    read(entry, "reason", suppression.reason, problems);
    read(entry, "until", suppression.until, problems);
    const Setting* rule = entry.find("rule");
    if (rule == nullptr || !rule->is(yaml::NodeKind::scalar) || !check_rule(*rule, rules, problems))
        return suppression;
    if (contains(rules.not_suppressible, rule->scalar))
        problems.add(*rule, fmt::format("findings of \"{}\" cannot be suppressed", rule->scalar),
                     "it guards what nobody may change; correct the document instead");
    return suppression;
}

} // namespace

std::map<std::string, diagnostics::Severity> read_severities(const Setting& section, const KnownRules& rules,
                                                             ReadContext& context) {
    std::map<std::string, diagnostics::Severity> severities;
    Problems& problems = context.problems;
    if (!expect(section, yaml::NodeKind::mapping, problems)) return severities;
    for (const auto& [id, entry] : section.members) {
        const bool known = check_rule(id, rules, problems);
        const Setting* written = severity_setting(id, entry, problems);
        if (written == nullptr) continue;
        const auto severity = diagnostics::parse_severity(written->scalar);
        if (!severity)
            problems.add_unknown(*written, "severity", written->scalar, kSeverityWords);
        else if (*severity == diagnostics::Severity::off && contains(rules.not_suppressible, id.scalar))
            problems.add(*written, fmt::format("the rule \"{}\" cannot be switched off", id.scalar),
                         "it guards what nobody may change");
        else if (known)
            severities[id.scalar] = *severity;
    }
    return severities;
}

std::vector<Suppression> read_suppressions(const Setting& section, const KnownRules& rules,
                                           ReadContext& context) {
    std::vector<Suppression> suppressions;
    if (!expect(section, yaml::NodeKind::sequence, context.problems)) return suppressions;
    for (const Setting& entry : section.items)
        suppressions.push_back(read_suppression(entry, rules, context.problems));
    return suppressions;
}

} // namespace docs_lint::policy
