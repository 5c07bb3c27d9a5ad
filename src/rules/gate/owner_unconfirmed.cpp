#include "rules/confirmation_fault.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::owner_unconfirmed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a passed item's owner confirmation is missing, not a plain yes, or without role or date",
    .why = "The owner answers for the item. A box, a name without a date or both options left standing is "
           "nobody's answer.",
    .fix = "Have the owner confirm: `Owner confirmation: Yes — <role>, <date>`.",
    .source = "Delivery process, Gate Validation Format",
    .suppressible = false,
};

namespace {

/// Nobody is asked to turn a no into a yes.
std::string help_for(const facts::ItemFacts& item, const policy::SignOffFormat& format) {
    if (item.owner.verdict == model::Verdict::negative)
        return "settle with the owner what is lacking; until then, take back what says that the item has "
               "passed";
    return fmt::format("have the owner confirm in one line: \"{}: {} — role, YYYY-MM-DD\"",
                       format.owner_labels.front(), format.owner_yes.front());
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const policy::SignOffFormat& format = document.policy->sign_off;
    for (const facts::ItemFacts* item : claimed_items(document)) {
        const auto& component = item->owner_component;
        const auto fault =
            confirmation_fault(component, item->owner, format.owner_yes.front(), format.owner_no.front());
        if (!fault) {
            report_remark("the owner confirmation of " + name_of(*item), item->owner,
                          document->at(place_of(*item, component)), report);
            continue;
        }
        report.finding({
            .message = fmt::format("the owner confirmation of {} {}", name_of(*item), *fault),
            .location = document->at(place_of(*item, component)),
            .help = help_for(*item, format),
            .related = grounds_of(document, *item, component),
        });
    }
}

} // namespace docs_lint::rules::gate::owner_unconfirmed
