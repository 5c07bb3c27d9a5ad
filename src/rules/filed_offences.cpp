#include "rules/filed_offences.hpp"

#include "rules/commit_names.hpp"

#include <fmt/format.h>

namespace docs_lint::rules {
namespace {

/// Commits that others have stay: a later one that undoes the offence is a second thing that was done to the
/// record.
std::string help_on(const facts::FiledRecordChange& change, const std::string& cure) {
    if (change.commit.empty()) return cure;
    return fmt::format(
        "before the commit is shared, take it out (`git reset`, `git rebase`); once it is shared, {}: what "
        "was done stays in the history and stays named, until the team lets this rule begin at a later "
        "commit (`effective-from`)",
        cure);
}

} // namespace

void report_offences(const facts::History& history, facts::FiledOffence offence,
                     const std::function<std::string(const facts::FiledRecordChange&)>& message,
                     const std::string& cure, Report& report) {
    for (const facts::FiledRecordChange& change : history.filed_changes) {
        if (change.offence != offence) continue;
        report.finding({
            .message = message(change),
            .location = change.place,
            .help = help_on(change, cure),
            .related = {{fmt::format("as it stood in {}, the record is filed here",
                                     commit_name(change.parent)),
                         change.filed_line}},
            .commit = change.commit,
        });
    }
}

} // namespace docs_lint::rules
