#include "engine/merge_shards.hpp"

#include "engine/join.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;

bool judge_the_same(const Summary& left, const Summary& right) {
    return left.scope == right.scope && left.policy == right.policy && left.files == right.files &&
           left.governed == right.governed && left.commits == right.commits && left.notes == right.notes;
}

base::Result<void> require_all_of_one_run(const std::vector<RunResult>& shards) {
    const Shard& first = shards.front().shard;
    for (std::size_t at = 0; at < shards.size(); ++at) {
        const RunResult& one = shards[at];
        if (one.shard.count != first.count || !judge_the_same(one.summary, shards.front().summary))
            return base::fail(ErrorKind::usage,
                              fmt::format("these are no shards of one run: one is {} of {}, another {} of {}",
                                          first.number, first.count, one.shard.number, one.shard.count),
                              "give the reports of one commit, by one policy and with one N of --shard K/N");
        if (one.shard.number != at + 1)
            return base::fail(ErrorKind::usage,
                              fmt::format("shard {} of {} is {}", std::min(at + 1, one.shard.number),
                                          first.count, one.shard.number > at + 1 ? "missing" : "there twice"),
                              "give the report of every shard once");
    }
    if (shards.size() < first.count)
        return base::fail(ErrorKind::usage,
                          fmt::format("shard {} of {} is missing", shards.size() + 1, first.count),
                          "give the report of every shard once");
    return {};
}

/// Keeps what the other shard says, too.
template <typename T>
void keep_common(std::vector<T>& all, const std::vector<T>& other) {
    std::erase_if(all,
                  [&](const T& one) { return std::find(other.begin(), other.end(), one) == other.end(); });
}

void add(RunResult& all, RunResult shard) {
    append(all.outcome, std::move(shard.outcome));
    keep_common(all.in_every_shard.findings, shard.in_every_shard.findings);
    keep_common(all.in_every_shard.unverified, shard.in_every_shard.unverified);
    add_counts(all.summary, shard.summary);
    all.records.insert(all.records.end(), std::make_move_iterator(shard.records.begin()),
                       std::make_move_iterator(shard.records.end()));
}

} // namespace

base::Result<RunResult> merge_shards(std::vector<RunResult> shards) {
    if (shards.empty()) return base::fail(ErrorKind::usage, "there is no report to merge");
    std::sort(shards.begin(), shards.end(), [](const RunResult& left, const RunResult& right) {
        return left.shard.number < right.shard.number;
    });
    if (auto complete = require_all_of_one_run(shards); !complete) return base::fail(complete.error());
    RunResult all = std::move(shards.front());
    for (std::size_t at = 1; at < shards.size(); ++at) add(all, std::move(shards[at]));
    append(all.outcome, std::move(all.in_every_shard));
    all.in_every_shard = {};
    all.shard = {};
    diagnostics::finish(all.outcome);
    std::sort(all.records.begin(), all.records.end(),
              [](const auto& left, const auto& right) { return left.path < right.path; });
    return all;
}

} // namespace docs_lint::engine
