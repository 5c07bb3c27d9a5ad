#include "facts/stays.hpp"

#include "facts/transition_log.hpp"

namespace docs_lint::facts {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

seconds earliest(const base::Moment& moment) {
    const auto day = std::chrono::sys_days{moment.date}.time_since_epoch();
    return seconds{day} + moment.time_of_day.value_or(seconds{0});
}

seconds latest(const base::Moment& moment) {
    return moment.time_of_day ? earliest(moment) : earliest(moment) + hours{24};
}

const DeclaredSeverity* first_known(const std::vector<DeclaredSeverity>& declared) {
    for (const DeclaredSeverity& one : declared)
        if (one.tier != nullptr) return &one;
    return nullptr;
}

/// The last row's stay goes on.
std::optional<Stay> current_stay(const DocumentFacts& document, const LogRow& row) {
    if (document.filing.filed) return std::nullopt;
    Stay stay{row.to, latest(*row.row->when), std::nullopt, row.row->source, {}};
    if (document.clock) stay.ended = earliest(base::earliest_moment_at(*document.clock));
    return stay;
}

} // namespace

std::vector<Stay> stays_of(const DocumentFacts& document) {
    std::vector<Stay> stays;
    const auto log = transition_log(document);
    for (std::size_t at = 0; at < log.rows.size(); ++at) {
        const LogRow& row = log.rows[at];
        if (!row.row->when) continue;
        if (at + 1 == log.rows.size()) {
            if (auto stay = current_stay(document, row)) stays.push_back(*stay);
        } else if (const model::Transition& next = *log.rows[at + 1].row; next.when) {
            stays.push_back(
                {row.to, latest(*row.row->when), earliest(*next.when), row.row->source, next.source});
        }
    }
    return stays;
}

std::optional<StayLimit> stay_limit(const DocumentFacts& document, std::size_t state) {
    if (document.process == nullptr) return std::nullopt;
    const auto declared = declared_severities(document);
    const DeclaredSeverity* severity = first_known(declared);
    if (severity == nullptr) return std::nullopt;
    const auto limit = severity->tier->longest_stay.find(document.process->states[state]);
    if (limit == severity->tier->longest_stay.end()) return std::nullopt;
    return StayLimit{severity->tier, limit->second, severity->source};
}

} // namespace docs_lint::facts
