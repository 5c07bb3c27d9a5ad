#include "base/text.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::header::status_reversed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a commit takes a document's status back along a way that its lifecycle does not have",
    .why =
        "Nothing returns from being deprecated, superseded or archived: readers have moved to what replaced "
        "it, and "
        "would not learn that the old text holds again.",
    .fix = "Restore the status, and put what holds now into a new document.",
    .source =
        "Document lifecycle guide, lifecycle of each class: nothing returns from Deprecated or Archived",
};

namespace {

using facts::Edition;

/// Where a status stands in the life of a document; nothing for one that the class does not know.
std::optional<std::size_t> rank_of(const policy::DocumentClass& document_class, std::string_view status) {
    const auto& known = document_class.statuses;
    const auto found = std::find_if(known.begin(), known.end(), [&](const std::string& one) {
        return base::equals_ignoring_case(one, status);
    });
    if (found == known.end()) return std::nullopt;
    return static_cast<std::size_t>(found - known.begin());
}

struct Reversal {
    const facts::Revision* revision = nullptr;
    std::shared_ptr<const Edition> from; ///< the last version with the status that there is no way back from
};

/// The last commit behind which the status is earlier than one that it had for good.
std::optional<Reversal> last_reversal(const facts::History& history, const model::Document& document) {
    const policy::DocumentClass& document_class = *document.document_class;
    std::optional<Reversal> last;
    std::shared_ptr<const Edition> held; // the last version with a known status, where a commit dropped it
    for (const facts::Revision* revision : history.revisions.of(document.path)) {
        if (revision->before == nullptr || revision->after == nullptr) continue;
        if (rank_of(document_class, revision->before->status)) held = revision->before;
        const auto now = rank_of(document_class, revision->after->status);
        if (!now || held == nullptr) continue;
        if (document_class.is_final_status(held->status) && *now < *rank_of(document_class, held->status))
            last = Reversal{revision, held};
        held = revision->after;
    }
    return last;
}

void check_document(const facts::History& history, const facts::DocumentFacts& document, Report& report) {
    const policy::DocumentClass& document_class = *document->document_class;
    const model::Field* status = document->header.find_any(document_class.status_fields);
    if (status == nullptr || document_class.no_return_from.empty()) return;
    const auto reversal = last_reversal(history, *document);
    if (!reversal) return;
    const std::string holds = model::status_value(*status, document_class);
    const auto rank = rank_of(document_class, holds);
    if (!rank || *rank >= *rank_of(document_class, reversal->from->status)) return; // restored since
    Finding finding{
        .message = fmt::format("the status went back from {} to {}", reversal->from->status, holds),
        .location = document->at(status->source),
        .help = fmt::format("restore {}, and put what holds now into a new document", reversal->from->status),
        .commit = reversal->revision->commit,
    };
    if (const Edition::Field* before = reversal->from->find_field(document_class.status_fields))
        finding.related.push_back(
            {fmt::format("it was {} here", reversal->from->status), reversal->from->at(before->place)});
    report.finding(std::move(finding));
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::DocumentFacts& document : history.corpus->documents)
        check_document(history, document, report);
}

} // namespace docs_lint::rules::header::status_reversed
