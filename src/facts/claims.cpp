#include "facts/claims.hpp"

#include "model/status_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace docs_lint::facts {
namespace {

void consider(std::optional<DeclaredState>& furthest, const policy::Process& process,
              const std::string& state, base::Span source) {
    const auto rank = process.rank_of(state);
    if (rank && (!furthest || *rank > furthest->rank)) furthest = DeclaredState{*rank, state, source};
}

bool is_ticked(const model::Component& component) {
    return std::any_of(component.value.begin(), component.value.end(), [](const markdown::Text& line) {
        return line.text.find("✅") != std::string::npos || line.text.find("✔") != std::string::npos;
    });
}

/// `Passed`, `OK`: no validation, but a claim to be one.
bool says_passed_in_other_words(const model::Component& component, const policy::SignOffFormat& format) {
    return std::any_of(component.value.begin(), component.value.end(), [&](const markdown::Text& line) {
        return model::read_status_claim(line.text, format).passed;
    });
}

bool reads_as_passed(const model::Component& component, const policy::Policy& policy) {
    using model::Verdict;
    const Verdict verdict = model::read_confirmation(component, policy).verdict;
    if (verdict == Verdict::pending) return is_ticked(component);
    if (verdict == Verdict::unclear)
        return is_ticked(component) || says_passed_in_other_words(component, policy.sign_off);
    return verdict == Verdict::positive || verdict == Verdict::hedged || verdict == Verdict::contradictory;
}

/// Rows that lead to a state of the process: another table with the same columns is no log of it.
std::vector<const model::Transition*> rows_of_process(const model::Document& document,
                                                      const policy::Process& process) {
    std::vector<const model::Transition*> rows;
    for (const model::Transition& row : document.transitions)
        if (process.rank_of(row.to)) rows.push_back(&row);
    return rows;
}

/// Both ends of a log may be the newer one where their dates do not say which one is.
void consider_log(std::optional<DeclaredState>& furthest, const policy::Process& process,
                  const model::Transition& first, const model::Transition& last) {
    const bool dated = first.when && last.when;
    if (!dated || !base::surely_before(*first.when, *last.when))
        consider(furthest, process, first.to, first.source);
    if (!dated || !base::surely_before(*last.when, *first.when))
        consider(furthest, process, last.to, last.source);
}

} // namespace

std::optional<DeclaredState> furthest_declared_state(const model::Document& document,
                                                     const policy::Process& process) {
    std::optional<DeclaredState> furthest;
    for (const model::StateDeclaration& declared : document.states)
        consider(furthest, process, declared.state, declared.source);
    const auto rows = rows_of_process(document, process);
    if (!rows.empty()) consider_log(furthest, process, *rows.front(), *rows.back());
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
