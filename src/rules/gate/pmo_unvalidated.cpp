#include "rules/confirmation_fault.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::pmo_unvalidated {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a passed item's validation is missing, not a plain pass, undated, or not by the role that validates",
    .why = "Validation is the second pair of eyes on evidence and confirmation. Without it the item is one "
           "person's word.",
    .fix = "Have the item validated: `PMO validation: Pass — PMO Lead, <date>`.",
    .source = "Delivery process, Gate Validation Format",
    .suppressible = false,
};

namespace {

std::optional<std::string> fault_of(const facts::ItemFacts& item, const policy::Policy& policy) {
    const policy::SignOffFormat& format = policy.sign_off;
    auto fault = confirmation_fault(item.validation_component, item.validation,
                                    format.validation_pass.front(), format.validation_fail.front());
    if (fault) return fault;
    if (facts::validated_by_right_role(item, policy)) return std::nullopt;
    return fmt::format("is by {}, not by the {}", names_of(item.validation.roles),
                       titles_of({format.validator_role}, policy.roles));
}

std::string help_for(const policy::Policy& policy) {
    const policy::SignOffFormat& format = policy.sign_off;
    return fmt::format("validate in one line: \"{}: {} — {}, YYYY-MM-DD\"", format.validation_labels.front(),
                       format.validation_pass.front(), titles_of({format.validator_role}, policy.roles));
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::ItemFacts* item : claimed_items(document)) {
        const auto& component = item->validation_component;
        const auto fault = fault_of(*item, *document.policy);
        if (!fault) {
            report_remark("the validation of " + name_of(*item), item->validation,
                          document->at(place_of(*item, component)), report);
            continue;
        }
        report.finding({
            .message = fmt::format("the validation of {} {}", name_of(*item), *fault),
            .location = document->at(place_of(*item, component)),
            .help = help_for(*document.policy),
            .related = grounds_of(document, *item, component),
        });
    }
}

} // namespace docs_lint::rules::gate::pmo_unvalidated
