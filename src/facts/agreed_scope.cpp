#include "facts/agreed_scope.hpp"

#include "facts/fix_scope.hpp"

#include <algorithm>
#include <string>

namespace docs_lint::facts {
namespace {

/// An item that asks whether files must change names files for the scope only where its answer is yes.
bool names_scope(const ItemFacts& item, const policy::Policy& policy) {
    return item.definition == nullptr || !item.definition->question ||
           decision_of(item, policy) == DecisionAnswer::yes;
}

} // namespace

void gather_scope(SpecOrder& order, const Corpus& corpus, const ReadPath& read) {
    for (const ItemFacts* item : order.scope_items)
        if (names_scope(*item, *corpus.policy)) add_scope(order.scope, *item, *order.document, corpus, read);
}

void widen_scope(SpecOrder& order, const Corpus& corpus) {
    const auto is_in_scope = [&](const std::string& path) {
        return std::any_of(order.scope.begin(), order.scope.end(),
                           [&](const auto& mention) { return scope_covers(mention, path); });
    };
    if (std::any_of(order.fixes.begin(), order.fixes.end(), [&](const FixFiles& fix) {
            return fix.paths && std::any_of(fix.paths->begin(), fix.paths->end(), is_in_scope);
        }))
        add_due_updates(order.scope, *order.document, corpus);
}

} // namespace docs_lint::facts
