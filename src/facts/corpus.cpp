#include "facts/corpus.hpp"

#include "facts/claims.hpp"
#include "model/known_gates.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

/// The record names gates or states, and none of them is the process's, or more of them are another's: it
/// follows a process that is not known here, or has another one's name.
bool follows_other_process(const model::Document& document, const policy::Process& process,
                           const policy::Policy& policy) {
    const std::size_t known = model::gates_known_to(process, document.gates);
    const bool is_of_another =
        std::any_of(policy.processes.begin(), policy.processes.end(), [&](const policy::Process& other) {
            return model::gates_known_to(other, document.gates) > known;
        });
    if (is_of_another) return true;
    const bool knows_state =
        std::any_of(document.states.begin(), document.states.end(),
                    [&](const auto& declared) { return process.rank_of(declared.state).has_value(); });
    const bool names_gate = std::any_of(document.gates.begin(), document.gates.end(),
                                        [](const model::Gate& gate) { return !gate.id.empty(); });
    return names_gate && known == 0 && !knows_state;
}

} // namespace

const ItemFacts* DocumentFacts::find_item(std::string_view id) const {
    for (const GateFacts& gate : gates)
        for (const ItemFacts& item : gate.items)
            if (item.definition != nullptr && item.definition->id == id) return &item;
    return nullptr;
}

std::optional<std::size_t> DocumentFacts::furthest_state() const {
    if (process == nullptr) return std::nullopt;
    const auto furthest = furthest_declared_state(*document, *process);
    if (!furthest) return std::nullopt;
    return furthest->rank;
}

bool Corpus::has_path(std::string_view path) const {
    return std::binary_search(paths.begin(), paths.end(), path);
}

const DocumentFacts* Corpus::find(std::string_view path) const {
    for (const auto* all : {&documents, &consulted}) {
        const auto found = std::lower_bound(
            all->begin(), all->end(), path,
            [](const DocumentFacts& document, std::string_view wanted) { return document->path < wanted; });
        if (found != all->end() && (*found)->path == path) return &*found;
    }
    return nullptr;
}

const UnreadDocument* Corpus::find_unread(std::string_view path) const {
    for (const auto* all : {&unread, &unconsulted})
        for (const UnreadDocument& document : *all)
            if (document.path == path) return &document;
    return nullptr;
}

DocumentFacts judge_document(model::Document document, const policy::Policy& policy,
                             std::optional<base::Instant> recorded_at, std::optional<base::Instant> clock) {
    DocumentFacts facts;
    facts.document = std::make_unique<const model::Document>(std::move(document));
    facts.policy = &policy;
    facts.recorded_at = recorded_at;
    facts.clock = clock;
    facts.process = facts.document->process;
    if (facts.process != nullptr && follows_other_process(*facts.document, *facts.process, policy)) {
        facts.follows_other_process = true;
        facts.process = nullptr;
    }
    facts.gates = gather_gates(*facts.document, policy, facts.process);
    facts.filing = model::read_filing_mark(*facts.document);
    return facts;
}

} // namespace docs_lint::facts
