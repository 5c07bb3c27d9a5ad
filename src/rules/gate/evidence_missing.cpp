#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::evidence_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a passed item has no evidence, or an empty one",
    .why = "No gate passes without written evidence. Without it nobody can check later what the two "
           "confirmations were "
           "given for.",
    .fix = "Write down the specific reference that shows it: a commit, a document with section and version, "
           "a statement "
           "with its author, a test result.",
    .source = "Delivery process, invariant GI-3; Gate Validation Format",
    .suppressible = false,
};

namespace {

std::string fault_of(const facts::ItemFacts& item) {
    const auto& evidence = item.evidence_component;
    if (evidence.placed.size() > 1)
        return fmt::format("{} gives evidence {} times", name_of(item), evidence.placed.size());
    if (evidence.component != nullptr) return fmt::format("the evidence of {} is empty", name_of(item));
    if (!evidence.misplaced.empty()) return fmt::format("{} has no evidence that counts", name_of(item));
    return fmt::format("{} has no evidence", name_of(item));
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::ItemFacts* item : claimed_items(document)) {
        const auto& component = item->evidence_component;
        const bool empty =
            component.component == nullptr || (item->evidence.text.empty() && !item->evidence.is_pending);
        if (!empty) continue;
        report.finding({
            .message = fault_of(*item),
            .location = document->at(place_of(*item, component)),
            .help =
                "write one line \"Evidence: ...\" beside the two confirmations, with the specific reference",
            .related = grounds_of(document, *item, component),
        });
    }
}

} // namespace docs_lint::rules::gate::evidence_missing
