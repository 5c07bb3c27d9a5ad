#include "model/text_tools.hpp"
#include "rules/open_actions.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::action::open_at_transition {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an action of a state that the record has left is still open",
    .why = "A state is left when its work is done. What stays open is lost, since nobody looks back.",
    .fix = "Complete the action with its evidence, or name the state in which it goes on.",
    .source = "Delivery process, global invariants GI-1 and GI-5: no ambiguity survives a transition",
};

namespace {

/// The state that a text names; the one that a gate leads out of, where it names a gate.
std::optional<std::size_t> state_named_in(const std::string& text, const policy::Process& process) {
    if (const auto rank = process.rank_of(text)) return rank;
    for (std::size_t rank = 0; rank < process.states.size(); ++rank)
        if (model::find_word(text, process.states[rank])) return rank;
    for (const policy::ProcessGate& gate : process.gates)
        if (text == gate.id || model::find_word(text, "gate " + gate.id)) return process.rank_of(gate.from);
    return std::nullopt;
}

/// A column of the table says it, or the innermost heading above that names a state or gate.
std::optional<std::size_t> state_of(const model::Action& action, const facts::DocumentFacts& document) {
    if (!model::is_blank_or_dash(action.belongs_to))
        return state_named_in(action.belongs_to, *document.process);
    std::optional<std::size_t> rank;
    for (const model::Section& section : document->sections) {
        const bool around =
            section.source.begin <= action.source.begin && action.source.end <= section.source.end;
        if (!around) continue;
        if (const auto named = state_named_in(section.title, *document.process)) rank = named;
    }
    return rank;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto current = document.furthest_state();
    if (document.process == nullptr || !current) return;
    for (const model::Action* action : open_actions(document)) {
        const auto state = state_of(*action, document);
        if (!state || *state >= *current) continue;
        std::vector<diagnostics::Related> related;
        for (const model::StateDeclaration& declared : document->states)
            related.push_back({"the record's state is declared here", document->at(declared.source)});
        report.finding({
            .message =
                fmt::format("{} belongs to {} and is open, and the record's state is {}", name_of(*action),
                            document.process->states[*state], document.process->states[*current]),
            .location = document->at(action->source),
            .help = "complete it with its evidence, or move it to the state in which it goes on",
            .related = std::move(related),
        });
    }
}

} // namespace docs_lint::rules::action::open_at_transition
