#include "engine/same_until.hpp"

#include "base/clock.hpp"
#include "engine/kept_audits.hpp"

#include <algorithm>
#include <limits>

namespace docs_lint::engine {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

/// Such a commit is judged as if it were made now.
bool is_of_the_future(const git::Commit& commit) {
    return std::max(commit.authored_at.seconds, commit.committed_at.seconds) > base::now().seconds;
}

bool same_finding(const diagnostics::SuppressedFinding& left, const diagnostics::SuppressedFinding& right) {
    return left.finding == right.finding && left.reason == right.reason;
}

bool same(const Verdict& left, const Verdict& right) {
    return left.outcome.findings == right.outcome.findings &&
           left.outcome.unverified == right.outcome.unverified &&
           left.older_than_rules == right.older_than_rules && left.baselined == right.baselined &&
           std::equal(left.suppressed.begin(), left.suppressed.end(), right.suppressed.begin(),
                      right.suppressed.end(), same_finding);
}

void put_forward(facts::Corpus& corpus, std::int64_t seconds) {
    for (facts::DocumentFacts& document : corpus.documents)
        if (document.clock) document.clock->seconds += seconds;
}

} // namespace

std::int64_t same_until(const Request& request, const Place& place, facts::Corpus& corpus,
                        const Verdict& verdict, const std::function<Verdict()>& judge_again) {
    if (!may_be_kept(request) || !verdict.outcome.unverified.empty()) return 0;
    if (!place.head || is_of_the_future(*place.head)) return 0;
    if (request.as_of) return std::numeric_limits<std::int64_t>::max();
    if (request.records != RecordsAsked::none) return 0; // they show what is left of a timer
    const std::int64_t now = base::now().seconds;
    put_forward(corpus, kDay);
    const Verdict tomorrow = judge_again();
    put_forward(corpus, -kDay);
    return same(verdict, tomorrow) ? now + kDay : 0;
}

} // namespace docs_lint::engine
