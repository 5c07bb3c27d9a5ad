#include "base/text.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::item_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a gate that claims to have passed lacks an item that the process defines",
    .why = "A gate passes item by item. An item that was left out was signed off by nobody, and the record "
           "reads as if it "
           "had been.",
    .fix = "Add the missing item with its evidence, owner confirmation and PMO validation; or take back the "
           "claim that "
           "the gate has passed.",
    .source = "Delivery process, gates and their items; Gate Validation Format",
    .suppressible = false,
};

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::GateFacts& gate : document.gates) {
        if (!gate.claim || gate.missing.empty()) continue;
        std::vector<std::string> ids;
        for (const policy::ProcessItem* item : gate.missing) ids.push_back(item->id);
        const bool whole_gate = gate.items.empty();
        report.finding({
            .message =
                whole_gate
                    ? fmt::format("gate {} counts as passed and the record holds none of its items: {}",
                                  gate.id, base::list_in_words(ids))
                    : fmt::format("gate {} counts as passed and lacks {}", gate.id, base::list_in_words(ids)),
            .location = document->at(gate.place(*document)),
            .help = fmt::format(
                "add {} with evidence, owner confirmation and validation, or correct what says that gate "
                "{} has passed",
                base::list_in_words(ids), gate.id),
            .related = {claim_of(document, "gate " + gate.id, *gate.claim)},
        });
    }
}

} // namespace docs_lint::rules::gate::item_missing
