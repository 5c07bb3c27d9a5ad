#include "reporters/summary.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace docs_lint::reporters {
namespace {

using base::count_of;

std::string findings_in_words(const Counts& counts) {
    std::vector<std::string> parts;
    if (counts.errors > 0) parts.push_back(count_of(counts.errors, "error"));
    if (counts.warnings > 0) parts.push_back(count_of(counts.warnings, "warning"));
    if (counts.information > 0) parts.push_back(fmt::format("{} for information", counts.information));
    return fmt::format("{} in {}", fmt::join(parts, ", "), count_of(counts.documents, "document"));
}

std::string nothing_found(const engine::Summary& summary) {
    if (summary.governed == 0) return "nothing to judge, 0 governed records";
    if (summary.judged == 0)
        return fmt::format("no findings, and none of {} was judged",
                           count_of(summary.governed, "governed document"));
    return fmt::format("no findings in {}{}", count_of(summary.judged, "document"),
                       summary.changed == 0 ? "; 0 governed records changed" : "");
}

std::string judged_in_words(const engine::Summary& summary) {
    std::string text = fmt::format("{} of {} ({} filed, {} in all)", summary.judged,
                                   count_of(summary.governed, "governed document"), summary.filed,
                                   count_of(summary.files, "file"));
    if (summary.commits > 0) text += fmt::format(", {}", count_of(summary.commits, "commit"));
    return text;
}

} // namespace

Counts count(const diagnostics::Outcome& outcome) {
    Counts counts;
    std::set<std::string_view> documents;
    for (const diagnostics::Diagnostic& finding : outcome.findings) {
        documents.insert(finding.location.path);
        if (finding.severity == diagnostics::Severity::error)
            ++counts.errors;
        else if (finding.severity == diagnostics::Severity::warning)
            ++counts.warnings;
        else
            ++counts.information;
    }
    counts.unverified = outcome.unverified.size();
    counts.documents = documents.size();
    return counts;
}

std::string verdict_alone(const engine::RunResult& result) {
    const Counts counts = count(result.outcome);
    std::vector<std::string> parts;
    if (!result.outcome.findings.empty()) parts.push_back(findings_in_words(counts));
    if (counts.unverified > 0)
        parts.push_back(fmt::format("{} could not be verified", count_of(counts.unverified, "check")));
    if (parts.empty()) parts.push_back(nothing_found(result.summary));
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string verdict(const engine::RunResult& result) {
    return "docs-lint: " + verdict_alone(result);
}

std::vector<std::pair<std::string, std::string>> account(const engine::RunResult& result) {
    const engine::Summary& summary = result.summary;
    std::vector<std::pair<std::string, std::string>> lines;
    const auto add = [&lines](std::string_view label, std::string_view text) {
        if (!text.empty()) lines.emplace_back(label, base::escape_invisible(text));
    };
    add("looked at", summary.scope);
    if (!result.shard.is_whole())
        add("shard", fmt::format("{} of {}: what is about its paths; `docs-lint merge` gives the verdict",
                                 result.shard.number, result.shard.count));
    add("judged", judged_in_words(summary));
    if (summary.changed) add("changed", count_of(*summary.changed, "governed record"));
    add("policy", summary.policy);
    if (summary.suppressed > 0) add("suppressed", count_of(summary.suppressed, "finding"));
    if (summary.baselined > 0) add("baseline", count_of(summary.baselined, "known finding"));
    if (summary.older_than_rules > 0)
        add("not in force", fmt::format("{} about what is older than the rule",
                                        count_of(summary.older_than_rules, "finding")));
    for (const std::string& note : summary.notes) add("note", note);
    if (summary.governed == 0)
        add("hint", "no document here is governed: the policy covers none of these paths; `.docs-lint.yaml` "
                    "says which documents belong to which class, and `docs-lint init` proposes one");
    return lines;
}

std::vector<std::pair<std::string, std::size_t>> frequencies(const diagnostics::Outcome& outcome) {
    std::map<std::string, std::size_t> by_rule;
    for (const diagnostics::Diagnostic& finding : outcome.findings) ++by_rule[finding.rule];
    std::vector<std::pair<std::string, std::size_t>> rows(by_rule.begin(), by_rule.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return rows;
}

} // namespace docs_lint::reporters
