#include "base/text.hpp"
#include "facts/document_needs.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::gate::document_unready {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the document that a passed item speaks of is not there, or not as far as the item says",
    .why =
        "The gate opens work on the strength of a decisions record or a scope document. If that is missing, "
        "lacks a field or still has open boxes, the sign-off vouches for something that is not so.",
    .fix = "Finish the document and commit it at its place; until then the item has not passed.",
    .source = "Feature process, items 1.2, 4.1 to 4.4 and 5.3; document lifecycle guide, class 4",
    .suppressible = false,
};

namespace {

constexpr std::size_t kMostPlaces = 5;

struct Complaint {
    std::string what;
    std::string help;
    std::vector<diagnostics::Related> related;
};

void report_on(const facts::DocumentNeed& need, Complaint complaint, Report& report) {
    const facts::DocumentFacts& record = *need.record;
    complaint.related.push_back(claim_of(record, name_of(*need.item), *need.item->claim));
    std::optional<diagnostics::Severity> at_most;
    if (record.filing.filed) at_most = diagnostics::Severity::warning; // it may have gone since
    report.finding({
        .message = fmt::format("{} counts as passed, and {}", name_of(*need.item), complaint.what),
        .location = record->at(place_of(*need.item, need.item->evidence_component)),
        .help = std::move(complaint.help),
        .related = std::move(complaint.related),
        .at_most = at_most,
    });
}

void report_absent(const facts::DocumentNeed& need, Report& report) {
    if (!need.first) return; // said once
    const std::string kind = base::lower(need.document_class->title);
    report_on(need,
              {fmt::format("there is no {}{}{}", kind, need.id.empty() ? "" : " for ", need.id),
               fmt::format("commit it at {}", need.document_class->paths.front().text()),
               {}},
              report);
}

void check_header(const facts::DocumentNeed& need, const facts::DocumentFacts& document, Report& report) {
    const auto lacking = facts::lacking_fields(document);
    if (!need.need->complete_header || lacking.empty()) return;
    const base::Span place =
        document->header.present() ? document->header.fields.front().source : document->beginning();
    report_on(need,
              {fmt::format("the header of {} does not give {}", document->path, base::list_in_words(lacking)),
               "fill the header in, and sign the item anew",
               {{"the header", document->at(place)}}},
              report);
}

void check_checklist(const facts::DocumentNeed& need, const facts::DocumentFacts& document, Report& report) {
    if (need.need->checklist.empty()) return;
    const auto boxes = facts::boxes_below(document, need.need->checklist);
    if (boxes.empty())
        return report_on(
            need,
            {fmt::format("{} has no checklist", document->path),
             fmt::format("give it a section \"{}\" with a box for each point", need.need->checklist.front()),
             {{"the document", diagnostics::whole_document(document->path)}}},
            report);
    std::vector<diagnostics::Related> open;
    std::size_t count = 0;
    for (const model::TaskBox* box : boxes) {
        if (box->ticked) continue;
        if (++count <= kMostPlaces) open.push_back({"this box is open", document->at(box->source)});
    }
    if (count == 0) return;
    report_on(need,
              {fmt::format("{} has {} in its checklist", document->path,
                           count == 1 ? "an open box" : fmt::format("{} open boxes", count)),
               "do what they ask for and tick them, and sign the item anew", std::move(open)},
              report);
}

void check_versions(const facts::DocumentNeed& need, const facts::DocumentFacts& document, Report& report) {
    const auto& references = document->references;
    const bool versions = !document->registers.empty() ||
                          std::any_of(references.begin(), references.end(), [](const model::Reference& one) {
                              return one.target.version.has_value();
                          });
    if (!need.need->lists_versions || versions) return;
    report_on(need,
              {fmt::format("{} names no document with its version", document->path),
               "list each spec with its path and its version",
               {{"the document", diagnostics::whole_document(document->path)}}},
              report);
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentNeed& need : facts::gather_document_needs(corpus)) {
        if (need.paths.empty()) report_absent(need, report);
        for (const std::string& path : need.paths) {
            if (const facts::UnreadDocument* unread = corpus.find_unread(path))
                report.unverified(
                    fmt::format("whether {} is as {} says: {}", path, name_of(*need.item), unread->reason),
                    (*need.record)->at(need.item->item->heading), unread->help);
            const facts::DocumentFacts* document = corpus.find(path);
            if (document == nullptr) continue;
            check_header(need, *document, report);
            check_versions(need, *document, report);
            check_checklist(need, *document, report);
        }
    }
}

} // namespace docs_lint::rules::gate::document_unready
