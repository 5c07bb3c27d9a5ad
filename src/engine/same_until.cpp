#include "engine/same_until.hpp"

#include "base/clock.hpp"

#include <algorithm>
#include <limits>

namespace docs_lint::engine {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

/// Such a commit is judged as if it were made now.
bool is_of_the_future(const git::Commit& commit) {
    return std::max(commit.authored_at.seconds, commit.committed_at.seconds) > base::now().seconds;
}

diagnostics::Outcome judge_documents_alone(const facts::Corpus& corpus, const RulesInForce& in_force) {
    const facts::History none;
    Extent extent;
    extent.documents_alone = true;
    return judge(corpus, none, in_force, RunBaseline{}, base::Date{}, extent).outcome;
}

bool same(const diagnostics::Outcome& left, const diagnostics::Outcome& right) {
    return left.findings == right.findings && left.unverified == right.unverified;
}

void put_forward(facts::Corpus& corpus, std::int64_t seconds) {
    for (facts::DocumentFacts& document : corpus.documents)
        if (document.clock) document.clock->seconds += seconds;
}

} // namespace

std::int64_t same_until(const Request& request, const Place& place, Snapshot& snapshot,
                        const RulesInForce& in_force) {
    if (!place.head || is_of_the_future(*place.head)) return 0;
    if (request.as_of) return std::numeric_limits<std::int64_t>::max();
    if (request.records != RecordsAsked::none) return 0; // they show what is left of a timer
    const std::int64_t now = base::now().seconds;
    const auto today = judge_documents_alone(snapshot.corpus, in_force);
    put_forward(snapshot.corpus, kDay);
    return same(today, judge_documents_alone(snapshot.corpus, in_force)) ? now + kDay : 0;
}

} // namespace docs_lint::engine
