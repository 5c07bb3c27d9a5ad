#include "engine/history.hpp"

#include "engine/commit_changes.hpp"
#include "engine/comparisons.hpp"
#include "engine/identities.hpp"
#include "engine/snapshot.hpp"
#include "engine/threads.hpp"
#include "facts/agreed_scope.hpp"
#include "facts/landed_fixes.hpp"
#include "facts/path_history.hpp"
#include "facts/renewed_sign_offs.hpp"

#include <set>
#include <string>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::Result;
using git::CommitGraph;

bool needs_graph(const Place& place, const facts::Corpus& corpus) {
    const bool several_commits =
        place.mode == Mode::range || place.mode == Mode::push || place.mode == Mode::audit;
    return several_commits || facts::cites_commits(corpus) || facts::cites_paths(corpus) ||
           asks_for_recorders(corpus) || !facts::read_version_steps(corpus).empty() ||
           facts::asks_for_releases(corpus, *place.repository);
}

std::vector<git::ObjectId> tips_of(const Place& place) {
    std::vector<git::ObjectId> tips;
    if (place.base && place.mode == Mode::range) tips.push_back(place.base->id);
    if (place.head) tips.push_back(place.head->id);
    return tips;
}

/// What a push replaces and what other refs hold must be in the graph to be taken out of it, and must not be
/// cited.
std::vector<git::ObjectId> tips_of_walk(const Place& place) {
    std::vector<git::ObjectId> tips = tips_of(place);
    if (place.base && place.mode == Mode::push) tips.push_back(place.base->id);
    tips.insert(tips.end(), place.excluded.begin(), place.excluded.end());
    return tips;
}

Result<void> gather_changes(GatheredHistory& gathered_history, const Place& place, const CommitGraph* graph,
                            const Shard& shard, const git::Mailmap& mailmap) {
    auto& [history, unreached] = gathered_history;
    const policy::Policy& policy = *history.corpus->policy;
    if (auto gathered = gather_commit_changes(history, place, policy, graph); !gathered) return gathered;
    std::set<std::string> cited;
    for (const facts::SignedDocument& document : history.signed_documents) cited.insert(document.path);
    const auto follows = [&](const std::string& path) { return shard.owns(path) || cited.count(path) > 0; };
    auto records = judge_filed_records(place, *history.corpus, graph, follows, threads_for(shard));
    if (!records) return base::fail(records.error());
    history.filed_changes = std::move(records->changes);
    history.filings = std::move(records->filings);
    history.filed_gaps = std::move(records->gaps);
    history.revisions = facts::RevisionList(std::move(records->revisions.revisions));
    history.revision_gaps = std::move(records->revisions.gaps);
    history.commits = records->commits;
    if (records->unreached) unreached.push_back(std::move(*records->unreached));
    if (!asks_for_authors(policy)) return {};
    return gather_authors(history, place, graph, mailmap);
}

void gather_citations(facts::History& history, const facts::Corpus& corpus, const Place& place,
                      facts::PathHistory& paths) {
    const CommitGraph& graph = paths.graph();
    history.citations = facts::resolve_citations(corpus, paths);
    history.spec_orders =
        facts::gather_spec_orders(corpus, history.citations, *place.repository, graph, path_reader(place));
    const auto head = place.head ? graph.find(place.head->id) : std::nullopt;
    facts::keep_agreed_scopes(history.spec_orders, corpus, paths, path_reader(place));
    if (head) facts::judge_landings(history.spec_orders, corpus, paths, *head);
    history.work_orders = facts::gather_work_orders(corpus, history.citations, *place.repository, graph);
    history.verifications = facts::gather_verifications(history.spec_orders, *place.repository, graph);
    history.companions =
        facts::gather_companions(corpus, history.citations, history.spec_orders, *place.repository, graph);
    history.expected_values = facts::gather_expected_values(corpus, history.citations, history.spec_orders,
                                                            *place.repository, graph);
    if (!head) return;
    history.undone_work = facts::find_undone_work(history.spec_orders, history.expected_values, paths, *head);
    history.improvements = facts::prove_improvements(corpus, paths, path_reader(place));
    history.cited_faults = facts::gather_cited_faults(corpus, paths, path_reader(place));
    history.overdue_deviations = facts::find_overdue_deviations(corpus, *place.repository, graph, *head);
    history.late_lessons = facts::find_late_lessons(corpus, paths, *head);
}

/// What was judged until then counts.
GatheredHistory end_early(GatheredHistory gathered, const Place& place, const std::string& unreached) {
    gathered.unreached.push_back(out_of_time(unreached, place));
    return gathered;
}

constexpr const char* kNoCitations = "checked nothing of what documents say of commits, paths and versions";

} // namespace

std::unique_ptr<Walks> walks_of(const Request& request, const Place& place, Walks::Check check) {
    if (place.repository == nullptr) return nullptr;
    std::optional<HistoryIndex> index;
    if (request.index_folder) index.emplace(*request.index_folder, *place.repository);
    return std::make_unique<Walks>(*place.repository, std::move(index), place.time, check);
}

Result<void> ask_for_earlier_sign_offs(facts::Corpus& corpus, const Place& place, Walks* walks) {
    if (walks == nullptr || !place.head || !facts::has_late_validations(corpus)) return {};
    const auto paths = walks->behind({place.head->id});
    if (!paths) return base::fail(paths.error());
    facts::note_renewed_sign_offs(corpus, **paths);
    return {};
}

Result<GatheredHistory> read_history(const Place& place, const facts::Corpus& corpus, const Shard& shard,
                                     const git::Mailmap& mailmap, Walks* walks) {
    GatheredHistory all;
    facts::History& history = all.history;
    history.corpus = &corpus;
    if (walks == nullptr) {
        history.unavailable_reason = "there is no git repository here";
        history.unavailable_help = "run docs-lint inside the repository that holds the documents";
        return all;
    }
    history.available = true;
    history.signed_documents = facts::find_signed_documents(corpus);
    if (!needs_graph(place, corpus)) {
        if (auto gathered = gather_changes(all, place, nullptr, shard, mailmap); !gathered)
            return base::fail(gathered.error());
        const CommitGraph none;
        facts::PathHistory nothing(*place.repository, none);
        gather_citations(history, corpus, place, nothing);
        return all;
    }
    const auto walked = walks->behind(tips_of_walk(place));
    if (!walked && place.time.is_over())
        return end_early(std::move(all), place, "checked none of the commits");
    if (!walked) return base::fail(walked.error());
    const CommitGraph& graph = (*walked)->graph();
    if (auto gathered = gather_changes(all, place, &graph, shard, mailmap); !gathered)
        return base::fail(gathered.error());
    if (place.time.is_over()) return end_early(std::move(all), place, kNoCitations);
    if (asks_for_recorders(corpus)) gather_recorders(history, place, graph, mailmap);
    const auto checked = walks->behind(tips_of(place));
    if (!checked && place.time.is_over()) return end_early(std::move(all), place, kNoCitations);
    if (!checked) return base::fail(checked.error());
    gather_citations(history, corpus, place, **checked);
    return all;
}

} // namespace docs_lint::engine
