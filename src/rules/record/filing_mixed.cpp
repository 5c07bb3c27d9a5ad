#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::record::filing_mixed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the commit that files a record changes more in it than filing needs",
    .why = "What is changed in the moment of filing escapes both review as work and protection as a record.",
    .fix =
        "Commit the changes first, then file in a commit of its own: header, state, log and the last gate.",
    .source = "Role charter §9: filed at closure, no amendments afterwards",
    .severity = diagnostics::Severity::warning,
};

void check(const facts::History& history, Report& report) {
    for (const facts::FilingChange& filing : history.filings) {
        if (filing.beyond_filing.count() == 0) continue;
        std::vector<diagnostics::Related> related;
        for (const auto& place : filing.beyond_filing.changed)
            related.push_back({"this line was changed along", place});
        for (const auto& place : filing.beyond_filing.removed)
            related.push_back({"this line was taken out", place});
        report.finding({
            .message =
                fmt::format("{} files the record and changes {} that filing does not need",
                            commit_name(filing.commit), base::count_of(filing.beyond_filing.count(), "line")),
            .location = filing.filed_line,
            .help = "commit the changes first, then file in a commit of its own",
            .related = std::move(related),
            .commit = filing.commit,
        });
    }
}

} // namespace docs_lint::rules::record::filing_mixed
