#include "base/date.hpp"
#include "base/text.hpp"
#include "facts/renewed_sign_offs.hpp"
#include "facts/test_results.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::gate::date_order {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the dates of a passed item run against the order of evidence, confirmation, validation and "
               "transition",
    .why = "The owner confirms evidence that is there, validation follows confirmation, and the state "
           "changes after both. "
           "Dates in another order, or in the future, mean that one of them was not given when it says.",
    .fix = "Correct the date that is wrong; if the order was wrong, have the item signed off anew.",
    .source = "Delivery process, Gate Validation Format; invariant GI-4",
    .suppressible = false,
};

namespace {

using base::Moment;

struct DatedPlace {
    std::string name;
    Moment when;
    base::Span source;
};

void require_order(const facts::DocumentFacts& document, const std::string& item,
                   const std::optional<DatedPlace>& before, const std::optional<DatedPlace>& after,
                   Report& report) {
    if (!before || !after || !base::surely_before(after->when, before->when)) return;
    report.finding({
        .message = fmt::format("{} of {} is dated {}, before {} ({})", after->name, item,
                               base::to_string(after->when), before->name, base::to_string(before->when)),
        .location = document->at(after->source),
        .help = "correct the date that is wrong; where the order itself was wrong, sign the item off anew",
        .related = {{fmt::format("{} is dated here", before->name), document->at(before->source)}},
    });
}

void require_past(const facts::DocumentFacts& document, const std::string& item,
                  const std::optional<DatedPlace>& place, Report& report) {
    if (!place || !document.recorded_at) return;
    const Moment latest{base::latest_date_at(*document.recorded_at), std::nullopt};
    if (!base::surely_before(latest, place->when)) return;
    report.finding({
        .message = fmt::format("{} of {} is dated {}, later than {}, when the record was written",
                               place->name, item, base::to_string(place->when),
                               base::to_string(base::to_moment(*document.recorded_at).date)),
        .location = document->at(place->source),
        .help = "a sign-off carries the day on which it was given",
    });
}

std::optional<DatedPlace> dated(std::string name, const model::Confirmation& confirmation) {
    if (!confirmation.date) return std::nullopt;
    return DatedPlace{std::move(name), *confirmation.date, confirmation.date_source};
}

std::optional<DatedPlace> result_of(const facts::ItemFacts& item, const policy::Policy& policy) {
    const auto when = facts::result_date(item, policy);
    if (!when) return std::nullopt;
    return DatedPlace{"the evidence", *when, item.evidence_component.component->source};
}

struct DatedItem {
    std::string name;
    DatedPlace validation;
};

/// A sign-off that was given in time and anew after the transition is not out of order.
bool is_validated_late(const facts::DocumentFacts& document, const facts::ItemFacts& item,
                       const DatedPlace& validation, const DatedPlace& transition, Report& report) {
    if (!item.claim || (item.renewal && item.renewal->was_signed)) return false;
    if (item.renewal && item.renewal->unknown) {
        report.unverified(fmt::format("whether {} was signed before the transition and anew after it: {}",
                                      name_of(item), item.renewal->unknown->message),
                          document->at(validation.source), item.renewal->unknown->help);
        return false;
    }
    return base::surely_before(transition.when, validation.when);
}

std::vector<DatedItem> validated_late(const facts::DocumentFacts& document, const facts::GateFacts& gate,
                                      const DatedPlace& transition, Report& report) {
    std::vector<DatedItem> late;
    for (const facts::ItemFacts& item : gate.items) {
        auto validation = dated("the validation", item.validation);
        if (validation && is_validated_late(document, item, *validation, transition, report))
            late.push_back({name_of(item), std::move(*validation)});
    }
    return late;
}

/// `T.1, T.2 (2026-03-02) and T.3 (2026-03-04)`
std::string in_words(const std::vector<DatedItem>& items) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string date = base::to_string(items[at].validation.when);
        const bool goes_on = at + 1 < items.size() && base::to_string(items[at + 1].validation.when) == date;
        names.push_back(goes_on ? items[at].name : fmt::format("{} ({})", items[at].name, date));
    }
    return base::list_in_words(names);
}

void report_early_transition(const facts::DocumentFacts& document, const DatedPlace& transition,
                             const std::vector<DatedItem>& late, Report& report) {
    std::vector<diagnostics::Related> related;
    for (const DatedItem& item : late)
        related.push_back({fmt::format("the validation of {} is dated here", item.name),
                           document->at(item.validation.source)});
    report.finding({
        .message = fmt::format("{} is dated {}, before the validation of {}", transition.name,
                               base::to_string(transition.when), in_words(late)),
        .location = document->at(transition.source),
        .help = "correct the date that is wrong; where the order itself was wrong, sign the items off anew",
        .related = std::move(related),
    });
}

/// Once for a gate: one wrong date in the log is one thing to correct.
void check_transition(const facts::DocumentFacts& document, const facts::GateFacts& gate, Report& report) {
    const auto row = facts::newest_transition(document, gate);
    if (!row) return;
    const DatedPlace transition{"the transition to " + gate.definition->to, row->when, row->source};
    const auto late = validated_late(document, gate, transition, report);
    if (!late.empty()) report_early_transition(document, transition, late, report);
}

void check_item(const facts::DocumentFacts& document, const facts::ItemFacts& item, Report& report) {
    const std::string name = name_of(item);
    const auto owner = dated("the owner confirmation", item.owner);
    const auto validation = dated("the validation", item.validation);
    require_order(document, name, result_of(item, *document.policy), owner, report);
    require_order(document, name, owner, validation, report);
    require_past(document, name, owner, report);
    require_past(document, name, validation, report);
}

/// By the day: within one, owners may be quicker than who validates.
std::optional<DatedPlace> day_of(std::optional<DatedPlace> place) {
    if (place) place->when.time_of_day.reset();
    return place;
}

std::optional<DatedPlace> first_validation(const facts::DocumentFacts& document) {
    std::optional<DatedPlace> first;
    for (const facts::GateFacts& gate : document.gates)
        for (const facts::ItemFacts& item : gate.items)
            if (const auto validation = day_of(dated("the first validation of the record", item.validation));
                validation && (!first || base::surely_before(validation->when, first->when)))
                first = validation;
    return first;
}

/// Another gate of the record leads to the state that this one leaves: what is confirmed here came after it.
bool follows_another(const facts::GateFacts& gate, const facts::DocumentFacts& document) {
    return gate.definition != nullptr &&
           std::any_of(document.gates.begin(), document.gates.end(), [&](const facts::GateFacts& other) {
               return other.definition != nullptr && other.claim &&
                      other.definition->to == gate.definition->from;
           });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto opened = first_validation(document);
    for (const facts::GateFacts& gate : document.gates) {
        check_transition(document, gate, report);
        for (const facts::ItemFacts& item : gate.items) {
            if (!item.claim) continue;
            check_item(document, item, report);
            if (follows_another(gate, document))
                require_order(document, name_of(item), opened,
                              day_of(dated("the owner confirmation", item.owner)), report);
        }
    }
}

} // namespace docs_lint::rules::gate::date_order
