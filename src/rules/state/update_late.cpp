#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

namespace docs_lint::rules::state::update_late {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a transition was committed long before or after the time that its row gives",
    .why = "Everybody reads the record to learn who acts next. An update that comes hours later leaves them "
           "working on "
           "the old state, and a time from memory is a guess.",
    .fix = "Commit the record when the state changes. A late row may give the true time; the reason belongs "
           "beside it.",
    .source = "Delivery process, global invariant GI-4: updated within 15 minutes of any state change",
    .severity = diagnostics::Severity::warning,
};

namespace {

using facts::Edition;
using std::chrono::minutes;

bool has_row(const Edition& edition, const Edition::Transition& row) {
    return std::any_of(edition.transitions.begin(), edition.transitions.end(), [&](const auto& other) {
        return other.from == row.from && other.to == row.to && other.when == row.when;
    });
}

/// Of several rows in one commit the newest one: the others were logged late with it, and one finding says
/// so.
const Edition::Transition* newest_new_row(const facts::Revision& revision) {
    const Edition::Transition* newest = nullptr;
    for (const Edition::Transition& row : revision.after->transitions) {
        if (!row.when || has_row(*revision.before, row)) continue;
        if (newest == nullptr || base::surely_before(*newest->when, *row.when)) newest = &row;
    }
    return newest;
}

minutes since_epoch(const base::Moment& moment) {
    const auto day = std::chrono::sys_days{moment.date}.time_since_epoch();
    return std::chrono::duration_cast<minutes>(day + *moment.time_of_day);
}

/// A commit has two clocks; a rebase moves one of them. The nearer one counts.
minutes apart(const base::Moment& when, const facts::Revision& revision) {
    minutes least = minutes::max();
    for (const auto& clock : {revision.authored_at, revision.committed_at}) {
        const auto committed = std::chrono::duration_cast<minutes>(std::chrono::seconds{clock->seconds});
        least = std::min(least, std::chrono::abs(committed - since_epoch(when)));
    }
    return least;
}

std::string in_words(minutes time) {
    const auto count = time.count();
    if (count > 48 * 60) return fmt::format("{} days", count / (24 * 60));
    if (count > 120) return fmt::format("{} hours", count / 60);
    return fmt::format("{} minutes", count);
}

} // namespace

/// Rows without a time of day, a record's first commit and what is not committed yet say too little to judge.
void check(const facts::History& history, Report& report) {
    for (const facts::Revision& revision : history.revisions) {
        if (revision.before == nullptr || revision.after == nullptr || !revision.committed_at) continue;
        const policy::Process* process = revision.after->process;
        if (process == nullptr || !process->update_within) continue;
        const Edition::Transition* row = newest_new_row(revision);
        if (row == nullptr || !row->when->time_of_day) continue;
        const minutes distance = apart(*row->when, revision);
        if (distance <= *process->update_within) continue;
        report.finding({
            .message = fmt::format(
                "the transition to {} is logged for {}, and {} recorded it {} apart from that", row->to,
                base::to_string(*row->when), commit_name(revision.commit), in_words(distance)),
            .location = revision.after->at(row->place),
            .help = fmt::format(
                "correct the row where its time is wrong (times are UTC), or say beside it why it "
                "came late; commit the next transition within {} minutes",
                process->update_within->count()),
            .commit = revision.commit,
        });
    }
}

} // namespace docs_lint::rules::state::update_late
