#include "facts/gate_standing.hpp"

#include "facts/earlier_version.hpp"

namespace docs_lint::facts {

using base::Result;

Result<GateStanding> GateStandings::in(const git::ObjectId& blob) {
    if (const auto known = known_.find(blob); known != known_.end()) return known->second;
    const auto standing = read(blob);
    if (standing) known_.emplace(blob, *standing);
    return standing;
}

Result<GateStanding> GateStandings::read(const git::ObjectId& blob) const {
    const model::Document& document = **document_;
    const auto facts = judge_version(document.path, repository_->read_blob(blob), *document.document_class,
                                     *document_->policy);
    if (!facts) return base::fail(facts.error());
    for (const GateFacts& gate : facts->gates) {
        if (gate.id != gate_) continue;
        if (gate.passed()) return GateStanding::passed;
        return gate.claim ? GateStanding::claimed : GateStanding::open;
    }
    return GateStanding::open;
}

} // namespace docs_lint::facts
