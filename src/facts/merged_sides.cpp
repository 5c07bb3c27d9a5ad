#include "facts/merged_sides.hpp"

#include "facts/fix_scope.hpp"
#include "facts/rewriting.hpp"

#include <algorithm>
#include <map>
#include <re2/re2.h>
#include <string>

namespace docs_lint::facts {
namespace {

class Sides {
public:
    Sides(const std::vector<model::PathMention>& scope, const policy::Policy& policy,
          const git::Repository& repository, const git::CommitGraph& graph)
        : scope_(scope), policy_(policy), repository_(repository), graph_(graph) {}

    [[nodiscard]] std::vector<std::size_t> first_of(std::size_t merge) const {
        const auto parents = graph_.parents(merge);
        if (parents.size() < 2) return {};
        auto first = graph_.range({parents.front()}, {parents.begin() + 1, parents.end()});
        std::erase_if(first, [&](std::size_t commit) { return !works_on_scope(commit); });
        if (first.empty() || takes_other_work_along(merge)) return first;
        const auto further = graph_.range({parents.begin() + 1, parents.end()}, {parents.front()});
        const bool may_be_the_fix =
            settles_scope(merge) || std::any_of(further.begin(), further.end(),
                                                [&](std::size_t commit) { return works_on_scope(commit); });
        return may_be_the_fix ? std::vector<std::size_t>{} : first;
    }

private:
    [[nodiscard]] bool is_in_scope(const std::string& path) const {
        return policy_.class_of(path) == nullptr &&
               std::any_of(scope_.begin(), scope_.end(),
                           [&](const auto& mention) { return scope_covers(mention, path); });
    }

    [[nodiscard]] bool works_on_scope(std::size_t commit) const {
        if (graph_.parents(commit).size() > 1) return false;
        const auto paths = changed_paths_of(repository_, graph_.commit(commit).commit);
        return paths && std::any_of(paths->begin(), paths->end(),
                                    [&](const std::string& path) { return is_in_scope(path); });
    }

    /// The merge gives a file of the scope what none of its parents has.
    [[nodiscard]] bool settles_scope(std::size_t merge) const {
        const auto parents = graph_.parents(merge);
        std::map<std::string, std::size_t> differing;
        for (const std::size_t parent : parents) {
            const auto changes = repository_.compare_trees(graph_.tree(parent), graph_.tree(merge));
            if (!changes) return true;
            for (const git::Change& change : *changes) ++differing[change.path];
        }
        return std::any_of(differing.begin(), differing.end(), [&](const auto& one) {
            return one.second == parents.size() && is_in_scope(one.first);
        });
    }

    /// A line that takes over what is on the main line to go its own way does not say so of its own work.
    [[nodiscard]] bool takes_other_work_along(std::size_t merge) const {
        static const re2::RE2 main_line(
            R"(^Merge (?:branch '(?:main|master|trunk)'|remote-tracking branch '[^'/]+/(?:main|master|trunk)'))"
            R"((?: of \S+)?(?: into (\S+))?$)");
        static const re2::RE2 same_branch(
            R"(^Merge (?:branch '([^']+)' of \S+|remote-tracking branch '[^'/]+/([^']+)') into (\S+)$)");
        static const re2::RE2 of_releases(R"((?i)release|stable|maint|prod|staging|^'?v?[0-9])");
        const auto text = repository_.read_commit_text(graph_.commit(merge).commit.id);
        if (!text) return false;
        std::string branch, fetched, target;
        if (re2::RE2::FullMatch(text->subject, main_line, &target))
            return !re2::RE2::PartialMatch(target, of_releases);
        if (!re2::RE2::FullMatch(text->subject, same_branch, &branch, &fetched, &target)) return false;
        std::erase(target, '\'');
        return target == branch || target == fetched;
    }

    const std::vector<model::PathMention>& scope_;
    const policy::Policy& policy_;
    const git::Repository& repository_;
    const git::CommitGraph& graph_;
};

} // namespace

std::vector<std::size_t> commits_of_first_side(const Citation& fix,
                                               const std::vector<model::PathMention>& scope,
                                               const policy::Policy& policy,
                                               const git::Repository& repository,
                                               const git::CommitGraph& graph) {
    if (fix.range_begin) return {};
    return Sides(scope, policy, repository, graph).first_of(*fix.graph_index);
}

} // namespace docs_lint::facts
