#pragma once

#include "base/result.hpp"
#include "engine/fix.hpp"
#include "engine/run.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// A finding that was cured, or could have been and was not.
struct MendedFinding {
    std::string rule;
    std::string path;
    std::size_t line = 0; ///< in the text before
    std::string account;  ///< what was done, or why nothing was
};

/// A document with what can be cured in it cured.
struct MendedDocument {
    std::string path; ///< from the repository's root
    std::string before;
    std::string after;
};

struct Mending {
    std::string root;                      ///< of the files on disk, with a final `/`
    std::vector<MendedDocument> documents; ///< by path
    std::vector<MendedFinding> cured;
    std::vector<MendedFinding> refused;
    RunResult result; ///< as a run on the new texts gives it
};

/// Works out what can be cured in the working tree, and writes nothing. Documents that are filed, there, in
/// HEAD or in the index, and such of which something could not be verified, are left alone. A cure is taken
/// only where a run on the new texts no longer has its finding and has no other that was not there before.
/// Refused without a working tree.
base::Result<Mending> mend(const Request& request);

} // namespace docs_lint::engine
