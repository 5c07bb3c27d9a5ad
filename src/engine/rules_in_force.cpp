#include "engine/rules_in_force.hpp"

#include "facts/path_history.hpp"
#include "git/commit_graph.hpp"
#include "model/process_version.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;
using diagnostics::Diagnostic;
using git::Answer;
using git::CommitGraph;
using policy::CommitPrefix;
using policy::EffectiveFrom;

/// For every commit the latest committer date among it and its ancestors.
std::vector<std::int64_t> latest_dates(const CommitGraph& graph) {
    std::vector<std::int64_t> dates;
    dates.reserve(graph.size());
    for (std::size_t at = 0; at < graph.size(); ++at) {
        const git::GraphCommit one = graph.commit(at);
        std::int64_t latest = one.commit.committed_at.seconds;
        for (const std::size_t parent : one.parents) latest = std::max(latest, dates[parent]);
        dates.push_back(latest);
    }
    return dates;
}

std::int64_t seconds_of(base::Date date) {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days{date}.time_since_epoch())
        .count();
}

/// Documents that are begun under the rules of their time and go on under them.
bool keeps_its_rules(const policy::DocumentClass& document_class, const std::string& rule) {
    const rules::Rule* built_in = rules::find_rule(rule);
    const bool is_guarantee = built_in != nullptr && !built_in->metadata->suppressible;
    return !is_guarantee && (document_class.filing.has_value() || document_class.records_gates);
}

Error not_in_history(const EffectiveFrom& limit, std::string_view rule, std::size_t found) {
    return {ErrorKind::configuration,
            fmt::format("{}:{}:{}: \"{}\" is to be in force from commit {}, and the checked history has {}",
                        limit.origin, limit.line, limit.column, rule, limit.text,
                        found == 0 ? "no such commit" : "several that begin so"),
            "name a commit of this branch by its full id, as `git rev-parse HEAD` prints it"};
}

/// A commit that adds the path: none of its parents holds it.
bool adds(const facts::PathHistory::Change& change) {
    return change.blob && std::none_of(change.parents.begin(), change.parents.end(),
                                       [](const auto& parent) { return parent.has_value(); });
}

} // namespace

class RulesInForce::Judge {
public:
    Judge(const Place& place, const facts::Corpus& corpus, facts::PathHistory& paths)
        : place_(place), corpus_(corpus), graph_(paths.graph()), dates_(latest_dates(graph_)), paths_(paths) {
    }
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    Result<void> find_limits() {
        for (const auto& [rule, limit] : corpus_.policy->effective_from) {
            const auto* prefix = std::get_if<CommitPrefix>(&limit.since);
            if (prefix == nullptr) continue;
            const auto found = graph_.find_prefix(prefix->digits);
            if (found.empty() && graph_.truncated()) continue; // its findings cannot be verified
            if (found.size() != 1) return base::fail(not_in_history(limit, rule, found.size()));
            commits_[rule] = found.front();
        }
        return {};
    }

    /// `yes`: the rule was in force.
    Answer is_in_force(const Diagnostic& finding) {
        const auto limit = corpus_.policy->effective_from.find(finding.rule);
        if (limit == corpus_.policy->effective_from.end()) return Answer::yes;
        if (const auto* version = std::get_if<base::Version>(&limit->second.since))
            return is_in_force(*version, finding.location.path);
        // A place in what is checked is what somebody says there, of whatever old commit.
        if (finding.location.commit.empty() || finding.commit.empty())
            return is_in_force(finding.rule, limit->second, finding.location.path);
        const auto id = git::parse_object_id(finding.commit);
        const auto commit = id ? graph_.find(*id) : std::nullopt;
        return commit ? is_in_force(finding.rule, limit->second, *commit) : Answer::yes;
    }

private:
    Answer is_in_force(const base::Version& version, const std::string& path) const {
        const facts::DocumentFacts* document = corpus_.find(path);
        if (document == nullptr) return Answer::yes;
        const auto& one = **document;
        const auto followed = model::followed_version(one.header, *one.document_class, *corpus_.policy);
        return followed && *followed < version ? Answer::no : Answer::yes;
    }

    Answer is_in_force(const std::string& rule, const EffectiveFrom& limit, std::size_t commit) const {
        const auto* date = std::get_if<base::Date>(&limit.since);
        if (date != nullptr && dates_[commit] >= seconds_of(*date)) return Answer::yes;
        if (date != nullptr) return graph_.truncated() ? Answer::unknown : Answer::no;
        const auto first = commits_.find(rule);
        if (first == commits_.end()) return Answer::unknown;
        if (commit == first->second) return Answer::yes;
        switch (graph_.is_ancestor(commit, first->second)) {
        case Answer::yes:
            return Answer::no;
        case Answer::no:
            return Answer::yes;
        case Answer::unknown:
            break;
        }
        return Answer::unknown;
    }

