#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace docs_lint::signatures {

enum class KeyKind { ssh, openpgp };

/// The public half of a key, whole: a fingerprint alone verifies nothing.
struct PublicKey {
    KeyKind kind = KeyKind::ssh;
    /// `ssh-ed25519 AAAA...` without a comment, or an armoured OpenPGP block.
    std::string text;

    bool operator==(const PublicKey&) const = default;
};

/// Reads a line of a `.pub` file, or what `gpg --armor --export` prints. The error, of kind `configuration`,
/// says what it is instead; a private key is told to be taken away.
base::Result<PublicKey> parse_public_key(std::string_view text);

} // namespace docs_lint::signatures
