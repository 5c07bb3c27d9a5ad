#include "rules/commit_names.hpp"
#include "rules/filed_offences.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::record::deleted {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a filed record was deleted, or moved to where nobody looks for it",
    .why = "A filed record stays where it was filed. One that is gone, even for one commit, or that stands "
           "outside the "
           "folder of its class, is no longer what the process rests on.",
    .fix =
        "Before the commit is shared, take it out (git reset, git rebase). Once it is shared, restore the "
        "record in its place as it was filed: the deletion stays in the history and stays named, until the "
        "team lets this rule begin at a later commit (effective-from in the configuration).",
    .source = "Role charter §9: filed status is immutable",
    .suppressible = false,
};

void check(const facts::History& history, Report& report) {
    const auto message = [](const facts::FiledRecordChange& change) {
        const std::string who = commit_name(change.commit);
        if (change.new_path.empty()) return fmt::format("{} deletes a filed record", who);
        return fmt::format("{} takes a filed record from its place and puts it at {}", who, change.new_path);
    };
    report_offences(history, facts::FiledOffence::deleted, message,
                    "restore the record in its place as it was filed", report);
}

} // namespace docs_lint::rules::record::deleted
