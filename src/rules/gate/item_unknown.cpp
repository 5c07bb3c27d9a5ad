#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>

namespace docs_lint::rules::gate::item_unknown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a gate item that the process does not define, or one that is given twice",
    .why = "A mistyped id leaves the real item unsigned; of two items with one id nobody can say which one "
           "counts.",
    .fix = "Correct the id, or merge the two items into one.",
    .source = "Delivery process, gates and their items",
    .severity = diagnostics::Severity::warning,
};

namespace {

void report_unknown(const facts::DocumentFacts& document, const facts::ItemFacts& item, Report& report) {
    report.finding({
        .message =
            fmt::format("the process \"{}\" defines no item {}", document.process->title, name_of(item)),
        .location = document->at(item.item->heading),
        .help = "correct the item's id or title; a gate is judged by the items that its process defines",
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr) return;
    std::map<std::string, const facts::ItemFacts*> first;
    for (const facts::GateFacts& gate : document.gates)
        for (const facts::ItemFacts& item : gate.items) {
            if (item.definition == nullptr) {
                report_unknown(document, item, report);
                continue;
            }
            const auto [known, added] = first.emplace(item.definition->id, &item);
            if (added) continue;
            report.finding({
                .message = fmt::format("{} is given twice", item.definition->id),
                .location = document->at(item.item->heading),
                .help = "keep one of the two; where an item was validated anew, replace the old sign-off in "
                        "its place",
                .related = {{"it stands here first", document->at(known->second->item->heading)}},
            });
        }
}

} // namespace docs_lint::rules::gate::item_unknown
