#include "model/header_values.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace docs_lint::rules::header::date_stale {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a document's text changed after the day that its header gives as its last update",
    .why = "Readers who know the version of that day do not look again, and sign what they have not read.",
    .fix = "Set the header's date to the day of the change.",
    .source = "Document lifecycle guide: Last Updated, a stale date is a fault; role charter §9",
    .severity = diagnostics::Severity::warning,
};

namespace {

using facts::Edition;
using facts::Revision;
using std::chrono::sys_days;

constexpr std::chrono::days kTolerance{1}; // written before midnight, committed after it

using RevisionList = std::vector<const Revision*>;

RevisionList revisions_of(const facts::History& history, const std::string& path) {
    RevisionList found = history.revisions.of(path);
    std::erase_if(found, [](const Revision* revision) {
        return revision->before == nullptr || revision->after == nullptr;
    });
    return found;
}

/// The text reads again as it did when the date was set.
bool is_as_dated(const RevisionList& revisions, base::Date updated) {
    const git::ObjectId& now = revisions.back()->after->meaning;
    const auto dated_so = [&](const Edition& edition) { return edition.updated == updated; };
    for (const Revision* revision : revisions) {
        if (dated_so(*revision->before)) return revision->before->meaning == now;
        if (dated_so(*revision->after)) return revision->after->meaning == now;
    }
    return false;
}

/// The earliest day on which the change can have been made, as its author's clock says.
base::Date day_of(const Revision& revision, const facts::DocumentFacts& document) {
    const auto when = revision.authored_at ? revision.authored_at : document.recorded_at;
    return base::earliest_moment_at(when.value_or(base::Instant{})).date;
}

const Revision* last_change_after(const RevisionList& revisions, const facts::DocumentFacts& document,
                                  base::Date updated) {
    const auto found = std::find_if(revisions.rbegin(), revisions.rend(), [&](const Revision* revision) {
        return revision->before->meaning != revision->after->meaning &&
               sys_days{day_of(*revision, document)} > sys_days{updated} + kTolerance;
    });
    return found == revisions.rend() ? nullptr : *found;
}

void check_document(const facts::History& history, const facts::DocumentFacts& document, Report& report) {
    const model::Field* field = document->header.find_any(document.policy->header_fields.updates);
    if (field == nullptr) return;
    const auto value = model::read_date_value(field->value, document.policy->sign_off);
    const RevisionList revisions = revisions_of(history, document->path);
    if (!value.moment || value.second || revisions.empty()) return;
    const base::Date updated = value.moment->date;
    if (is_as_dated(revisions, updated)) return;
    const Revision* change = last_change_after(revisions, document, updated);
    if (change == nullptr) return;
    report.finding({
        .message = fmt::format("the text changed on {}, and the header says {}",
                               base::to_string(day_of(*change, document)), base::to_string(updated)),
        .location = document->at(field->source),
        .help = "set the date to the day of the change",
        .commit = change->commit,
    });
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::DocumentFacts& document : history.corpus->documents)
        check_document(history, document, report);
}

} // namespace docs_lint::rules::header::date_stale
