#include "engine/line_hashes.hpp"

#include "diagnostics/line_hash.hpp"

#include <map>
#include <string>
#include <vector>

namespace docs_lint::engine {
namespace {

using diagnostics::Diagnostic;
using diagnostics::LineHash;

/// A document's lines are hashed once, and only where something was found in it.
class Hasher {
public:
    explicit Hasher(const facts::Corpus& corpus) : corpus_(corpus) {}

    void give(Diagnostic& finding) {
        if (!finding.location.commit.empty()) return;
        const std::vector<LineHash>& hashes = hashes_of(finding.location.path);
        const std::size_t line = finding.location.begin.line;
        if (line <= hashes.size()) finding.line_hash = to_string(hashes[line - 1]);
    }

private:
    const std::vector<LineHash>& hashes_of(const std::string& path) {
        const auto [known, is_new] = known_.try_emplace(path);
        const facts::DocumentFacts* document = is_new ? corpus_.find(path) : nullptr;
        if (document != nullptr) known->second = diagnostics::line_hashes((*document)->text);
        return known->second;
    }

    const facts::Corpus& corpus_;
    std::map<std::string, std::vector<LineHash>> known_;
};

} // namespace

void give_line_hashes(Verdict& verdict, const facts::Corpus& corpus) {
    Hasher hasher(corpus);
    for (Diagnostic& finding : verdict.outcome.findings) hasher.give(finding);
    for (Diagnostic& finding : verdict.in_every_shard.findings) hasher.give(finding);
    for (diagnostics::SuppressedFinding& one : verdict.suppressed) hasher.give(one.finding);
}

} // namespace docs_lint::engine
