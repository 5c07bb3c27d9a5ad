#include "engine/run.hpp"

#include "engine/changed_documents.hpp"
#include "engine/configuration.hpp"
#include "engine/filed_help.hpp"
#include "engine/history.hpp"
#include "engine/identities.hpp"
#include "engine/judge.hpp"
#include "engine/line_hashes.hpp"
#include "engine/place.hpp"
#include "engine/records.hpp"
#include "engine/same_until.hpp"
#include "engine/snapshot.hpp"
#include "engine/walks.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace docs_lint::engine {
namespace {

Summary summarise(const Place& place, const RunPolicy& policy, const Snapshot& snapshot,
                  const facts::History& history, const Shard& shard) {
    const facts::Corpus& corpus = snapshot.corpus;
    Summary summary;
    summary.scope = place.scope;
    summary.policy = policy.origin;
    summary.files = corpus.paths.size();
    summary.governed = corpus.governed;
    for (const facts::DocumentFacts& document : corpus.documents) {
        if (!shard.owns(document->path)) continue;
        ++summary.judged;
        if (document.filing.filed) ++summary.filed;
    }
    summary.commits = history.commits;
    summary.changed = count_changed_documents(place, policy.policy);
    summary.notes = place.notes;
    summary.notes.insert(summary.notes.end(), snapshot.notes.begin(), snapshot.notes.end());
    return summary;
}

/// No policy switches this off.
void note_unreached(diagnostics::Outcome& outcome, const std::vector<facts::Gap>& unreached) {
    if (unreached.empty()) return;
    for (const facts::Gap& gap : unreached)
        outcome.unverified.push_back({"tool/unverifiable", gap.message, gap.location, gap.help});
    diagnostics::finish(outcome);
}

base::Result<git::Mailmap> read_mailmap_if_asked(const Request& request, const Place& place,
                                                 const facts::Corpus& corpus) {
    const bool asked = asks_for_recorders(corpus) || asks_for_authors(*corpus.policy);
    return asked && place.repository != nullptr ? read_mailmap(request, place) : git::Mailmap{};
}

/// What the verdict says, and in the summary how much it took away.
void take_over(RunResult& result, Verdict verdict) {
    result.summary.suppressed = verdict.suppressed.size();
    result.summary.baselined = verdict.baselined;
    result.summary.older_than_rules = verdict.older_than_rules;
    result.suppressed = std::move(verdict.suppressed);
    result.outcome = std::move(verdict.outcome);
    result.in_every_shard = std::move(verdict.in_every_shard);
}

void enter(const Request& request, std::string_view stage) {
    if (request.on_stage) request.on_stage(stage);
}

/// `walks` is null without a repository.
base::Result<RunResult> judge_with(Walks* walks, const Request& request, const Place& place,
                                   const RunBaseline& baseline) {
    auto policy = find_policy(request, place);
    if (!policy) return base::fail(policy.error());
    enter(request, "reading the documents");
    auto snapshot = read_snapshot(request, place, *policy);
    if (!snapshot) return base::fail(snapshot.error());
    if (auto asked = ask_for_earlier_sign_offs(snapshot->corpus, place, walks); !asked)
        return base::fail(asked.error());
    enter(request, "reading the history");
    const auto mailmap = read_mailmap_if_asked(request, place, snapshot->corpus);
    if (!mailmap) return base::fail(mailmap.error());
    auto gathered = read_history(place, snapshot->corpus, request.shard, *mailmap, walks);
    if (!gathered) return base::fail(gathered.error());
    const facts::History& history = gathered->history;
    std::vector<facts::Gap>& unreached = gathered->unreached;
    if (snapshot->unreached) unreached.push_back(std::move(*snapshot->unreached));
    const base::Date today = base::to_moment(snapshot->recorded_at).date;
    const auto in_force = RulesInForce::read(place, snapshot->corpus, policy->policy, walks);
    if (!in_force) return base::fail(in_force.error());
    enter(request, "judging");
    const auto judge_now = [&] {
        Verdict verdict = judge(snapshot->corpus, history, *in_force, baseline, today,
                                {!snapshot->partial && unreached.empty(), request.shard});
        note_unreached(verdict.outcome, unreached);
        return verdict;
    };
    Verdict verdict = judge_now();
    const std::int64_t unchanged_until = same_until(request, place, snapshot->corpus, verdict, judge_now);
    give_line_hashes(verdict, snapshot->corpus);
    give_help_for_filed(verdict, snapshot->corpus, place);
    enter(request, "reading the records");
    auto records = gather_records(request, place, snapshot->corpus, history, walks);
    if (!records) return base::fail(records.error());
    RunResult result;
    result.same_until = unchanged_until;
    result.summary = summarise(place, *policy, *snapshot, history, request.shard);
    result.shard = request.shard;
    result.records = std::move(*records);
    take_over(result, std::move(verdict));
    return result;
}

base::Result<RunResult> judge_place(const Request& request, const Place& place, const RunBaseline& baseline) {
    const auto walks = walks_of(request, place, Walks::Check::as_read);
    auto result = judge_with(walks.get(), request, place, baseline);
    if (walks == nullptr) return result;
    if (result || walks->met_damage()) walks->keep();
    if (!walks->met_damage()) return result;
    Request anew = request;
    anew.index_folder.reset();
    const auto without_index = walks_of(anew, place, Walks::Check::as_read);
    return judge_with(without_index.get(), anew, place, baseline);
}

} // namespace

base::Result<RunResult> run(const Request& request) {
    return run_with(request, {});
}

base::Result<RunResult> run_with(const Request& request, const Texts& texts) {
    auto place = find_place(request);
    if (!place) return base::fail(place.error());
    for (const auto& [path, text] : texts) place->drafts.insert(path);
    if (!texts.empty()) place->snapshot = source::overlay(std::move(place->snapshot), texts);
    const auto baseline = find_baseline(*place);
    if (!baseline) return base::fail(baseline.error());
    return judge_place(request, *place, *baseline);
}

base::Result<BaselineUpdate> update_baseline(const Request& request) {
    auto place = find_place(request);
    if (!place) return base::fail(place.error());
    if (place->mode != Mode::worktree || place->root.empty())
        return base::fail(base::ErrorKind::usage, "there is no working tree to write a baseline in",
                          "run this in a clone that has one");
    auto baseline = find_baseline(*place);
    if (!baseline) return base::fail(baseline.error());
    const auto result = judge_place(request, *place, RunBaseline{});
    if (!result) return base::fail(result.error());
    BaselineUpdate update;
    update.path = place->root + kBaselineFile;
    update.updated = baseline->counted ? shrunk_baseline(*baseline->counted, result->outcome)
                                       : first_baseline(result->outcome);
    update.old = std::move(baseline->counted);
    for (const diagnostics::Diagnostic& finding : result->outcome.findings)
        if (!may_be_baselined(finding)) ++update.beyond[finding.rule];
    return update;
}

} // namespace docs_lint::engine
