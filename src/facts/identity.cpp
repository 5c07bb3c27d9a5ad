#include "facts/identity.hpp"

#include <algorithm>
#include <set>

namespace docs_lint::facts {
namespace {

std::vector<signatures::PublicKey> keys_in(const policy::RoleRegister& roles) {
    std::vector<signatures::PublicKey> keys;
    for (const policy::Role& role : roles.roles())
        for (const signatures::PublicKey& key : role.keys)
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    return keys;
}

} // namespace

Identities::Identities(const git::Repository& repository, const git::Mailmap& mailmap,
                       const policy::RoleRegister& roles)
    : repository_(&repository), mailmap_(&mailmap), roles_(&roles), verifier_(keys_in(roles)) {}

Identity Identities::author_of(const git::CommitText& commit) const {
    Identity identity{mailmap_->address_of(commit.author_name, commit.author_email), {}};
    identity.roles = roles_->roles_of(identity.address);
    return identity;
}

const KeySignature& Identities::signature_of(const git::ObjectId& commit) {
    const auto known = signatures_.find(commit);
    if (known != signatures_.end()) return known->second;
    return signatures_.emplace(commit, read_signature(commit)).first->second;
}

KeySignature Identities::read_signature(const git::ObjectId& commit) {
    KeySignature signature;
    const auto read = repository_->read_signature(commit);
    signature.present = !read || read->has_value();
    if (!read)
        signature.check = {
            signatures::Outcome::unverifiable, {}, {}, read.error().message, read.error().help};
    else if (*read)
        signature.check = verifier_.verify((*read)->signature, (*read)->payload);
    std::set<std::string> roles;
    for (const signatures::PublicKey& key : signature.check.keys)
        for (const std::string& role : roles_->roles_of(key)) roles.insert(role);
    signature.roles.assign(roles.begin(), roles.end());
    return signature;
}

} // namespace docs_lint::facts
