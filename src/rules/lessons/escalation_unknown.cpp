#include "facts/lessons.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::lessons::escalation_unknown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a lessons record escalates to a role that the process does not name for it",
    .why =
        "A problem that no template can solve goes to the role that answers for its kind. Sent anywhere else "
        "it stays unsolved, and looks as if it were in good hands.",
    .fix = "Escalate to the role that the process names for this kind of problem.",
    .source = "Tech backlog lessons learnt template, escalation",
    .severity = diagnostics::Severity::warning,
};

namespace {

bool may_receive(const facts::Escalation& escalation, const policy::Lessons& lessons,
                 const policy::RoleRegister& roles) {
    return roles.may_act_as_any(escalation.roles, lessons.escalation_roles);
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto& lessons = document->document_class->lessons;
    if (!lessons || lessons->escalation_roles.empty()) return;
    const policy::RoleRegister& roles = document.policy->roles;
    for (const facts::Escalation& escalation : facts::read_escalations(document)) {
        if (may_receive(escalation, *lessons, roles)) continue;
        report.finding({
            .message = fmt::format("\"{}\" is no role to which a review escalates", escalation.name),
            .location = document->at(escalation.source),
            .help = fmt::format("escalate to {}", titles_of(lessons->escalation_roles, roles)),
        });
    }
}

} // namespace docs_lint::rules::lessons::escalation_unknown
