#include "engine/comparisons.hpp"

#include "base/text.hpp"
#include "engine/dropped_changes.hpp"
#include "engine/filed_before.hpp"
#include "engine/inherited_offences.hpp"
#include "engine/read_editions.hpp"
#include "engine/run_commits.hpp"
#include "engine/work_tree_entries.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;
using git::Change;
using git::CommitGraph;
using git::Entry;
using git::GraphCommit;
using git::ObjectId;
using Follows = std::function<bool(const std::string&)>;

constexpr std::uint64_t kMostBytes = 64U << 20U; ///< a record that is larger cannot be verified

Change change_of(const Entry* before, const Entry* after) {
    Change change;
    change.path = before != nullptr ? before->path : after->path;
    if (before != nullptr) change.old_mode = before->mode, change.old_id = before->id;
    if (after != nullptr) change.new_mode = after->mode, change.new_id = after->id;
    return change;
}

class Judgement {
public:
    Judgement(const Place& place, const facts::Corpus& corpus, const CommitGraph* graph,
              const Follows& follows)
        : place_(place), corpus_(corpus), policy_(*corpus.policy), graph_(graph), follows_(follows),
          read_([this](const ObjectId& id) { return read_blob(id); }), judge_(policy_, read_) {}

    Result<FiledRecords> run(std::size_t threads) {
        if (auto judged = judge_place(); !judged) return base::fail(judged.error());
        FiledRecords records;
        records.changes = judge_.offences();
        records.filings = judge_.filings();
        if (graph_ != nullptr) {
            drop_inherited(records.changes, *place_.repository, *graph_);
            drop_inherited(records.filings, *place_.repository, *graph_);
        }
        if (!unreached_) records.revisions = gather_revisions(threads);
        records.unreached = std::move(unreached_);
        records.gaps = std::move(gaps_);
        records.commits = commits_;
        for (const auto& unread : judge_.unread())
            records.gaps.push_back({fmt::format("whether {} was filed and stayed as it was: {}", unread.path,
                                                unread.error.message),
                                    unread.error.help,
                                    diagnostics::whole_document(unread.path, unread.commit)});
        return records;
    }

private:
    Result<void> judge_place() {
        switch (place_.mode) {
        case Mode::worktree:
            return place_.head ? judge_worktree() : Result<void>{};
        case Mode::index:
        case Mode::next_commit: // a place says which of the two it is
            return place_.head ? judge_index() : Result<void>{};
        case Mode::revision:
            return judge_revision();
        case Mode::range:
            return judge_range();
        case Mode::push:
            return judge_push();
        case Mode::audit:
            return judge_commits(commits_of_run(place_, *graph_));
        }
        return {};
    }

    Result<std::string> read_blob(const ObjectId& id) const {
        if (const auto found = contents_.find(id); found != contents_.end()) return found->second;
        const auto size = place_.repository->blob_size(id);
        if (!size) return base::fail(size.error());
        if (*size > kMostBytes)
            return base::fail(ErrorKind::unverifiable, fmt::format("the document has {} bytes", *size),
                              "keep records below 64 MB");
        return place_.repository->read_blob(id);
    }

    Result<void> judge_worktree() {
        auto entries = read_work_tree_entries(place_, policy_);
        if (!entries) return base::fail(entries.error());
        contents_ = std::move(entries->contents);
        for (const auto& [path, why] : entries->unread) note_unread(path, why);
        judge_and_record(
            {"", git::to_hex(place_.head->id), compare_entries(entries->committed, entries->on_disk)});
        return {};
    }

    /// Only what is filed has to stay as it was.
    void note_unread(const std::string& path, const base::Error& why) {
        const auto* document_class = policy_.class_of(path);
        if (document_class == nullptr) return;
        const auto filed = is_filed_in_head(place_, path, *document_class);
        if (filed && !*filed) return;
        gaps_.push_back({fmt::format("whether {} is as it was filed: {}", path, why.message), why.help,
                         diagnostics::whole_document(path)});
    }

