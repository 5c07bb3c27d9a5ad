#pragma once

#include "signatures/public_key.hpp"

#include <string>
#include <vector>

namespace docs_lint::signatures {

enum class Outcome {
    good,        ///< made by one of the known keys over exactly these bytes
    unknown_key, ///< made over these bytes by a key that is none of them
    bad,         ///< not made over these bytes, or not to be relied on
    unverifiable ///< nobody can tell: the program is not here, or the key is not
};

/// What became of one signature.
struct Check {
    Outcome outcome = Outcome::unverifiable;
    std::vector<PublicKey> keys; ///< of the known ones, those that it may have been made by; where good
    std::string fingerprint;     ///< of the key that made it, where that is known
    std::string reason;          ///< why it is bad or unverifiable
    std::string help;            ///< where it is unverifiable
};

} // namespace docs_lint::signatures
