#pragma once

#include "git/commit.hpp"
#include "git/mailmap.hpp"
#include "git/repository.hpp"
#include "policy/role.hpp"
#include "signatures/check.hpp"
#include "signatures/verifier.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// Who a commit says that wrote it. The *author* counts, not the committer: what is signed is the author's
/// statement, and rebasing, cherry-picking or squashing on a forge makes somebody else the committer without
/// making them the one who signed. Nobody vouches for either name; a signature does that.
struct Identity {
    std::string address;            ///< proper, by the mailmap
    std::vector<std::string> roles; ///< ids of the roles that the register gives this address
};

/// The signature of a commit. Whoever made it vouches for the commit as it is, whatever author it names.
struct KeySignature {
    bool present = false;           ///< the commit bears one
    signatures::Check check;        ///< where it does
    std::vector<std::string> roles; ///< ids of the roles that the register gives the key
};

/// Looks up who is behind commits, each once.
class Identities {
public:
    Identities(const git::Repository& repository, const git::Mailmap& mailmap,
               const policy::RoleRegister& roles);

    [[nodiscard]] Identity author_of(const git::CommitText& commit) const;

    const KeySignature& signature_of(const git::ObjectId& commit);

private:
    [[nodiscard]] KeySignature read_signature(const git::ObjectId& commit);

    const git::Repository* repository_;
    const git::Mailmap* mailmap_;
    const policy::RoleRegister* roles_;
    signatures::Verifier verifier_;
    std::map<git::ObjectId, KeySignature> signatures_;
};

} // namespace docs_lint::facts
