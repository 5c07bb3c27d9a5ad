#include "rules/confirmation_fault.hpp"

#include <fmt/format.h>

namespace docs_lint::rules {
namespace {

using model::Verdict;

std::optional<std::string> fault_of_place(const facts::ComponentFacts& component) {
    if (component.placed.size() > 1) return fmt::format("is given {} times", component.placed.size());
    if (component.component != nullptr) return std::nullopt;
    return component.misplaced.empty() ? "is missing" : "does not stand where it counts";
}

std::optional<std::string> fault_of_verdict(const model::Confirmation& confirmation, const std::string& yes,
                                            const std::string& no) {
    switch (confirmation.verdict) {
    case Verdict::positive:
        return std::nullopt;
    case Verdict::missing:
        return "is empty";
    case Verdict::pending:
        return "is still to come";
    case Verdict::undecided:
        return fmt::format("leaves both {} and {} standing", yes, no);
    case Verdict::negative:
        return fmt::format("says {}", no);
    case Verdict::hedged:
        return fmt::format("takes its {} back in the same line{}", yes,
                           confirmation.hedge.empty() ? "" : fmt::format(": \"{}\"", confirmation.hedge));
    case Verdict::contradictory:
        return fmt::format("says both {} and {}", yes, no);
    case Verdict::unclear:
        return fmt::format("says neither {} nor {} in so many letters", yes, no);
    }
    return std::nullopt;
}

/// `[Yes] — [QA Lead], [2026-03-02]`: the template's brackets were kept round the answer.
bool stands_in_brackets(const model::Component& component) {
    return !component.value.empty() && component.value.front().text.starts_with('[');
}

/// A date in words, or one in another place, is nearly there: its reader is told what is amiss with it.
std::string fault_of_date(const model::Confirmation& confirmation) {
    if (confirmation.date_impossible) return "gives a date that no calendar has";
    if (confirmation.other_date.empty()) return "has no date";
    if (base::parse_moment(confirmation.other_date))
        return fmt::format("has its date, {}, not right behind the role", confirmation.other_date);
    return fmt::format("has no date in the form YYYY-MM-DD: \"{}\"", confirmation.other_date);
}

} // namespace

std::optional<std::string> confirmation_fault(const facts::ComponentFacts& component,
                                              const model::Confirmation& confirmation, const std::string& yes,
                                              const std::string& no) {
    if (auto fault = fault_of_place(component)) return fault;
    if (confirmation.verdict == Verdict::unclear && stands_in_brackets(*component.component))
        return "has its answer in brackets, which the template puts round what is still to be chosen";
    if (auto fault = fault_of_verdict(confirmation, yes, no)) return fault;
    if (!component.component->plain) return "holds a character that a reader cannot see or takes for another";
    if (confirmation.roles.empty()) return "names no role";
    if (!confirmation.date) return fault_of_date(confirmation);
    return std::nullopt;
}

void report_remark(const std::string& name, const model::Confirmation& confirmation,
                   const diagnostics::Location& place, Report& report) {
    if (confirmation.remark.empty()) return;
    const std::string why = confirmation.remark_word.empty()
                                ? "it may take the sign-off back"
                                : fmt::format("\"{}\" may take the sign-off back", confirmation.remark_word);
    report.finding({
        .message = fmt::format("{} says more than a sign-off does: \"{}\"", name, confirmation.remark),
        .location = place,
        .help = why + "; let the line end with the date, and put what else is to be said into the evidence",
        .at_most = diagnostics::Severity::warning,
    });
}

} // namespace docs_lint::rules
