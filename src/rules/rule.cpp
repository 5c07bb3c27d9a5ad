#include "rules/rule.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::rules {

void Report::finding(Finding finding) {
    diagnostics::Diagnostic diagnostic;
    diagnostic.rule = std::string(rule_);
    diagnostic.severity = std::min(severity_, finding.at_most.value_or(severity_));
    diagnostic.message = std::move(finding.message);
    diagnostic.location = std::move(finding.location);
    diagnostic.commit = std::move(finding.commit);
    diagnostic.related = std::move(finding.related);
    diagnostic.help = std::move(finding.help);
    outcome_->findings.push_back(std::move(diagnostic));
}

void Report::unverified(std::string message, diagnostics::Location location, std::string help) {
    outcome_->unverified.push_back(
        {std::string(rule_), std::move(message), std::move(location), std::move(help)});
}

const Rule* find_rule(std::string_view id) {
    const auto rules = all_rules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [id](const Rule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

std::string_view scope_of(const Rule& rule) {
    constexpr std::string_view kScopes[] = {"one document", "the snapshot", "history", "suppressions"};
    return kScopes[rule.check.index()];
}

} // namespace docs_lint::rules
