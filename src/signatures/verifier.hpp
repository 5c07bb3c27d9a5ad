#pragma once

#include "signatures/check.hpp"

#include <memory>
#include <string>
#include <vector>

namespace docs_lint::signatures {

/// Verifies signatures against a list of public keys and nothing else: no key ring, agent, configuration or
/// network of the machine has a say. The work is done by `ssh-keygen` and `gpg`, which get what they read as
/// files in a private folder outside the repository.
///
/// When a key expires is not asked: a commit that nobody touched must not change its verdict with the day.
/// Whoever is no longer trusted is taken out of the list. A key that its owner revoked makes bad signatures.
class Verifier {
public:
    explicit Verifier(std::vector<PublicKey> keys);
    Verifier(Verifier&&) noexcept;
    Verifier& operator=(Verifier&&) noexcept;
    ~Verifier();

    /// `signature` as it stands in a commit, `payload` the bytes that it is about.
    Check verify(const std::string& signature, const std::string& payload);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace docs_lint::signatures
