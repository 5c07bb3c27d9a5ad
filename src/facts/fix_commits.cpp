#include "facts/fix_commits.hpp"

#include "base/text.hpp"
#include "facts/rewriting.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace docs_lint::facts {
namespace {

/// The fix is more than documents: a commit that touches only those cannot be what the spec had to come
/// before.
bool changes_more_than_documents(const git::Repository& repository, const git::Commit& commit,
                                 const policy::Policy& policy) {
    const auto paths = changed_paths_of(repository, commit);
    return !paths || std::any_of(paths->begin(), paths->end(),
                                 [&](const std::string& path) { return policy.class_of(path) == nullptr; });
}

/// A merge is work of its own where it holds what none of its parents did.
bool changes_more_than_its_parents(const git::Repository& repository, const git::Commit& merge,
                                   const policy::Policy& policy) {
    std::map<std::string, std::size_t> differing;
    for (const git::ObjectId& id : merge.parents) {
        const auto parent = repository.read_commit(id);
        const auto changes = parent ? repository.compare_trees(parent->tree, merge.tree)
                                    : base::Result<std::vector<git::Change>>(base::fail(parent.error()));
        if (!changes) return true;
        for (const git::Change& change : *changes) ++differing[change.path];
    }
    return std::any_of(differing.begin(), differing.end(), [&](const auto& one) {
        return one.second == merge.parents.size() && policy.class_of(one.first) == nullptr;
    });
}

/// What a citation of a fix means beside the commit itself: a range, or what a merge brought in.
std::vector<std::size_t> commits_meant(const Citation& fix, const git::CommitGraph& graph) {
    if (fix.range_begin) return graph.range({*fix.graph_index}, {*fix.range_begin});
    const auto& parents = graph.commit(*fix.graph_index).parents;
    if (parents.size() < 2) return {};
    return graph.range({parents.begin() + 1, parents.end()}, {parents.front()});
}

/// The commits from the end of the range back to its beginning by first parents; nothing where it does not
/// lie there.
std::optional<std::vector<std::size_t>> line_of_range(const Citation& fix, const git::CommitGraph& graph) {
    std::vector<std::size_t> line;
    for (std::size_t at = *fix.graph_index; at != *fix.range_begin; at = graph.parents(at).front()) {
        line.push_back(at);
        if (graph.parents(at).empty()) return std::nullopt;
    }
    return line;
}

/// A merge on the line brings in what others did.
std::optional<std::vector<std::string>> files_of_range(const Citation& fix, const policy::Policy& policy,
                                                       const git::Repository& repository,
                                                       const git::CommitGraph& graph) {
    const auto line = line_of_range(fix, graph);
    std::set<std::string> files;
    for (const std::size_t at : line ? *line : commits_of_fix(fix, policy, repository, graph)) {
        if (graph.parents(at).size() > 1) continue;
        const auto paths = changed_paths_of(repository, graph.commit(at).commit);
        if (!paths) return std::nullopt;
        files.insert(paths->begin(), paths->end());
    }
    return std::vector<std::string>(files.begin(), files.end());
}

std::string without_blank_lines(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3); // a byte order mark
    std::string kept;
    for (std::string_view line : base::split(text, '\n')) {
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        if (!line.empty()) kept.append(line).append("\n");
    }
    return kept;
}

FixContent content_of(const git::Change& change, const git::Repository& repository) {
    const bool both = is_regular(change.old_mode) && is_regular(change.new_mode);
    if (!both) return FixContent::changed;
    if (change.old_id == change.new_id) return FixContent::modes_only;
    return differ_in_blanks_alone(repository, change.old_id, change.new_id) ? FixContent::nothing
                                                                            : FixContent::changed;
}

/// The file only got another name.
bool is_half_of_a_move(const git::Change& change, const std::vector<git::Change>& changes) {
    const bool comes = change.old_mode == git::Mode::none;
    if (!comes && change.new_mode != git::Mode::none) return false;
    return std::any_of(changes.begin(), changes.end(), [&](const git::Change& other) {
        return comes ? other.new_mode == git::Mode::none && other.old_id == change.new_id
                     : other.old_mode == git::Mode::none && other.new_id == change.old_id;
    });
}

FixContent content_of_fix(const Citation& fix, const policy::Policy& policy,
                          const git::Repository& repository, const git::CommitGraph& graph) {
    const auto parents = graph.parents(*fix.graph_index);
    if (parents.empty() || fix.range_begin) return FixContent::changed;
    const auto changes = repository.compare_trees(graph.tree(parents.front()), graph.tree(*fix.graph_index));
    if (!changes) return FixContent::changed; // what cannot be read is said elsewhere
    FixContent most = FixContent::nothing;
    for (const git::Change& change : *changes) {
        if (policy.class_of(change.path) != nullptr || is_half_of_a_move(change, *changes)) continue;
        most = std::min(most, content_of(change, repository));
        if (most == FixContent::changed) break;
    }
    return most;
}

} // namespace

bool differ_in_blanks_alone(const git::Repository& repository, const git::ObjectId& left,
                            const git::ObjectId& right) {
    const auto before = repository.read_blob(left);
    const auto after = repository.read_blob(right);
    return before && after && without_blank_lines(*before) == without_blank_lines(*after);
}

FixFiles files_of_fix(const Citation& fix, const policy::Policy& policy, const git::Repository& repository,
                      const git::CommitGraph& graph) {
    auto paths = fix.range_begin ? files_of_range(fix, policy, repository, graph) : fix.changed_paths;
    return {&fix, std::move(paths), content_of_fix(fix, policy, repository, graph)};
}

std::vector<std::size_t> commits_of_fix(const Citation& fix, const policy::Policy& policy,
                                        const git::Repository& repository, const git::CommitGraph& graph) {
    std::vector<std::size_t> commits;
    for (const std::size_t meant : commits_meant(fix, graph)) {
        const git::GraphCommit one = graph.commit(meant);
        const bool counts = one.parents.size() < 2
                                ? changes_more_than_documents(repository, one.commit, policy)
                                : changes_more_than_its_parents(repository, one.commit, policy);
        if (counts || meant == *fix.graph_index) commits.push_back(meant);
    }
    if (commits.empty()) commits.push_back(*fix.graph_index);
    return commits;
}

namespace {

bool changes_only_documents(const Citation& citation, const policy::Policy& policy) {
    return citation.resolved() && citation.changed_paths &&
           std::all_of(citation.changed_paths->begin(), citation.changed_paths->end(),
                       [&](const std::string& path) { return policy.class_of(path) != nullptr; });
}

} // namespace

std::vector<const Citation*> citations_of_fix(const DocumentCitations& citations,
                                              const policy::SpecFirst& rule, const policy::Policy& policy) {
    const auto specs = citations.of_items(rule.spec_commits);
    const auto is_of_spec = [&](const Citation* one) {
        return changes_only_documents(*one, policy) &&
               std::any_of(specs.begin(), specs.end(),
                           [&](const Citation* spec) { return spec->graph_index == one->graph_index; });
    };
    auto all = citations.of_items(rule.fix_commits);
    if (!std::all_of(all.begin(), all.end(), is_of_spec)) std::erase_if(all, is_of_spec);
    return all;
}

} // namespace docs_lint::facts
