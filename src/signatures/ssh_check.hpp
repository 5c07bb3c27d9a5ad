#pragma once

/// Private to signatures/: what `ssh-keygen -Y` says.

#include "signatures/check.hpp"

#include <string>
#include <vector>

namespace docs_lint::signatures {

Check check_ssh(const std::vector<PublicKey>& keys, const std::string& signature, const std::string& payload);

} // namespace docs_lint::signatures