    /// While a merge is under way the next commit has several parents, and what is filed in any of them
    /// stays.
    Result<void> judge_index() {
        const auto staged = place_.repository->read_index();
        if (!staged) return base::fail(staged.error());
        auto parents = place_.repository->merge_heads();
        if (!parents) return base::fail(parents.error());
        parents->insert(parents->begin(), place_.head->id);
        for (const ObjectId& id : *parents) {
            const auto parent = place_.repository->read_commit(id);
            if (!parent) return base::fail(parent.error());
            const auto committed = place_.repository->list_tree(parent->tree);
            if (!committed) return base::fail(committed.error());
            judge_and_record({"", git::to_hex(id), compare_entries(*committed, *staged)});
        }
        note_dropped(parents->size());
        return {};
    }

    Result<void> judge_revision() {
        ++commits_;
        if (place_.head->parents.empty()) record_first(*place_.head);
        for (const ObjectId& id : place_.head->parents) {
            const auto parent = place_.repository->read_commit(id);
            if (!parent)
                note_end_of_history(place_.head->id, parent.error());
            else if (auto judged = judge_commit(*place_.head, *parent); !judged)
                return judged;
        }
        note_dropped(place_.head->parents.size());
        return {};
    }

    Result<void> judge_range() {
        if (auto judged = judge_commits(commits_of_run(place_, *graph_)); !judged) return judged;
        return place_.base_is_ancestor ? Result<void>{} : judge_merge();
    }

    Result<void> judge_merge() {
        const auto base_entries = place_.repository->list_tree(place_.base->tree);
        if (!base_entries) return base::fail(base_entries.error());
        const auto head_entries = place_.repository->list_tree(place_.head->tree);
        if (!head_entries) return base::fail(head_entries.error());
        const auto brought = compare_entries(*base_entries, *place_.merged);
        judge_.judge({git::to_hex(place_.head->id), git::to_hex(place_.base->id), brought});
        // What the head files and the base went on to write is neither of the two when they are merged.
        auto mixed = compare_entries(*head_entries, *place_.merged);
        std::erase_if(mixed, [&](const Change& change) { return !changes_path(brought, change.path); });
        judge_.judge({git::to_hex(place_.base->id), git::to_hex(place_.head->id), std::move(mixed)});
        return {};
    }

    Result<void> judge_push() {
        if (auto judged = judge_commits(commits_of_run(place_, *graph_)); !judged) return judged;
        if (!place_.base || place_.base_is_ancestor) return {};
        return judge_trees(*place_.head, *place_.base);
    }

    Result<void> judge_commits(const std::vector<std::size_t>& indices) {
        for (const std::size_t index : indices) {
            if (place_.time.is_over()) {
                unreached_ = out_of_time(
                    fmt::format("checked {} of {}", commits_, base::count_of(indices.size(), "commit")),
                    place_);
                return {};
            }
            const GraphCommit one = graph_->commit(index);
            ++commits_;
            if (one.truncated) note_end_of_history(one.commit.id, graph_->gap_of(one));
            if (one.parents.empty() && !one.truncated) record_first(one.commit);
            for (const std::size_t parent : one.parents)
                if (auto judged = judge_commit(one.commit, graph_->commit(parent).commit); !judged)
                    return judged;
            note_dropped(one.parents.size());
        }
        return {};
    }

    /// Of the merge that was recorded last, where all of its parents were, and the graph is at hand.
    void note_dropped(std::size_t parents) {
        if (parents < 2 || recorded_.size() < parents || graph_ == nullptr) return;
        const std::span<facts::Comparison> of_merge(recorded_.data() + recorded_.size() - parents, parents);
        const std::string& commit = of_merge.back().commit;
        if (std::all_of(of_merge.begin(), of_merge.end(),
                        [&](const facts::Comparison& one) { return one.commit == commit; }))
            note_dropped_changes(*place_.repository, *graph_, of_merge);
    }

    void judge_and_record(facts::Comparison comparison) {
        judge_.judge(comparison);
        record(std::move(comparison));
    }

    /// Keeps what concerns governed documents that are followed.
    void record(facts::Comparison comparison) {
        std::erase_if(comparison.changes, [&](const Change& change) {
            return policy_.class_of(change.path) == nullptr || !follows_(change.path);
        });
        recorded_.push_back(std::move(comparison));
    }

