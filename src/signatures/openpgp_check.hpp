#pragma once

/// Private to signatures/: what `gpg --verify` says.

#include "base/result.hpp"
#include "signatures/check.hpp"
#include "signatures/private_folder.hpp"

#include <string>
#include <utility>
#include <vector>

namespace docs_lint::signatures {

/// A home for gpg of its own, with these keys in it and nothing else.
class KeyRing {
public:
    static base::Result<KeyRing> make(const std::vector<PublicKey>& keys);

    [[nodiscard]] Check check(const std::string& signature, const std::string& payload) const;

private:
    struct Held {
        std::string fingerprint; ///< of a primary key
        PublicKey key;
    };

    KeyRing(PrivateFolder folder, std::vector<Held> held)
        : folder_(std::move(folder)), held_(std::move(held)) {}

    [[nodiscard]] base::Result<Check> ask(const std::string& signature, const std::string& payload) const;
    [[nodiscard]] Check judge(const std::string& status) const;

    PrivateFolder folder_;
    std::vector<Held> held_;
};

} // namespace docs_lint::signatures
