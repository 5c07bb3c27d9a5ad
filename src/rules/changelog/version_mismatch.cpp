#include "model/version_text.hpp"
#include "rules/change_logs.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::changelog::version_mismatch {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the header's version and the newest row of the change log differ",
    .why = "One of the two is wrong, and a reader who cites the document cannot tell which version it is.",
    .fix = "Find out which one is right: add the missing row, or correct the header. Mark a row whose "
           "version is "
           "still to come as planned.",
    .source = "Role charter §9: a change-log entry for every version increment",
};

void check(const facts::DocumentFacts& document, Report& report) {
    if (!keeps_change_log(document)) return;
    const model::Field* field = version_field(document);
    const model::ChangeLogRow* newest = newest_row(document);
    if (field == nullptr || newest == nullptr) return;
    const auto version = model::version_at_front(field->value.text);
    if (!version || *version == *newest->version) return;
    report.finding({
        .message = fmt::format("the header says version {}, and the newest row of the change log is of {}",
                               base::to_string(*version), base::to_string(*newest->version)),
        .location = document->at(field->source),
        .help = *version > *newest->version
                    ? fmt::format("add a row for {}, or correct the header", base::to_string(*version))
                    : fmt::format("raise the header to {}, correct the row, or mark it as planned",
                                  base::to_string(*newest->version)),
        .related = {{"the newest row of the change log", document->at(newest->source)}},
    });
}

} // namespace docs_lint::rules::changelog::version_mismatch
