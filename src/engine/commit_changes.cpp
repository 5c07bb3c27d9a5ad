#include "engine/commit_changes.hpp"

#include "engine/comparisons.hpp"
#include "engine/run_commits.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;
using git::ObjectId;

bool is_off(const policy::OwnRule& rule, const policy::Policy& policy) {
    const auto set = policy.severities.find(rule.id);
    const auto severity = set == policy.severities.end() ? rule.severity : set->second;
    return severity == diagnostics::Severity::off;
}

/// Every path pattern that some rule asks about.
std::vector<base::PathPattern> patterns_of(const policy::Policy& policy) {
    std::vector<base::PathPattern> patterns;
    for (const policy::OwnRule& rule : policy.own_rules) {
        const auto* what = std::get_if<policy::CompanionFiles>(&rule.what);
        if (what == nullptr || is_off(rule, policy)) continue;
        patterns.insert(patterns.end(), what->when.begin(), what->when.end());
        for (const auto& group : what->then)
            patterns.insert(patterns.end(), group.paths.begin(), group.paths.end());
    }
    return patterns;
}

class Gatherer {
public:
    Gatherer(facts::History& history, const Place& place, std::vector<base::PathPattern> patterns)
        : history_(history), place_(place), patterns_(std::move(patterns)) {}

    Result<void> gather(const git::CommitGraph* graph) {
        if (place_.mode == Mode::index) return gather_index();
        if (place_.mode == Mode::revision) return gather_commit(*place_.head);
        if (graph == nullptr) return {};
        for (const std::size_t index : commits_of_run(place_, *graph)) {
            if (place_.time.is_over()) return {}; // the same commits are judged after this, and will say so
            if (auto gathered = gather_commit(graph->commit(index).commit); !gathered) return gathered;
        }
        return {};
    }

private:
    Result<void> gather_index() {
        const auto staged = place_.repository->read_index();
        if (!staged) return base::fail(staged.error());
        auto parents = place_.repository->merge_heads();
        if (!parents) return base::fail(parents.error());
        if (place_.head) parents->insert(parents->begin(), place_.head->id);
        std::vector<std::vector<git::Change>> sides;
        for (const ObjectId& id : *parents) {
            const auto parent = place_.repository->read_commit(id);
            if (!parent) return base::fail(parent.error());
            const auto committed = place_.repository->list_tree(parent->tree);
            if (!committed) return base::fail(committed.error());
            sides.push_back(compare_entries(*committed, *staged));
        }
        if (sides.empty()) sides.push_back(compare_entries({}, *staged));
        add("", "", sides);
        return {};
    }

    Result<void> gather_commit(const git::Commit& commit) {
        std::vector<ObjectId> trees;
        for (const ObjectId& id : commit.parents) {
            const auto parent = place_.repository->read_commit(id);
            if (!parent) return note_gap(commit, parent.error());
            trees.push_back(parent->tree);
        }
        if (trees.empty()) trees.emplace_back();
        std::vector<std::vector<git::Change>> sides;
        for (const ObjectId& tree : trees) {
            auto changes = place_.repository->compare_trees(tree, commit.tree);
            if (!changes) return note_gap(commit, changes.error());
            sides.push_back(std::move(*changes));
        }
        const auto text = place_.repository->read_commit_text(commit.id);
        if (!text) return note_gap(commit, text.error());
        add(git::to_hex(commit.id), text->subject, sides);
        return {};
    }

    /// `sides` holds the changes against each parent.
    void add(std::string commit, std::string subject, const std::vector<std::vector<git::Change>>& sides) {
        std::map<std::string, std::size_t> sides_of_path;
        for (const auto& side : sides)
            for (const git::Change& change : side)
                if (is_asked_for(change.path)) ++sides_of_path[change.path];
        if (sides_of_path.empty()) return;
        facts::CommitChanges changes{std::move(commit), std::move(subject), {}, {}};
        for (const auto& [path, count] : sides_of_path)
            (count == sides.size() ? changes.changed : changes.brought_in).push_back(path);
        history_.commit_changes.push_back(std::move(changes));
    }

    [[nodiscard]] bool is_asked_for(const std::string& path) const {
        return std::any_of(patterns_.begin(), patterns_.end(),
                           [&](const base::PathPattern& pattern) { return pattern.matches(path); });
    }

    Result<void> note_gap(const git::Commit& commit, const base::Error& why) {
        if (why.kind != ErrorKind::unverifiable) return base::fail(why);
        history_.change_gaps.push_back(
            {fmt::format("what commit {} changes together: {}", git::to_short_hex(commit.id), why.message),
             why.help, diagnostics::whole_document("", git::to_hex(commit.id))});
        return {};
    }

    facts::History& history_;
    const Place& place_;
    std::vector<base::PathPattern> patterns_;
};

} // namespace

Result<void> gather_commit_changes(facts::History& history, const Place& place, const policy::Policy& policy,
                                   const git::CommitGraph* graph) {
    auto patterns = patterns_of(policy);
    if (patterns.empty()) return {};
    return Gatherer(history, place, std::move(patterns)).gather(graph);
}

} // namespace docs_lint::engine
