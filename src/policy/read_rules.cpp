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

/// What an entry says: `warning`, or `{severity: warning, effective-from: 2026-03-01}`.
struct WrittenRule {
    const Setting* severity = nullptr;
    const Setting* effective_from = nullptr;
};

const Setting* find_scalar(const Setting& entry, std::string_view key, Problems& problems) {
    const Setting* value = entry.find(key);
    return value != nullptr && expect(*value, yaml::NodeKind::scalar, problems) ? value : nullptr;
}

WrittenRule read_entry(const Setting& id, const Setting& entry, Problems& problems) {
    if (entry.is(yaml::NodeKind::scalar)) return {&entry, nullptr};
    if (entry.is(yaml::NodeKind::mapping) && !entry.members.empty()) {
        expect_keys(entry, id, {}, {"severity", "effective-from"}, problems);
        return {find_scalar(entry, "severity", problems), find_scalar(entry, "effective-from", problems)};
    }
    problems.add(id, fmt::format("the rule \"{}\" has no severity", id.scalar),
                 fmt::format("it may be {}", base::list_in_words(kSeverityWords, "or")));
    return {};
}

bool is_commit_prefix(const std::string& text) {
    return text.size() >= 7 && text.size() <= 40 &&
           text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::optional<EffectiveFrom> parse_effective_from(const Setting& written) {
    EffectiveFrom limit{{}, written.scalar, *written.file, written.line, written.column};
    if (const auto date = base::parse_date(written.scalar))
        limit.since = *date;
    else if (const auto version = base::parse_version(written.scalar))
        limit.since = *version;
    else if (is_commit_prefix(written.scalar))
        limit.since = CommitPrefix{written.scalar};
    else
        return std::nullopt;
    return limit;
}

/// A guarantee may begin at a commit that is there: that bounds what is old. A date could lie in the future,
/// and a version is what the record says of itself.
void read_effective_from(const Setting& id, const Setting& written, bool is_guarantee, Problems& problems,
                         std::map<std::string, EffectiveFrom>& limits) {
    const auto limit = parse_effective_from(written);
    if (!limit)
        problems.add(
            written, fmt::format("\"{}\" is no date, version or commit", written.scalar),
            "write 2026-03-01, the version of the process, such as 1.1, or 7 to 40 digits of a commit's "
            "name in lower case");
    else if (is_guarantee && !std::holds_alternative<CommitPrefix>(limit->since))
        problems.add(written, fmt::format("the rule \"{}\" can only be in force from a commit on", id.scalar),
                     "it guards what nobody may change; name the first commit that it is to hold for");
    else
        limits[id.scalar] = *limit;
}

bool check_rule(const Setting& id, const KnownRules& rules, Problems& problems) {
    if (contains(rules.ids, id.scalar)) return true;
    problems.add_unknown(id, "rule", id.scalar, rules.ids);
    return false;
}

void read_severity(const Setting& id, const Setting& written, bool is_guarantee, Problems& problems,
                   std::map<std::string, diagnostics::Severity>& severities) {
    const auto severity = diagnostics::parse_severity(written.scalar);
    if (!severity)
        problems.add_unknown(written, "severity", written.scalar, kSeverityWords);
    else if (*severity == diagnostics::Severity::off && is_guarantee)
        problems.add(written, fmt::format("the rule \"{}\" cannot be switched off", id.scalar),
                     "it guards what nobody may change");
    else
        severities[id.scalar] = *severity;
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

void read_rule_settings(const Setting& section, const KnownRules& rules, ReadContext& context,
                        Policy& policy) {
    Problems& problems = context.problems;
    if (!expect(section, yaml::NodeKind::mapping, problems)) return;
    for (const auto& [id, entry] : section.members) {
        check_rule(id, rules, problems);
        const bool is_guarantee = contains(rules.not_suppressible, id.scalar);
        const WrittenRule written = read_entry(id, entry, problems);
        if (written.severity != nullptr)
            read_severity(id, *written.severity, is_guarantee, problems, policy.severities);
        if (written.effective_from != nullptr)
            read_effective_from(id, *written.effective_from, is_guarantee, problems, policy.effective_from);
    }
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
