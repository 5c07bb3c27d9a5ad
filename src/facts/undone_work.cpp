#include "facts/undone_work.hpp"

#include "facts/fix_commits.hpp"
#include "facts/gate_standing.hpp"
#include "facts/record_key.hpp"
#include "facts/undone_lines.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace docs_lint::facts {
namespace {

using base::Result;
using git::CommitGraph;
using git::ObjectId;
using git::Repository;

/// The gate that leaves the state which the gate of this item opens; null where none does.
const policy::ProcessGate* find_verifying_gate(const policy::Process& process, const std::string& item_id) {
    const policy::ProcessGate* work = process.find_gate_of(item_id);
    if (work == nullptr) return nullptr;
    const auto next = std::find_if(process.gates.begin(), process.gates.end(),
                                   [&](const policy::ProcessGate& gate) { return gate.from == work->to; });
    return next == process.gates.end() ? nullptr : &*next;
}

bool is_claimed(const policy::ProcessGate& gate, const DocumentFacts& document) {
    return std::any_of(document.gates.begin(), document.gates.end(), [&](const GateFacts& one) {
        return one.definition == &gate && one.claim.has_value();
    });
}

/// Commits that belong together, and the files that each of them changes for its part.
using Parts = std::vector<std::pair<const Citation*, std::vector<std::string>>>;

Parts parts_of_fix(const SpecOrder& order) {
    const policy::Policy& policy = *order.document->policy;
    Parts parts;
    for (const FixFiles& fix : order.fixes) {
        std::vector<std::string> files = fix.paths.value_or(std::vector<std::string>{});
        std::erase_if(files, [&](const std::string& path) { return policy.class_of(path) != nullptr; });
        parts.emplace_back(fix.citation, std::move(files));
    }
    return parts;
}

Parts parts_of_values(const ExpectedValues& values) {
    Parts parts;
    for (const CompanionCommit& commit : values.commits) {
        std::vector<std::string> files = commit.citation->changed_paths.value_or(std::vector<std::string>{});
        std::erase_if(files, [&](const std::string& path) { return !is_companion(path, *values.rule); });
        parts.emplace_back(commit.citation, std::move(files));
    }
    return parts;
}

class Search {
public:
    Search(PathHistory& paths, std::size_t head)
        : repository_(paths.repository()), graph_(paths.graph()), paths_(paths), head_(head) {}

    std::optional<UndoneWork> judge(const DocumentFacts& document, const policy::ProcessGate& gate,
                                    const Parts& parts) const {
        UndoneWork work;
        work.document = &document;
        work.gate = &gate;
        for (const auto& part : parts) work.citations.push_back(part.first);
        const auto undone = search(work, parts);
        if (!undone) work.unknown = undone.error();
        return !undone || *undone ? std::optional(std::move(work)) : std::nullopt;
    }

private:
    /// What a file was before the work, and behind the last of its commits that changes the file; where it
    /// was not there, what the work added.
    struct File {
        std::optional<git::Entry> before, added, after;
        std::size_t last = 0; ///< that commit
    };
    using Files = std::map<std::string, File>;

    Result<bool> search(UndoneWork& work, const Parts& parts) const {
        const auto before = read_before(parts);
        if (!before) return base::fail(before.error());
        for (const auto& [path, file] : *before) work.paths.push_back(path);
        const auto now = are_as(*before, head_);
        if (!now || !*now) return now;
        const auto verified = commits_that_pass(*work.gate, *work.document);
        if (!verified) return base::fail(verified.error());
        for (const std::size_t commit : verified->commits) {
            const auto then = are_as(*before, commit);
            if (!then) return then;
            if (!*then) continue;
            work.verified_in = git::to_hex(graph_.commit(commit).commit.id);
            return true;
        }
        return !verified->is_committed;
    }

