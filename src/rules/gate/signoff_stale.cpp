#include "facts/signed_texts.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace docs_lint::rules::gate::signoff_stale {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "what was signed changed after the sign-off, and it was not signed anew",
    .why = "A sign-off is about a text. Where the evidence, or a document that it cites by its version, says "
           "something else afterwards, nobody has confirmed what now stands there.",
    .fix = "Have the item confirmed and validated anew, with new dates; or take the change back. A cited "
           "document gets "
           "a new version for its new words.",
    .source = "Delivery process, Gate Validation Format (present, consistent, explicitly confirmed)",
    .suppressible = false,
};

namespace {

using facts::Edition;
using facts::Revision;

/// When a revision was made; for what is not committed yet, the time of the run.
std::optional<base::Instant> made_at(const Revision& revision, const facts::History& history) {
    if (revision.authored_at) return revision.authored_at;
    const facts::DocumentFacts* document = history.corpus->find(revision.path);
    return document != nullptr ? document->recorded_at : std::nullopt;
}

bool may_be_signed_that_day(const facts::StaleItem& stale, const facts::History& history) {
    const auto made = made_at(*stale.revision, history);
    if (!made || !stale.was.item->validation_date) return false;
    return !base::surely_before({stale.was.item->validation_date->date, {}},
                                {base::to_moment(*made).date, {}});
}

void report_text(const facts::StaleItem& stale, const facts::History& history, Report& report) {
    const Edition& after = *stale.revision->after;
    const bool same_day = may_be_signed_that_day(stale, history);
    Finding finding{
        .message =
            fmt::format("{} changes the evidence of {} after its sign-off, {}",
                        commit_name(stale.revision->commit), stale.was.item->id,
                        same_day ? "on the same day: the sign-off that stands there may be of either text"
                                 : "and it was not signed anew"),
        .location = after.at(after.find_item(stale.was.item->id)->place),
        .help = "have it confirmed and validated anew, with the date of that day; or take the change back",
        .related = {{"the text that was signed", stale.was.edition->at(stale.was.item->place)}},
        .commit = stale.revision->commit,
    };
    if (same_day) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

/// When a revision was made; for what is not committed yet, the time of the run.
std::optional<base::Instant> time_of(const Revision& revision, const facts::DocumentFacts& document) {
    return revision.committed_at ? revision.committed_at : document.recorded_at;
}

/// The first revision after the sign-off that gave the cited document other words, which it still has under
/// the version that was signed.
const Revision* find_change(const facts::History& history, const std::string& path, base::Version version,
                            const base::Moment& signed_on, const facts::DocumentFacts& document) {
    const Revision* first = nullptr;
    const Edition* last = nullptr;
    for (const Revision* revision : history.revisions.of(path)) {
        last = revision->after.get();
        if (first != nullptr || revision->before == nullptr || revision->after == nullptr) continue;
        const auto when = time_of(*revision, document);
        const bool later =
            when && base::surely_before({signed_on.date, {}}, {base::to_moment(*when).date, {}});
        if (later && revision->before->version == version &&
            revision->before->meaning != revision->after->meaning)
            first = revision;
    }
    const bool holds = first != nullptr && last != nullptr && last->version == version &&
                       last->meaning != first->before->meaning;
    return holds ? first : nullptr;
}

void report_document(const facts::DocumentFacts& document, const facts::ItemFacts& item,
                     const model::PathMention& mention, const Revision& change, Report& report) {
    const auto* header = change.after->find_field(document.policy->header_fields.versions);
    report.finding({
        .message = fmt::format("{} changes {} after the sign-off of {}, and its version is still {}",
                               commit_name(change.commit), change.path, name_of(item),
                               base::to_string(*mention.version)),
        .location = document->at(mention.source),
        .help = "raise that document's version, so that the signed one stands; or have the item signed anew",
        .related = {{"the version there", header != nullptr
                                              ? change.after->at(header->place)
                                              : diagnostics::whole_document(change.path, change.commit)}},
        .commit = change.commit,
    });
}

void check_cited(const facts::History& history, const facts::SignedDocument& cited, Report& report) {
    if (const Revision* change = find_change(history, cited.path, *cited.mention->version,
                                             *cited.item->validation.date, *cited.record))
        report_document(*cited.record, *cited.item, *cited.mention, *change, report);
}

} // namespace

/// Judged by what a run of commits comes to: text that was put back, or was signed anew, is no finding.
void check(const facts::History& history, Report& report) {
    const auto texts = facts::follow_signed_texts(history.revisions, *history.corpus->policy);
    for (const auto& [key, stale] : texts.stale()) report_text(stale, history, report);
    for (const facts::SignedDocument& cited : history.signed_documents) check_cited(history, cited, report);
}

} // namespace docs_lint::rules::gate::signoff_stale
