#include "facts/severity.hpp"
#include "facts/transition_log.hpp"
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

minutes earliest(const base::Moment& moment) {
    const auto day = std::chrono::sys_days{moment.date}.time_since_epoch();
    return std::chrono::duration_cast<minutes>(day + moment.time_of_day.value_or(std::chrono::seconds{0}));
}

minutes latest(const base::Moment& moment) {
    return moment.time_of_day ? earliest(moment) : earliest(moment) + std::chrono::hours{24};
}

std::string in_words(minutes time) {
    const auto count = time.count();
    const bool whole_days = count % (24 * 60) == 0 && count > 48 * 60;
    if (whole_days || count > 10 * 24 * 60) return fmt::format("{} days", count / (24 * 60));
    if (count % 60 == 0 || count > 10 * 60) return fmt::format("{} hours", count / 60);
    return fmt::format("{} minutes", count);
}

struct Stay {
    std::size_t state = 0;
    minutes at_least{};
    base::Span entered;
    base::Span left; ///< empty: not left yet
};

std::vector<Stay> stays_of(const facts::DocumentFacts& document) {
    std::vector<Stay> stays;
    const auto log = facts::transition_log(document);
    for (std::size_t at = 0; at < log.rows.size(); ++at) {
        const facts::LogRow& row = log.rows[at];
        if (!row.row->when) continue;
        const bool is_last = at + 1 == log.rows.size();
        if (!is_last && log.rows[at + 1].row->when)
            stays.push_back({row.to, earliest(*log.rows[at + 1].row->when) - latest(*row.row->when),
                             row.row->source, log.rows[at + 1].row->source});
        if (is_last && document.clock && !document.filing.filed)
            stays.push_back({row.to,
                             earliest(base::earliest_moment_at(*document.clock)) - latest(*row.row->when),
                             row.row->source,
                             {}});
    }
    return stays;
}

const facts::DeclaredSeverity* first_known(const std::vector<facts::DeclaredSeverity>& declared) {
    for (const facts::DeclaredSeverity& one : declared)
        if (one.tier != nullptr) return &one;
    return nullptr;
}

} // namespace

/// A date without a time counts in favour of the record. The current state is judged only by a run that may
/// look at the clock.
void check(const facts::DocumentFacts& document, Report& report) {
    const auto declared = facts::declared_severities(document);
    const facts::DeclaredSeverity* severity = first_known(declared);
    if (severity == nullptr) return;
    for (const Stay& stay : stays_of(document)) {
        const std::string& state = document.process->states[stay.state];
        const auto limit = severity->tier->longest_stay.find(state);
        if (limit == severity->tier->longest_stay.end() || stay.at_least <= limit->second) continue;
        const bool over = !stay.left.empty();
        std::vector<diagnostics::Related> related = {
            {"its severity stands here", document->at(severity->source)}};
        if (over) related.push_back({"it left the state here", document->at(stay.left)});
        report.finding({
            .message = fmt::format("the record {} in {} for at least {}, and {} allows {}",
                                   over ? "was" : "has been", state, in_words(stay.at_least),
                                   severity->tier->name, in_words(limit->second)),
            .location = document->at(stay.entered),
            .help = over ? "say in the lessons record why; a date without its time may be made exact"
                         : "escalate as the process says",
            .related = std::move(related),
        });
    }
}

} // namespace docs_lint::rules::state::time_exceeded
