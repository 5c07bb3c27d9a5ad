#include "cli/kept_audit.hpp"

#include "base/clock.hpp"
#include "engine/kept_audits.hpp"
#include "reporters/read_json.hpp"

namespace docs_lint::cli {

using engine::KeptAudits;

base::Result<engine::RunResult> run_or_recall(const engine::Request& request, const Run& run,
                                              std::chrono::milliseconds least) {
    const auto before = KeptAudits::of(request);
    if (const auto known = before ? before->find(base::now().seconds) : std::nullopt)
        if (auto result = reporters::unpack(*known)) return result;
    const auto begin = std::chrono::steady_clock::now();
    auto result = run(request);
    const bool felt = std::chrono::steady_clock::now() - begin >= least;
    if (!result || !before || !felt || result->same_until == 0) return result;
    // What came into the repository while it was read may have been seen or not.
    if (KeptAudits::of(request) == before) before->keep(reporters::pack(*result), result->same_until);
    return result;
}

} // namespace docs_lint::cli
