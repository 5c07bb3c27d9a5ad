#include "engine/inherited_offences.hpp"

#include <algorithm>
#include <optional>

namespace docs_lint::engine {
namespace {

using facts::FiledRecordChange;
using git::CommitGraph;

std::optional<std::size_t> find_commit(const CommitGraph& graph, const std::string& hex) {
    const auto id = git::parse_object_id(hex);
    return id ? graph.find(*id) : std::nullopt;
}

bool has_same_entry(const git::Repository& repository, const git::Commit& left, const git::Commit& right,
                    const std::string& path) {
    const auto in_left = repository.find_entry(left.tree, path);
    const auto in_right = repository.find_entry(right.tree, path);
    return in_left && in_right && *in_left == *in_right;
}

bool is_behind(const CommitGraph& graph, std::size_t commit, std::size_t one, std::size_t not_other) {
    return graph.is_ancestor(commit, one) == git::Answer::yes &&
           graph.is_ancestor(commit, not_other) == git::Answer::no;
}

/// On the side of `parent` only, somebody offended against the very version that the offence's own parent
/// holds. What lies behind both sides was got over by a later filing, which the merge itself takes back.
bool is_named_behind(const std::vector<FiledRecordChange>& offences, const FiledRecordChange& offence,
                     const git::Repository& repository, const CommitGraph& graph, std::size_t parent) {
    const auto filed = find_commit(graph, offence.parent);
    if (!filed) return false;
    return std::any_of(offences.begin(), offences.end(), [&](const FiledRecordChange& other) {
        if (other.path != offence.path) return false;
        const auto commit = find_commit(graph, other.commit);
        const auto before = find_commit(graph, other.parent);
        return commit && before && is_behind(graph, *commit, parent, *filed) &&
               has_same_entry(repository, graph.commit(*before).commit, graph.commit(*filed).commit,
                              offence.path);
    });
}

bool is_inherited(const FiledRecordChange& offence, const std::vector<FiledRecordChange>& offences,
                  const git::Repository& repository, const CommitGraph& graph) {
    const auto commit = find_commit(graph, offence.commit);
    if (!commit || graph.commit(*commit).parents.size() < 2) return false;
    const auto merge = graph.commit(*commit);
    return std::any_of(merge.parents.begin(), merge.parents.end(), [&](std::size_t parent) {
        const git::Commit other = graph.commit(parent).commit;
        return git::to_hex(other.id) != offence.parent &&
               has_same_entry(repository, other, merge.commit, offence.path) &&
               is_named_behind(offences, offence, repository, graph, parent);
    });
}

bool is_brought_in(const facts::FilingChange& filing, const git::Repository& repository,
                   const CommitGraph& graph) {
    const auto commit = find_commit(graph, filing.commit);
    if (!commit || graph.commit(*commit).parents.size() < 2) return false;
    const auto merge = graph.commit(*commit);
    return std::any_of(merge.parents.begin(), merge.parents.end(), [&](std::size_t parent) {
        return has_same_entry(repository, graph.commit(parent).commit, merge.commit, filing.path);
    });
}

/// A commit that offends against several of its parents offends once.
bool is_named_before(const std::vector<FiledRecordChange>& offences, const FiledRecordChange& offence) {
    return std::any_of(offences.begin(), offences.end(), [&](const FiledRecordChange& other) {
        return other.path == offence.path && other.commit == offence.commit &&
               other.offence == offence.offence;
    });
}

} // namespace

void drop_inherited(std::vector<FiledRecordChange>& offences, const git::Repository& repository,
                    const CommitGraph& graph) {
    std::vector<FiledRecordChange> own;
    for (const FiledRecordChange& offence : offences)
        if (!is_named_before(own, offence) && !is_inherited(offence, offences, repository, graph))
            own.push_back(offence);
    offences = std::move(own);
}

void drop_inherited(std::vector<facts::FilingChange>& filings, const git::Repository& repository,
                    const CommitGraph& graph) {
    filings.erase(std::remove_if(filings.begin(), filings.end(),
                                 [&](const facts::FilingChange& filing) {
                                     return is_brought_in(filing, repository, graph);
                                 }),
                  filings.end());
}

} // namespace docs_lint::engine
