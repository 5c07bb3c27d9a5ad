#include "base/text.hpp"
#include "model/header_values.hpp"
#include "rules/header_dates.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::header::date_future {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a date in a header or a sign-off is later than the commit that wrote it",
    .why =
        "Nobody can have updated, filed or signed a document on a day that had not come when the commit was "
        "made.",
    .fix = "Write the day on which it was done.",
    .source = "Delivery process, invariant GI-4; document lifecycle guide, header fields",
};

namespace {

using base::Date;
using facts::Edition;
using facts::Revision;
using std::chrono::sys_days;

/// When something was written, the last day that its writer can have had, and the commit, if it is known.
struct Writing {
    Date day{};
    Date last_day{};
    const Revision* revision = nullptr;
};

/// The later of a commit's two clocks.
base::Instant written_at(const Revision& revision) {
    return revision.authored_at->seconds > revision.committed_at->seconds ? *revision.authored_at
                                                                          : *revision.committed_at;
}

/// The last commit of the run that brought in what `says` finds in a version; else the snapshot's own time.
template <typename Says>
std::optional<Writing> writing_of(const facts::History& history, const facts::DocumentFacts& document,
                                  Says says) {
    const Revision* last = nullptr;
    for (const Revision* revision : history.revisions.of(document->path)) {
        if (revision->after == nullptr || !says(*revision->after)) continue;
        if (revision->before == nullptr || !says(*revision->before)) last = revision;
    }
    if (last != nullptr && last->authored_at && last->committed_at) {
        const Date day = base::latest_date_at(written_at(*last));
        return Writing{day, day, last};
    }
    if (!document.recorded_at) return std::nullopt;
    // What is not committed yet may be written where it is tomorrow already.
    return Writing{base::to_moment(*document.recorded_at).date, base::latest_date_at(*document.recorded_at),
                   nullptr};
}

void report_if_later(const std::string& name, Date date, const std::optional<Writing>& writing,
                     diagnostics::Location location, Report& report) {
    if (!writing || sys_days{date} <= sys_days{writing->last_day}) return;
    report.finding({
        .message = fmt::format("{} is dated {}, later than {}, when that was written", name,
                               base::to_string(date), base::to_string(writing->day)),
        .location = std::move(location),
        .help = "write the day on which it was done",
        .commit = writing->revision != nullptr ? writing->revision->commit : std::string(),
    });
}

void check_field(const facts::History& history, const facts::DocumentFacts& document,
                 const model::Field& field, Report& report) {
    const auto value = model::read_date_value(field.value, document.policy->sign_off);
    if (!value.moment || value.second) return;
    const auto says = [&](const Edition& edition) {
        const Edition::Field* one = edition.find_field({field.key});
        return one != nullptr && base::trim(one->value) == base::trim(field.value.text);
    };
    report_if_later(fmt::format("\"{}\"", base::trim(field.key)), value.moment->date,
                    writing_of(history, document, says), document->at(field.source), report);
}

/// A date that is later than the whole snapshot is gate/date-order's matter.
bool is_judged_by_snapshot(const facts::DocumentFacts& document, Date date) {
    return document.recorded_at && sys_days{date} > sys_days{base::latest_date_at(*document.recorded_at)};
}

void check_confirmation(const facts::History& history, const facts::DocumentFacts& document,
                        const facts::ItemFacts& item, const model::Confirmation& confirmation,
                        std::optional<base::Moment> Edition::Item::*date, const std::string& name,
                        Report& report) {
    if (!confirmation.date || is_judged_by_snapshot(document, confirmation.date->date)) return;
    const std::string id = item.definition != nullptr ? item.definition->id : item.item->title;
    const auto says = [&](const Edition& edition) {
        const Edition::Item* one = edition.find_item(id);
        return one != nullptr && one->*date == confirmation.date;
    };
    report_if_later(fmt::format("{} of {}", name, name_of(item)), confirmation.date->date,
                    writing_of(history, document, says), document->at(confirmation.date_source), report);
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::DocumentFacts& document : history.corpus->documents) {
        for (const model::Field* field : date_fields_of(document))
            check_field(history, document, *field, report);
        for (const facts::ItemFacts* item : claimed_items(document)) {
            check_confirmation(history, document, *item, item->owner, &Edition::Item::owner_date,
                               "the owner confirmation", report);
            check_confirmation(history, document, *item, item->validation, &Edition::Item::validation_date,
                               "the validation", report);
        }
    }
}

} // namespace docs_lint::rules::header::date_future
