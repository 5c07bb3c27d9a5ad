#include "facts/claims.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::facts {
namespace {

void consider(std::optional<DeclaredState>& furthest, const policy::Process& process,
              const std::string& state, base::Span source) {
    const auto rank = process.rank_of(state);
    if (rank && (!furthest || *rank > furthest->rank)) furthest = DeclaredState{*rank, state, source};
}

bool reads_as_passed(const model::Component& component, const policy::Policy& policy) {
    using model::Verdict;
    const Verdict verdict = model::read_confirmation(component, policy).verdict;
    return verdict == Verdict::positive || verdict == Verdict::hedged || verdict == Verdict::contradictory;
}

} // namespace

const model::Transition* newest_transition(const model::Document& document) {
    if (document.transitions.empty()) return nullptr;
    const model::Transition& first = document.transitions.front();
    const model::Transition& last = document.transitions.back();
    const bool newest_first = first.when && last.when && base::surely_before(*last.when, *first.when);
    return newest_first ? &first : &last;
}

namespace {

/// The dates of the log say which of its ends is the newer one.
bool has_order(const model::Document& document) {
    const auto& first = document.transitions.front().when;
    const auto& last = document.transitions.back().when;
    return first && last && (base::surely_before(*first, *last) || base::surely_before(*last, *first));
}

} // namespace

std::optional<DeclaredState> furthest_declared_state(const model::Document& document,
                                                     const policy::Process& process) {
    std::optional<DeclaredState> furthest;
    for (const model::StateDeclaration& declared : document.states)
        consider(furthest, process, declared.state, declared.source);
    if (const auto* newest = newest_transition(document))
        consider(furthest, process, newest->to, newest->source);
    if (!document.transitions.empty() && !has_order(document))
        consider(furthest, process, document.transitions.front().to, document.transitions.front().source);
    return furthest;
}

std::optional<Claim> gate_claim(const GateFacts& gate, const std::optional<DeclaredState>& furthest,
                                const policy::Process* process) {
    if (gate.gate != nullptr)
        for (const model::GateStatus& status : gate.gate->statuses)
            if (status.passed) return Claim{"its status line says so", status.source};
    if (gate.definition == nullptr || process == nullptr || !furthest) return std::nullopt;
    const auto opened = process->rank_of(gate.definition->to);
    if (!opened || furthest->rank < *opened) return std::nullopt;
    return Claim{fmt::format("the record's state is {}", furthest->state), furthest->source};
}

std::optional<Claim> item_claim(const ItemFacts& item, const std::optional<Claim>& gate,
                                const policy::Policy& policy) {
    if (gate) return gate;
    for (const model::Component& component : item.item->components)
        if (component.kind == model::ComponentKind::validation && reads_as_passed(component, policy))
            return Claim{"its own validation says so", component.source};
    return std::nullopt;
}

} // namespace docs_lint::facts