    /// What each file was before the first of the commits that changes it.
    Result<Files> read_before(Parts parts) const {
        std::sort(parts.begin(), parts.end(), [](const auto& left, const auto& right) {
            return *left.first->graph_index < *right.first->graph_index;
        });
        Files files;
        for (const auto& [citation, paths] : parts) {
            const git::GraphCommit commit = graph_.commit(*citation->graph_index);
            if (commit.truncated) return base::fail(graph_.gap_of(commit));
            auto from = citation->range_begin;
            if (!from && !commit.parents.empty()) from = commit.parents.front();
            for (const std::string& path : paths) {
                auto after = repository_.find_entry(commit.commit.tree, path);
                if (!after) return base::fail(after.error());
                if (const auto known = files.find(path); known != files.end()) {
                    known->second.after = std::move(*after);
                    known->second.last = *citation->graph_index;
                    continue;
                }
                auto before = from ? repository_.find_entry(graph_.tree(*from), path) : std::nullopt;
                if (!before) return base::fail(before.error());
                auto added = *before ? std::optional<git::Entry>{} : *after;
                files.emplace(path, File{std::move(*before), std::move(added), std::move(*after),
                                         *citation->graph_index});
            }
        }
        return files;
    }

    Result<bool> are_as(const Files& before, std::size_t commit) const {
        for (const auto& [path, file] : before) {
            const auto now = repository_.find_entry(graph_.tree(commit), path);
            if (!now) return base::fail(now.error());
            if (!say_the_same(file.before, *now)) {
                const auto lines = are_lines_undone(path, file, *now, commit);
                if (!lines || !*lines) return lines;
                continue;
            }
            const Result<bool> moved =
                !*now && file.added ? stands_elsewhere(file.added->id, commit) : Result<bool>(false);
            if (!moved || *moved) return moved ? Result<bool>(false) : moved;
        }
        return !before.empty();
    }

    static bool is_file(const std::optional<git::Entry>& entry) { return entry && is_regular(entry->mode); }

    /// Others changed the file, too: then the work is undone where one commit behind it takes it back as a
    /// whole, and does nothing else there.
    [[nodiscard]] Result<bool> are_lines_undone(const std::string& path, const File& file,
                                                const std::optional<git::Entry>& now,
                                                std::size_t commit) const {
        if (!is_file(file.before) || !is_file(file.after) || !is_file(now) || now->id == file.after->id)
            return false;
        const auto before = repository_.read_blob(file.before->id);
        if (!before) return base::fail(before.error());
        const auto after = repository_.read_blob(file.after->id);
        if (!after) return base::fail(after.error());
        const auto text = repository_.read_blob(now->id);
        if (!text) return base::fail(text.error());
        const LinesOfWork work(*before, *after);
        if (!work.is_undone_in(*text)) return false;
        std::set<std::size_t> behind{file.last};
        for (const std::size_t one : graph_.range({commit}, {file.last})) {
            const auto parents = graph_.parents(one);
            if (std::none_of(parents.begin(), parents.end(),
                             [&](std::size_t parent) { return behind.count(parent) > 0; }))
                continue;
            behind.insert(one);
            const auto takes_back = takes_work_back(path, work, one, behind);
            if (!takes_back || *takes_back) return takes_back;
        }
        return false;
    }

    [[nodiscard]] Result<bool> takes_work_back(const std::string& path, const LinesOfWork& work,
                                               std::size_t commit,
                                               const std::set<std::size_t>& behind) const {
        const auto parents = graph_.parents(commit);
        if (parents.size() > 1 && !work.takes_lines_out()) return false;
        const auto now = paths_.blob_at(path, commit);
        if (!now) return base::fail(now.error());
        if (!*now) return false;
        bool was_whole = false;
        std::vector<std::string> texts;
        for (const std::size_t parent : parents) {
            const auto then = paths_.blob_at(path, parent);
            if (!then) return base::fail(then.error());
            if (!*then) continue;
            const bool is_changed_here = **then != **now && behind.count(parent) > 0;
            if (!is_changed_here && parents.size() == 1) return false;
            auto text = repository_.read_blob(**then);
            if (!text) return base::fail(text.error());
            was_whole = was_whole || (is_changed_here && work.is_whole_in(*text));
            texts.push_back(std::move(*text));
        }
        if (!was_whole) return false;
        const auto text = repository_.read_blob(**now);
        if (!text) return base::fail(text.error());
        return work.is_undone_in(*text) && work.is_all_that_changed(*text, texts);
    }

