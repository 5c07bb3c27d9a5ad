#pragma once

#include "base/result.hpp"
#include "facts/corpus.hpp"
#include "facts/identity.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"
#include "policy/identity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// A commit that recorded a confirmation, with who is behind it.
struct Recorder {
    std::string commit; ///< full id
    Identity author;
    std::optional<KeySignature> signature; ///< where a signature is asked for
    std::optional<base::Error> gap;        ///< the history ends here: it may have been recorded before
};

/// One confirmation that plainly says yes, and who recorded it.
struct RecordedConfirmation {
    const ComponentFacts* component = nullptr; ///< null: there is none that plainly says yes
    const model::Confirmation* confirmation = nullptr;
    std::vector<Recorder> recorders;    ///< one for each line of history that did; none: not committed yet
    std::optional<base::Error> problem; ///< why that cannot be told
};

/// An item that asks for more than a role's name in the text.
struct SignOffIdentity {
    const DocumentFacts* document = nullptr;
    const ItemFacts* item = nullptr;
    policy::IdentityDemand demand;
    RecordedConfirmation owner;
    RecordedConfirmation validation;
};

/// What is asked of those who sign this item.
policy::IdentityDemand identity_demand(const ItemFacts& item, const policy::Policy& policy);

/// Some judged document has a confirmation of which more is asked than a role's name, so that the graph is
/// needed.
bool asks_for_identities(const Corpus& corpus);

/// Who recorded these confirmations, as they stand at the `tips`. What stands at none of them is not
/// committed yet, and nothing is known of who will commit it.
std::vector<SignOffIdentity> gather_sign_off_identities(const Corpus& corpus,
                                                        const git::Repository& repository,
                                                        const git::CommitGraph& graph,
                                                        const std::vector<std::size_t>& tips,
                                                        Identities& identities);

} // namespace docs_lint::facts
