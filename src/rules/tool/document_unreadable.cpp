#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::tool::document_unreadable {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a governed document could not be read",
    .why = "A document that was not read was not judged. A link in its place is a fault; a limit or a file "
           "system error is "
           "reported as not verified.",
    .fix = "Put a plain file of ordinary size in its place, or cure what the message names.",
    .source = "docs-lint: what is not read never passes",
    .suppressible = false,
};

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::UnreadDocument& unread : corpus.unread) {
        const auto place = diagnostics::whole_document(unread.path);
        if (unread.is_fault)
            report.finding({.message = unread.reason, .location = place, .help = unread.help});
        else
            report.unverified(unread.reason, place, unread.help);
    }
}

} // namespace docs_lint::rules::tool::document_unreadable
