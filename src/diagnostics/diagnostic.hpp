#pragma once

#include "diagnostics/location.hpp"
#include "diagnostics/severity.hpp"

#include <string>
#include <vector>

namespace docs_lint::diagnostics {

/// Another place that the finding rests on: the contradicting line, the filing commit, the cited document.
struct Related {
    std::string message;
    Location location;

    friend bool operator==(const Related&, const Related&) = default;
};

/// A finding: something that a document says and the rules or the repository do not.
struct Diagnostic {
    std::string rule; ///< `group/kebab-name`
    Severity severity = Severity::error;
    std::string message; ///< the fact, as a sentence without a full stop
    Location location;
    std::string commit; ///< the commit that did it, where one did (full hexadecimal id)
    std::vector<Related> related;
    std::string help;        ///< what to do next
    std::string fingerprint; ///< set by `finish`: the same for the same finding when lines above it move
    /// Of the line that `location` begins on, for GitHub (see `LineHash`); empty where the run has no text of
    /// it.
    std::string line_hash;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Something that a rule would have judged and could not: neither a pass nor a finding.
struct Unverified {
    std::string rule;    ///< the rule that wanted to know
    std::string message; ///< what could not be verified, and what is missing
    Location location;
    std::string help; ///< the command that cures it

    friend bool operator==(const Unverified&, const Unverified&) = default;
};

/// A finding that a suppression took away.
struct SuppressedFinding {
    Diagnostic finding;
    std::string reason;       ///< why it may stand, as the suppression says
    bool in_document = false; ///< by a comment beside it; otherwise by the configuration
};

/// What a run found, in the order in which it is shown.
struct Outcome {
    std::vector<Diagnostic> findings;
    std::vector<Unverified> unverified;
};

/// Sorts by path, place and rule, drops exact repetitions, and sets fingerprints where there are none yet.
/// The order of what came in does not matter: the same findings give the same outcome.
void finish(Outcome& outcome);

/// The same for what was suppressed. `kept` is finished already: what it says twice of the same text has
/// other fingerprints.
void finish(std::vector<SuppressedFinding>& suppressed, const Outcome& kept);

} // namespace docs_lint::diagnostics
