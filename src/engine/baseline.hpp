#pragma once

#include "base/result.hpp"
#include "diagnostics/diagnostic.hpp"
#include "engine/place.hpp"
#include "facts/suppression_uses.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

/// The name of the baseline, at the repository's root: the findings that stood there when docs-lint came, and
/// that the team has not mended yet.
inline constexpr const char* kBaselineFile = ".docs-lint-baseline.json";

/// A finding that is known. It is recognised by its fingerprint and its rule; path and message are for
/// people.
struct BaselineEntry {
    std::string fingerprint;
    std::string rule;
    std::string path;
    std::string message;
    std::size_t line = 1; ///< of the file that holds it

    [[nodiscard]] bool is_for(const diagnostics::Diagnostic& finding) const {
        return fingerprint == finding.fingerprint && rule == finding.rule;
    }
};

struct Baseline {
    std::vector<BaselineEntry> entries;
};

/// Reads the file's text. An error of kind `configuration` names the place; repeated keys, unknown keys and
/// repeated fingerprints are errors.
base::Result<Baseline> parse_baseline(std::string_view text, const std::string& name);

/// The file's text: sorted, an entry a line, so that changes to it merge.
std::string render_baseline(Baseline baseline);

/// The baselines of a run. What counts is that of the base (HEAD for what is staged), as for the policy;
/// `own` is the one that the checked snapshot holds.
struct RunBaseline {
    std::optional<Baseline> counted;
    std::optional<Baseline> own;
    bool from_base = false;  ///< `counted` and `own` are those of two snapshots
    std::string judged_by;   ///< `commit 1a2b3c4d5e`
    std::string own_problem; ///< why the snapshot's own cannot be read, where another one counts
};

/// A baseline that counts and is a link, a folder or malformed is an error of kind `configuration`.
base::Result<RunBaseline> find_baseline(const Place& place);

/// A finding that a baseline may hold: its rule may be suppressed, and it is about the documents as they
/// stand, not about what a commit did.
bool may_be_baselined(const diagnostics::Diagnostic& finding);

/// Takes away the findings that the baseline holds; they carry fingerprints already. `complete`: every
/// document and rule was judged, so that an entry without a finding is really gone.
struct Baselined {
    facts::BaselineUse use;
    std::size_t taken = 0;
};
Baselined take_baselined(diagnostics::Outcome& outcome, const RunBaseline& baseline, bool complete);

/// What `docs-lint baseline` writes: all findings where there is no baseline yet, else the old entries whose
/// findings are still there, or whose documents could not be verified.
Baseline first_baseline(const diagnostics::Outcome& outcome);
Baseline shrunk_baseline(const Baseline& old, const diagnostics::Outcome& outcome);

} // namespace docs_lint::engine
