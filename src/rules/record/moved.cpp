#include "rules/commit_names.hpp"
#include "rules/filed_offences.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::record::moved {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a filed record was renamed within its folder, without a change",
    .why = "Its content is what was filed, but links to it break and its history is harder to follow.",
    .fix = "Keep the name that it was filed under, or make sure that what refers to it was changed along.",
    .source = "Role charter §9: filed status is immutable; naming and locations",
    .severity = diagnostics::Severity::warning,
    .suppressible = false,
};

void check(const facts::History& history, Report& report) {
    const auto message = [](const facts::FiledRecordChange& change) {
        return fmt::format("{} renames a filed record to {}", commit_name(change.commit), change.new_path);
    };
    report_offences(history, facts::FiledOffence::moved, message,
                    "keep the name that it was filed under, or check what refers to it", report);
}

} // namespace docs_lint::rules::record::moved