    /// A first commit changes no filed record, and brings in documents.
    void record_first(const git::Commit& commit) {
        if (auto changes = place_.repository->compare_trees({}, commit.tree))
            record(
                {git::to_hex(commit.id), "", std::move(*changes), commit.authored_at, commit.committed_at});
    }

    Result<void> judge_commit(const git::Commit& child, const git::Commit& parent) {
        return judge_trees(child, parent, true);
    }

    /// `own`: what a commit changes against its parent, and no mere difference of two trees.
    Result<void> judge_trees(const git::Commit& child, const git::Commit& parent, bool own = false) {
        if (child.tree == parent.tree) {
            if (own) record({git::to_hex(child.id), git::to_hex(parent.id), {}});
            return {};
        }
        auto changes = place_.repository->compare_trees(parent.tree, child.tree);
        if (!changes && changes.error().kind == ErrorKind::unverifiable) {
            gaps_.push_back({fmt::format("what commit {} changed: {}", git::to_short_hex(child.id),
                                         changes.error().message),
                             changes.error().help, diagnostics::whole_document("", git::to_hex(child.id))});
            return {};
        }
        if (!changes) return base::fail(changes.error());
        facts::Comparison comparison{git::to_hex(child.id), git::to_hex(parent.id), std::move(*changes),
                                     child.authored_at, child.committed_at};
        judge_.judge(comparison);
        if (own) record(std::move(comparison));
        return {};
    }

    /// All of them or none: a part could make a document look as if nobody had gone on with it. Reading
    /// versions is what takes time.
    facts::Revisions gather_revisions(std::size_t threads) {
        auto revisions =
            facts::gather_revisions(recorded_, policy_, edition_reader(corpus_, read_, threads, place_.time));
        if (!place_.time.is_over()) return revisions;
        unreached_ = out_of_time(fmt::format("checked what {} did to filed records, and not what else",
                                             base::count_of(commits_, "commit")),
                                 place_);
        return {};
    }

    void note_end_of_history(const ObjectId& commit, const base::Error& why) {
        gaps_.push_back({fmt::format("what happened to filed records before commit {}: {}",
                                     git::to_short_hex(commit), why.message),
                         why.help, diagnostics::whole_document("", git::to_hex(commit))});
    }

    const Place& place_;
    const facts::Corpus& corpus_;
    const policy::Policy& policy_;
    const CommitGraph* graph_;
    const Follows& follows_;
    std::map<ObjectId, std::string> contents_;
    facts::FiledRecordJudge::ReadBlob read_;
    facts::FiledRecordJudge judge_;
    std::vector<facts::Comparison> recorded_; ///< of the run's commits, governed documents only
    std::vector<facts::Gap> gaps_;
    std::optional<facts::Gap> unreached_;
    std::size_t commits_ = 0;
};

} // namespace

bool changes_path(const std::vector<Change>& changes, const std::string& path) {
    const auto found = std::lower_bound(
        changes.begin(), changes.end(), path,
        [](const Change& change, const std::string& wanted) { return change.path < wanted; });
    return found != changes.end() && found->path == path;
}

std::vector<Change> compare_entries(const std::vector<Entry>& old_entries,
                                    const std::vector<Entry>& new_entries) {
    std::vector<Change> changes;
    auto before = old_entries.begin();
    auto after = new_entries.begin();
    while (before != old_entries.end() || after != new_entries.end()) {
        const bool only_before =
            after == new_entries.end() || (before != old_entries.end() && before->path < after->path);
        const bool only_after = !only_before && (before == old_entries.end() || after->path < before->path);
        if (only_before)
            changes.push_back(change_of(&*before++, nullptr));
        else if (only_after)
            changes.push_back(change_of(nullptr, &*after++));
        else {
            if (before->mode != after->mode || before->id != after->id)
                changes.push_back(change_of(&*before, &*after));
            ++before;
            ++after;
        }
    }
    return changes;
}

Result<FiledRecords> judge_filed_records(const Place& place, const facts::Corpus& corpus,
                                         const CommitGraph* graph, const Follows& follows,
                                         std::size_t threads) {
    return Judgement(place, corpus, graph, follows).run(threads);
}

} // namespace docs_lint::engine
