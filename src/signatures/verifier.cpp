#include "signatures/verifier.hpp"

#include "signatures/openpgp_check.hpp"
#include "signatures/ssh_check.hpp"

#include <optional>
#include <utility>

namespace docs_lint::signatures {
namespace {

std::vector<PublicKey> keys_of(const std::vector<PublicKey>& keys, KeyKind kind) {
    std::vector<PublicKey> chosen;
    for (const PublicKey& key : keys)
        if (key.kind == kind) chosen.push_back(key);
    return chosen;
}

Check unknown_form() {
    return {Outcome::unverifiable,
            {},
            {},
            "it is a signature of neither SSH nor OpenPGP",
            "sign with git's gpg.format openpgp or ssh"};
}

} // namespace

struct Verifier::State {
    std::vector<PublicKey> keys;
    std::optional<base::Result<KeyRing>> ring; ///< made when the first signature asks for it
};

Verifier::Verifier(std::vector<PublicKey> keys)
    : state_(std::make_unique<State>(State{std::move(keys), std::nullopt})) {}
Verifier::Verifier(Verifier&&) noexcept = default;
Verifier& Verifier::operator=(Verifier&&) noexcept = default;
Verifier::~Verifier() = default;

Check Verifier::verify(const std::string& signature, const std::string& payload) {
    if (signature.starts_with("-----BEGIN SSH SIGNATURE-----"))
        return check_ssh(keys_of(state_->keys, KeyKind::ssh), signature, payload);
    if (!signature.starts_with("-----BEGIN PGP SIGNATURE-----")) return unknown_form();
    if (!state_->ring) state_->ring = KeyRing::make(keys_of(state_->keys, KeyKind::openpgp));
    const auto& ring = *state_->ring;
    if (!ring) return {Outcome::unverifiable, {}, {}, ring.error().message, ring.error().help};
    return ring->check(signature, payload);
}

} // namespace docs_lint::signatures
