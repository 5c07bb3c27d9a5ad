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
    std::size_t state = 0;
    for (const GateFacts& gate : document.gates) {
        if (gate.definition == nullptr || document.process == nullptr) continue;
        const auto from = document.process->rank_of(gate.definition->from);
        const auto to = document.process->rank_of(gate.definition->to);
        if (from != state || !to || !gate.passed()) break;
        state = *to;
    }
    return state;
}

} // namespace docs_lint::facts
