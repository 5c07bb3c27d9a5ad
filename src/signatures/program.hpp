#pragma once

/// Private to signatures/: the only place from which docs-lint starts another program.

#include "base/result.hpp"
#include "signatures/private_folder.hpp"

#include <string>
#include <vector>

namespace docs_lint::signatures {

struct Ran {
    int exit_code = -1; ///< 128 + N where signal N ended it
    std::string output;
    std::string errors;
};

/// Runs a program of PATH (of its absolute folders only, so that nothing in a checked repository is ever
/// started) without a shell, in `folder`, with a bare environment and `input`, a file of the folder, to read.
/// `unverifiable` where it is not there, cannot be started, or takes more than ten seconds.
base::Result<Ran> run_program(const std::string& name, std::vector<std::string> arguments,
                              const PrivateFolder& folder, const std::string& input = "/dev/null");

} // namespace docs_lint::signatures