    Answer is_in_force(const std::string& rule, const EffectiveFrom& limit, const std::string& path) {
        const facts::DocumentFacts* document = corpus_.find(path);
        if (document == nullptr) return Answer::yes;
        const bool record = keeps_its_rules(*(*document)->document_class, rule);
        if (is_new(path, record)) return Answer::yes;
        const auto& changes = changes_of(path);
        if (!changes) return Answer::unknown;
        Answer answer = changes->empty() ? Answer::yes : Answer::no;
        for (const auto& change : *changes) {
            if (!change.blob || (record && !adds(change))) continue;
            const bool cut = graph_.commit(change.commit).truncated; // it may have been there before
            const Answer one = is_in_force(rule, limit, change.commit);
            if (one == Answer::yes && !cut) return Answer::yes;
            if (one != Answer::no || cut) answer = Answer::unknown;
        }
        return answer;
    }

    /// What is checked is not, or not so, in the newest commit.
    bool is_new(const std::string& path, bool record) {
        if (place_.mode != Mode::worktree && place_.mode != Mode::index) return false;
        const auto head = place_.head ? graph_.find(place_.head->id) : std::nullopt;
        if (!head) return true;
        const auto committed = paths_.blob_at(path, *head);
        if (!committed) return false;
        return !*committed || (!record && snapshot_id(path) != **committed);
    }

    std::optional<git::ObjectId> snapshot_id(const std::string& path) {
        if (place_.drafts.count(path) > 0) return std::nullopt;
        if (place_.mode == Mode::worktree) {
            const auto id = place_.repository->hash_work_tree_file(path);
            return id ? std::optional(*id) : std::nullopt;
        }
        if (const auto files =
                staged_.empty() ? place_.snapshot->files() : Result<std::vector<source::File>>{})
            for (const source::File& file : *files) staged_[file.path] = file.id;
        const auto found = staged_.find(path);
        return found == staged_.end() ? std::nullopt : found->second;
    }

    using Changes = Result<std::vector<facts::PathHistory::Change>>;

    const Changes& changes_of(const std::string& path) {
        const auto known = changes_.find(path);
        return known != changes_.end() ? known->second
                                       : changes_.emplace(path, paths_.changes_of(path)).first->second;
    }

    const Place& place_;
    const facts::Corpus& corpus_;
    const CommitGraph& graph_;
    std::vector<std::int64_t> dates_; ///< by index in the graph
    facts::PathHistory& paths_;
    std::map<std::string, std::size_t> commits_; ///< limits that are commits, by rule
    std::map<std::string, Changes> changes_;     ///< by path
    std::map<std::string, std::optional<git::ObjectId>> staged_;
};

RulesInForce::RulesInForce(std::unique_ptr<Judge> judge) : judge_(std::move(judge)) {}
RulesInForce::RulesInForce(RulesInForce&&) noexcept = default;
RulesInForce::~RulesInForce() = default;

Result<RulesInForce> RulesInForce::read(const Place& place, const facts::Corpus& corpus,
                                        const policy::Policy& policy, Walks* walks) {
    if (policy.effective_from.empty() || walks == nullptr || !place.head) return RulesInForce(nullptr);
    std::vector<git::ObjectId> tips{place.head->id};
    if (place.base) tips.push_back(place.base->id);
    const auto paths = walks->behind(std::move(tips));
    if (!paths) return base::fail(paths.error());
    auto judge = std::make_unique<Judge>(place, corpus, **paths);
    if (auto found = judge->find_limits(); !found) return base::fail(found.error());
    return RulesInForce(std::move(judge));
}

std::size_t RulesInForce::take_older(diagnostics::Outcome& outcome) const {
    if (judge_ == nullptr) return 0;
    std::size_t taken = 0;
    std::vector<Diagnostic> kept;
    for (Diagnostic& finding : outcome.findings) {
        const Answer answer = judge_->is_in_force(finding);
        if (answer == Answer::yes) kept.push_back(std::move(finding));
        if (answer == Answer::no) ++taken;
        if (answer == Answer::unknown)
            outcome.unverified.push_back(
                {finding.rule, fmt::format("whether the rule was in force yet for this: {}", finding.message),
                 std::move(finding.location),
                 "the history that says how old it is, is not here: `git fetch --unshallow` brings it"});
    }
    outcome.findings = std::move(kept);
    return taken;
}

} // namespace docs_lint::engine
