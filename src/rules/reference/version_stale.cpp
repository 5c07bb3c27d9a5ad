#include "facts/references.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::reference::version_stale {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a document is cited with a version that its header no longer gives",
    .why =
        "The reader takes the sentence to hold for the document as it is, and it was written of another one.",
    .fix = "Read what changed, adapt the sentence, and cite the version of today. A sentence about the past "
           "says "
           "so: since v1.0, introduced in v1.1.",
    .source = "Role charter §8, document versions",
    .severity = diagnostics::Severity::warning,
};

namespace {

/// `v1.8` may mean any of 1.8.x.
bool agrees(const base::Version& cited, const base::Version& now) {
    const bool series = cited.patch_number == 0 && cited.major_number == now.major_number &&
                        cited.minor_number == now.minor_number;
    return cited == now || series;
}

bool speaks_of_the_past(const model::Reference& reference, const policy::ReferenceFormat& format) {
    return model::contains_any_word(reference.context, format.history_words) ||
           !base::find_moments(reference.context).empty();
}

void check_reference(const facts::Corpus& corpus, const facts::DocumentFacts& document,
                     const model::Reference& reference, Report& report) {
    const auto& format = corpus.policy->references;
    if (!reference.target.version || speaks_of_the_past(reference, format)) return;
    if (facts::need_not_exist(reference, format) || facts::is_statement_of_its_day(document, reference))
        return;
    const facts::Resolution found = facts::resolve(corpus.index, document->path, reference);
    const bool one = found.found == facts::Found::one || found.found == facts::Found::elsewhere;
    if (!one || found.paths.size() != 1) return;
    if (const facts::UnreadDocument* unread = corpus.find_unread(found.paths[0]))
        return report.unverified(fmt::format("the version of {}: {}", found.paths[0], unread->reason),
                                 document->at(reference.target.source), unread->help);
    const facts::DocumentFacts* target = corpus.find(found.paths[0]);
    const auto now = target != nullptr ? facts::header_version(*target) : std::nullopt;
    if (!now || agrees(*reference.target.version, now->version)) return;
    report.finding({
        .message = fmt::format("{} is cited at version {}, and its header says {}", found.paths[0],
                               base::to_string(*reference.target.version), base::to_string(now->version)),
        .location = document->at(reference.target.source),
        .help = "read what changed and cite the version of today; where the past is meant, say so (\"since "
                "v1.0\")",
        .related = {{"the header of the cited document", (*target)->at(now->source)}},
    });
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentFacts& document : corpus.documents) {
        if (document.filing.filed || document->document_class->is_dated) continue;
        for (const model::Reference& reference : document->references)
            check_reference(corpus, document, reference, report);
    }
}

} // namespace docs_lint::rules::reference::version_stale
