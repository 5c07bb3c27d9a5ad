#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::document::misnamed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a document's file name or folder breaks the naming convention of its class",
    .why = "People and tools find a record by its item's id in its name. One that is called otherwise is "
           "missed, "
           "and written "
           "a second time.",
    .fix = "Rename the document as its class asks, before it is filed.",
    .source = "Role charter §9, naming and locations; delivery process, record of a defect",
    .severity = diagnostics::Severity::warning,
};

void check(const facts::DocumentFacts& document, Report& report) {
    const policy::DocumentClass& document_class = *document->document_class;
    if (document_class.is_well_named(document->path)) return;
    std::vector<std::string> conventions;
    for (const base::PathPattern& pattern : document_class.named) conventions.push_back(pattern.text());
    report.finding({
        .message = fmt::format("this is not how a document of class \"{}\" is called", document_class.title),
        .location = diagnostics::whole_document(document->path),
        .help =
            document.filing.filed
                ? fmt::format("the convention is {}; a filed record stays in the place in which it was filed",
                              base::list_in_words(conventions, "or"))
                : fmt::format("rename it to {}", base::list_in_words(conventions, "or")),
    });
}

} // namespace docs_lint::rules::document::misnamed
