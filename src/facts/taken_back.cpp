#include "facts/taken_back.hpp"

#include "facts/rewriting.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace docs_lint::facts {
namespace {

class SpecificationVersions {
public:
    SpecificationVersions(const policy::Policy& policy, const git::Repository& repository)
        : policy_(policy), repository_(repository) {}

    [[nodiscard]] bool stands_again(const std::string& path, const git::Commit& before,
                                    const git::Commit& now) const {
        const auto then = repository_.find_entry(before.tree, path);
        const auto entry = repository_.find_entry(now.tree, path);
        if (!then || !entry) return false;
        if (!is_there(*entry)) return true;
        if (!is_there(*then)) return false;
        return says_the_same(repository_, (*then)->id, (*entry)->id, path, policy_).value_or(false);
    }

    /// The specification stands under another name, in the words that the update gave it.
    [[nodiscard]] bool was_moved(const std::string& path, const git::Commit& update,
                                 const git::Commit& now) const {
        const auto updated = repository_.find_entry(update.tree, path);
        const auto gone = repository_.find_entry(now.tree, path);
        if (!updated || !is_there(*updated) || !gone || is_there(*gone)) return false;
        const auto entries = repository_.list_tree(now.tree);
        return entries && std::any_of(entries->begin(), entries->end(), [&](const git::Entry& entry) {
                   return entry.id == (*updated)->id && is_specification(entry.path, policy_);
               });
    }

private:
    static bool is_there(const std::optional<git::Entry>& entry) { return entry && is_regular(entry->mode); }

    const policy::Policy& policy_;
    const git::Repository& repository_;
};

} // namespace

bool is_update_taken_back(const SpecOrder& order, const Citation& spec, std::size_t commit,
                          const policy::Policy& policy, const git::Repository& repository,
                          const git::CommitGraph& graph) {
    const git::GraphCommit update = graph.commit(*spec.graph_index);
    if (!spec.rewritten_specifications || spec.rewritten_specifications->empty() || update.parents.empty())
        return false;
    const git::Commit before = graph.commit(update.parents.front()).commit;
    const git::Commit now = graph.commit(commit).commit;
    const SpecificationVersions versions(policy, repository);
    bool all = true;
    for (const std::string& path : *spec.rewritten_specifications) {
        const bool taken_back =
            versions.stands_again(path, before, now) && !versions.was_moved(path, update.commit, now);
        if (taken_back && order.cites_specification(path)) return true;
        all = all && taken_back;
    }
    return all;
}

} // namespace docs_lint::facts
