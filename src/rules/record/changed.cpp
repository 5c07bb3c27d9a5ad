#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/filed_offences.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::record::changed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a filed record's content was changed",
    .why = "A filed record is what was known and decided on that day. If it can change afterwards it proves "
           "nothing. A "
           "status that is set back, a byte order mark and other line endings are changes, too: a record is "
           "the bytes "
           "that were filed.",
    .fix = "Before the commit is shared, take it out (git reset, git rebase). Once it is shared, restore the "
           "record as it was filed: the change and its restoration both stay in the history and stay named, "
           "until the team lets this rule begin at a later commit (effective-from in the configuration). New "
           "facts go into a new record, or into an amendment section where the team has declared one for the "
           "class.",
    .source = "Role charter §9: filed status is immutable",
    .suppressible = false,
};

namespace {

std::string message_of(const facts::FiledRecordChange& change) {
    const std::string who = commit_name(change.commit);
    if (!change.new_path.empty())
        return fmt::format("{} renames a filed record to {} and changes it", who, change.new_path);
    if (change.unfiled) return fmt::format("{} takes back the filing of a filed record", who);
    if (change.changed_lines == 0) return fmt::format("{} adds to a filed record", who);
    return fmt::format("{} changes {} of a filed record", who, base::count_of(change.changed_lines, "line"));
}

} // namespace

void check(const facts::History& history, Report& report) {
    report_offences(history, facts::FiledOffence::changed, message_of,
                    "restore what was filed, and write new facts into a new record", report);
}

} // namespace docs_lint::rules::record::changed
