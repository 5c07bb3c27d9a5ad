#include "facts/transition_log.hpp"

#include "model/text_tools.hpp"

#include <algorithm>

namespace docs_lint::facts {
namespace {

/// How many rows continue the one above them, less those that continue the one below.
std::ptrdiff_t continued_downwards(const std::vector<LogRow>& rows) {
    std::ptrdiff_t score = 0;
    for (std::size_t at = 1; at < rows.size(); ++at) {
        if (rows[at].from == rows[at - 1].to) ++score;
        if (rows[at - 1].from == rows[at].to) --score;
    }
    return score;
}

bool runs_newest_first(const std::vector<LogRow>& rows) {
    if (rows.size() < 2) return false;
    const auto& first = rows.front().row->when;
    const auto& last = rows.back().row->when;
    if (first && last && base::surely_before(*first, *last)) return false;
    if (first && last && base::surely_before(*last, *first)) return true;
    return continued_downwards(rows) < 0;
}

/// As far as the gates that count lead from there.
template <typename Counts>
std::size_t walk_gates(const DocumentFacts& document, std::size_t start, Counts counts) {
    std::size_t state = start;
    if (document.process == nullptr) return state;
    for (const GateFacts& gate : document.gates) {
        if (gate.definition == nullptr) continue;
        const auto from = document.process->rank_of(gate.definition->from);
        const auto to = document.process->rank_of(gate.definition->to);
        if (from && *from < start) continue;
        if (from != state || !to || !counts(gate)) break;
        state = *to;
    }
    return state;
}

} // namespace

TransitionLog transition_log(const DocumentFacts& document) {
    TransitionLog log;
    if (document.process == nullptr) return log;
    for (const model::Transition& row : document->transitions)
        if (const auto to = document.process->rank_of(row.to))
            log.rows.push_back({&row, document.process->rank_of(row.from), *to});
    log.newest_first = runs_newest_first(log.rows);
    if (log.newest_first) std::reverse(log.rows.begin(), log.rows.end());
    return log;
}

std::size_t derived_state(const DocumentFacts& document) {
    return walk_gates(document, 0, [](const GateFacts& gate) { return gate.passed(); });
}

std::optional<LogRow> last_way_back(const DocumentFacts& document) {
    const TransitionLog log = transition_log(document);
    const auto found = std::find_if(log.rows.rbegin(), log.rows.rend(),
                                    [](const LogRow& row) { return row.from && row.to < *row.from; });
    return found == log.rows.rend() ? std::nullopt : std::optional(*found);
}

bool is_from_before(const LogRow& way_back, const ItemFacts& item) {
    return way_back.row->when && item.validation.date &&
           base::surely_before(*item.validation.date, *way_back.row->when);
}

std::size_t present_state(const DocumentFacts& document) {
    const std::size_t derived = derived_state(document);
    const auto back = last_way_back(document);
    if (!back || back->to >= derived) return derived;
    return walk_gates(document, back->to, [&](const GateFacts& gate) {
        return gate.passed() &&
               std::none_of(gate.items.begin(), gate.items.end(),
                            [&](const ItemFacts& item) { return is_from_before(*back, item); });
    });
}

} // namespace docs_lint::facts
