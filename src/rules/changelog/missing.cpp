#include "rules/change_logs.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::changelog::missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the document's class requires a change log and there is none",
    .why = "Who relies on a document must be able to see what changed since the version that they know.",
    .fix = "Add a section \"Change log\" with a table Version | Date | Change and a row for every version.",
    .source = "Document lifecycle guide, class 1; role charter §9: an entry for every version increment",
};

void check(const facts::DocumentFacts& document, Report& report) {
    const policy::DocumentClass& document_class = *document->document_class;
    if (document_class.change_log != policy::ChangeLogDuty::required || !document->change_log.empty()) return;
    const bool without_header = !document->header.present(); // has a finding of its own
    if (without_header) return;
    const model::Field* version = version_field(document);
    report.finding({
        .message = fmt::format("there is no change log, and a document of the class \"{}\" keeps one",
                               document_class.title),
        .location = document->at(version != nullptr ? version->source : document->header.source),
        .help =
            "add a section \"Change log\" with a table Version | Date | Change and a row for every version",
    });
}

} // namespace docs_lint::rules::changelog::missing
