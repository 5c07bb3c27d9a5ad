#include "facts/stays.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::state::time_exceeded {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a record stayed longer in a state than its severity allows",
    .why = "The limits are what makes a severity mean something: past them somebody has to step in.",
    .fix =
        "Escalate as the process says. For a stay that is over, the lessons record is the place to say why.",
    .source = "Delivery process, severity tiers: the maximum time in each state before escalation",
    .severity = diagnostics::Severity::warning,
};

namespace {

using std::chrono::minutes;

std::string in_words(minutes time) {
    const auto count = time.count();
    const bool whole_days = count % (24 * 60) == 0 && count > 48 * 60;
    if (whole_days || count > 10 * 24 * 60) return fmt::format("{} days", count / (24 * 60));
    if (count % 60 == 0 || count > 10 * 60) return fmt::format("{} hours", count / 60);
    return fmt::format("{} minutes", count);
}

} // namespace

/// A date without a time counts in favour of the record. The current state is judged only by a run that may
/// look at the clock.
void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::Stay& stay : facts::stays_of(document)) {
        const auto limit = facts::stay_limit(document, stay.state);
        if (!limit || !stay.ended || *stay.ended - stay.entered <= limit->longest) continue;
        std::vector<diagnostics::Related> related = {
            {"its severity stands here", document->at(limit->severity_at)}};
        if (stay.is_over()) related.push_back({"it left the state here", document->at(stay.left_at)});
        const auto at_least = std::chrono::duration_cast<minutes>(*stay.ended - stay.entered);
        report.finding({
            .message = fmt::format("the record {} in {} for at least {}, and {} allows {}",
                                   stay.is_over() ? "was" : "has been", document.process->states[stay.state],
                                   in_words(at_least), limit->tier->name, in_words(limit->longest)),
            .location = document->at(stay.entered_at),
            .help = stay.is_over()
                        ? "say in the lessons record why; a date without its time may be made exact"
                        : "escalate as the process says",
            .related = std::move(related),
        });
    }
}

} // namespace docs_lint::rules::state::time_exceeded
