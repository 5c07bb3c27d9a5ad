#include "facts/sign_off_identities.hpp"

#include "facts/confirmation_origins.hpp"

#include <algorithm>

namespace docs_lint::facts {
namespace {

using policy::IdentityDemand;
using policy::IdentityGrade;

bool asks(const IdentityDemand& demand) {
    return demand.grade != IdentityGrade::claimed || demand.two_identities;
}

bool has_confirmation(const ItemFacts& item) {
    return ConfirmationOrigins::statement_of(item, item.owner_component, item.owner) ||
           ConfirmationOrigins::statement_of(item, item.validation_component, item.validation);
}

class Gathering {
public:
    Gathering(const Corpus& corpus, const git::Repository& repository, const git::CommitGraph& graph,
              const std::vector<std::size_t>& tips, Identities& identities)
        : policy_(*corpus.policy), repository_(repository), graph_(graph), tips_(tips),
          identities_(identities), origins_(policy_, repository, graph) {}

    void gather(const DocumentFacts& document) {
        for (const GateFacts& gate : document.gates)
            for (const ItemFacts& item : gate.items) {
                const IdentityDemand demand = identity_demand(item, policy_);
                if (!asks(demand) || !has_confirmation(item)) continue;
                found_.push_back(
                    {&document, &item, demand,
                     gather(document, item, item.owner_component, item.owner, demand),
                     gather(document, item, item.validation_component, item.validation, demand)});
            }
    }

    std::vector<SignOffIdentity> take() { return std::move(found_); }

private:
    RecordedConfirmation gather(const DocumentFacts& document, const ItemFacts& item,
                                const ComponentFacts& component, const model::Confirmation& confirmation,
                                const IdentityDemand& demand) {
        RecordedConfirmation recorded;
        const auto statement = ConfirmationOrigins::statement_of(item, component, confirmation);
        if (!statement) return recorded;
        recorded.component = &component;
        recorded.confirmation = &confirmation;
        for (const std::size_t tip : tips_) {
            const auto commits = origins_.of(*statement, document->path, tip);
            if (!commits)
                recorded.problem = commits.error();
            else
                for (const std::size_t commit : *commits) add(recorded, commit, demand);
        }
        return recorded;
    }

    void add(RecordedConfirmation& recorded, std::size_t index, const IdentityDemand& demand) {
        const git::GraphCommit one = graph_.commit(index);
        const auto text = repository_.read_commit_text(one.commit.id);
        if (!text) {
            recorded.problem = text.error();
            return;
        }
        Recorder recorder{git::to_hex(one.commit.id), identities_.author_of(*text), {}, {}};
        const bool known =
            std::any_of(recorded.recorders.begin(), recorded.recorders.end(),
                        [&](const Recorder& other) { return other.commit == recorder.commit; });
        if (known) return;
        if (one.truncated) recorder.gap = graph_.gap_of(one);
        if (demand.grade == IdentityGrade::signed_by_key)
            recorder.signature = identities_.signature_of(one.commit.id);
        recorded.recorders.push_back(std::move(recorder));
    }

    const policy::Policy& policy_;
    const git::Repository& repository_;
    const git::CommitGraph& graph_;
    const std::vector<std::size_t>& tips_;
    Identities& identities_;
    ConfirmationOrigins origins_;
    std::vector<SignOffIdentity> found_;
};

} // namespace

IdentityDemand identity_demand(const ItemFacts& item, const policy::Policy& policy) {
    IdentityDemand demand = policy.sign_off.identity;
    if (item.definition == nullptr) return demand;
    demand.grade = item.definition->identity.value_or(demand.grade);
    demand.two_identities = item.definition->two_identities.value_or(demand.two_identities);
    return demand;
}

bool asks_for_identities(const Corpus& corpus) {
    for (const DocumentFacts& document : corpus.documents)
        for (const GateFacts& gate : document.gates)
            for (const ItemFacts& item : gate.items)
                if (asks(identity_demand(item, *corpus.policy)) && has_confirmation(item)) return true;
    return false;
}

std::vector<SignOffIdentity> gather_sign_off_identities(const Corpus& corpus,
                                                        const git::Repository& repository,
                                                        const git::CommitGraph& graph,
                                                        const std::vector<std::size_t>& tips,
                                                        Identities& identities) {
    Gathering gathering(corpus, repository, graph, tips, identities);
    for (const DocumentFacts& document : corpus.documents) gathering.gather(document);
    return gathering.take();
}

} // namespace docs_lint::facts
