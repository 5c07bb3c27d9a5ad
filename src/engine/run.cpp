#include "engine/run.hpp"

#include "engine/configuration.hpp"
#include "engine/history.hpp"
#include "engine/judge.hpp"
#include "engine/place.hpp"
#include "engine/snapshot.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::engine {
namespace {

Summary summarise(Place& place, const RunPolicy& policy, const Snapshot& snapshot,
                  const facts::History& history) {
    const facts::Corpus& corpus = snapshot.corpus;
    Summary summary;
    summary.scope = place.scope;
    summary.policy = policy.origin;
    summary.files = corpus.paths.size();
    summary.governed = corpus.governed;
    summary.judged = corpus.documents.size();
    summary.filed = static_cast<std::size_t>(
        std::count_if(corpus.documents.begin(), corpus.documents.end(),
                      [](const facts::DocumentFacts& document) { return document.filing.filed; }));
    summary.commits = history.commits;
    summary.notes = std::move(place.notes);
    summary.notes.insert(summary.notes.end(), snapshot.notes.begin(), snapshot.notes.end());
    return summary;
}

} // namespace

base::Result<RunResult> run(const Request& request) {
    auto place = find_place(request);
    if (!place) return base::fail(place.error());
    auto policy = find_policy(request, *place);
    if (!policy) return base::fail(policy.error());
    auto snapshot = read_snapshot(request, *place, *policy);
    if (!snapshot) return base::fail(snapshot.error());
    auto history = read_history(*place, snapshot->corpus, policy->policy);
    if (!history) return base::fail(history.error());
    const base::Date today = base::to_moment(snapshot->recorded_at).date;
    Verdict verdict = judge(snapshot->corpus, *history, today, !snapshot->partial);
    RunResult result;
    result.summary = summarise(*place, *policy, *snapshot, *history);
    result.summary.suppressed = verdict.suppressed;
    result.outcome = std::move(verdict.outcome);
    return result;
}

} // namespace docs_lint::engine