    /// A file that the work added got another name.
    [[nodiscard]] Result<bool> stands_elsewhere(const ObjectId& blob, std::size_t commit) const {
        const auto entries = repository_.list_tree(graph_.tree(commit));
        if (!entries) return base::fail(entries.error());
        return std::any_of(entries->begin(), entries->end(),
                           [&](const git::Entry& entry) { return entry.id == blob; });
    }

    /// Blanks and modes are no fix, and nothing that is left of one.
    [[nodiscard]] bool say_the_same(const std::optional<git::Entry>& before,
                                    const std::optional<git::Entry>& now) const {
        if (!before || !now) return !before && !now;
        if (!is_regular(before->mode) || !is_regular(now->mode))
            return before->id == now->id && before->mode == now->mode;
        return before->id == now->id || differ_in_blanks_alone(repository_, before->id, now->id);
    }

    /// When the record came to say that a gate had passed.
    struct Passing {
        std::vector<std::size_t> commits; ///< that first have it so, one for each line of history
        bool is_committed = false;        ///< some commit has it so, and be it one that only moved the record
    };

    Result<Passing> commits_that_pass(const policy::ProcessGate& gate, const DocumentFacts& document) const {
        const auto changes = paths_.changes_of(document->path);
        if (!changes) return base::fail(changes.error());
        GateStandings standings(document, gate.id, repository_);
        Passing passing;
        for (const PathHistory::Change& change : *changes) {
            const auto passes = is_passed_in(change.blob, standings);
            if (!passes) return base::fail(passes.error());
            bool before = false;
            for (const auto& parent : change.parents) {
                const auto passed = is_passed_in(parent, standings);
                if (!passed) return base::fail(passed.error());
                before = before || *passed;
            }
            passing.is_committed = passing.is_committed || *passes;
            if (*passes && !before && !was_moved_here(change, document))
                passing.commits.push_back(change.commit);
        }
        return passing;
    }

    static Result<bool> is_passed_in(const std::optional<ObjectId>& blob, GateStandings& standings) {
        if (!blob) return false;
        const auto standing = standings.in(*blob);
        if (!standing) return base::fail(standing.error());
        return *standing == GateStanding::passed;
    }

    /// It said so before, under another name.
    [[nodiscard]] bool was_moved_here(const PathHistory::Change& change,
                                      const DocumentFacts& document) const {
        const bool is_new = std::none_of(change.parents.begin(), change.parents.end(),
                                         [](const auto& parent) { return parent.has_value(); });
        const auto parents = graph_.parents(change.commit);
        if (!is_new || parents.empty()) return false;
        return !left_paths(document, *change.blob, repository_, graph_.tree(parents.front()),
                           graph_.tree(change.commit))
                    .empty();
    }

    const Repository& repository_;
    const CommitGraph& graph_;
    PathHistory& paths_;
    std::size_t head_;
};

} // namespace

std::vector<UndoneWork> find_undone_work(const std::vector<SpecOrder>& orders,
                                         const std::vector<ExpectedValues>& values, PathHistory& paths,
                                         std::size_t head) {
    const Search search(paths, head);
    std::vector<UndoneWork> all;
    const auto judge = [&](const DocumentFacts& document, const std::string& item, const Parts& parts) {
        const policy::ProcessGate* gate = find_verifying_gate(*document.process, item);
        if (parts.empty() || gate == nullptr || !is_claimed(*gate, document)) return;
        if (auto undone = search.judge(document, *gate, parts)) all.push_back(std::move(*undone));
    };
    for (const SpecOrder& order : orders)
        if (!order.rule->fix_commits.empty())
            judge(*order.document, order.rule->fix_commits.front(), parts_of_fix(order));
    for (const ExpectedValues& one : values)
        if (one.due) judge(*one.document, one.rule->commit, parts_of_values(one));
    return all;
}

} // namespace docs_lint::facts
