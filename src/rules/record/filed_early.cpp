#include "base/text.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::record::filed_early {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a record is filed while a gate, an action or its state is still open",
    .why = "Filing closes a record for good. What is open then can never be signed off in it.",
    .fix = "Before filing, pass the last gate, close the actions and bring the state to its end. Where it "
           "was filed too "
           "early and is not yet committed, take the filing back; otherwise open a new record for the rest.",
    .source = "Role charter §9: active during delivery, filed at closure",
    .suppressible = false,
};

namespace {

std::optional<std::string> open_state(const facts::DocumentFacts& document,
                                      std::vector<diagnostics::Related>& related) {
    const auto furthest = document.furthest_state();
    if (!furthest || *furthest + 1 == document.process->states.size()) return std::nullopt;
    for (const model::StateDeclaration& declared : document->states)
        related.push_back({"its state is declared here", document->at(declared.source)});
    return fmt::format("its state is {}", document.process->states[*furthest]);
}

std::string name_of(const facts::GateFacts& gate) {
    return gate.id.empty() ? "an item of no gate" : "gate " + gate.id;
}

std::vector<std::string> open_gates(const facts::DocumentFacts& document,
                                    std::vector<diagnostics::Related>& related) {
    std::vector<std::string> open;
    for (const facts::GateFacts& gate : document.gates) {
        if (gate.claim || gate.passed()) continue;
        open.push_back(name_of(gate));
        if (gate.gate != nullptr)
            related.push_back({name_of(gate) + " is open", document->at(gate.gate->heading)});
    }
    return open;
}

std::size_t open_actions(const facts::DocumentFacts& document, std::vector<diagnostics::Related>& related) {
    std::size_t open = 0;
    for (const model::Action& action : document->actions) {
        if (action.status == model::ActionStatus::complete) continue;
        ++open;
        related.push_back({"this action is open", document->at(action.source)});
    }
    return open;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!document.filing.filed || !document->document_class->records_gates) return;
    std::vector<std::string> faults;
    std::vector<diagnostics::Related> related;
    if (auto state = open_state(document, related)) faults.push_back(std::move(*state));
    if (const auto gates = open_gates(document, related); !gates.empty())
        faults.push_back(
            fmt::format("{} {} open", base::list_in_words(gates), gates.size() == 1 ? "is" : "are"));
    if (const auto actions = open_actions(document, related); actions > 0)
        faults.push_back(
            fmt::format("{} {} open", base::count_of(actions, "action"), actions == 1 ? "is" : "are"));
    if (faults.empty()) return;
    report.finding({
        .message = fmt::format("the record is filed while {}", base::list_in_words(faults)),
        .location = document->at(document.filing.source),
        .help = "file it when its last gate has passed, or leave it active",
        .related = std::move(related),
    });
}

} // namespace docs_lint::rules::record::filed_early
