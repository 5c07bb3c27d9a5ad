#include "facts/citations.hpp"

#include "facts/cited_commit.hpp"
#include "facts/landed_patches.hpp"
#include "facts/rewriting.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::CommitGraph;
using git::ObjectId;
using git::ObjectKind;
using git::Repository;

std::string_view name_of(ObjectKind kind) {
    switch (kind) {
    case ObjectKind::commit:
        return "commit";
    case ObjectKind::tree:
        return "tree";
    case ObjectKind::blob:
        return "blob";
    case ObjectKind::tag:
        return "tag";
    case ObjectKind::missing:
        break;
    }
    return "missing object";
}

class Resolver {
public:
    /// `paths` may be null: then nobody asks which specifications a commit only brings back.
    Resolver(const Repository& repository, const CommitGraph& graph, const policy::Policy& policy,
             PathHistory* paths)
        : repository_(&repository), graph_(&graph), policy_(&policy), paths_(paths),
          landed_(repository, graph) {}

    Citation resolve(const ItemFacts* item, const model::CommitMention& mention) {
        Citation citation;
        citation.item = item;
        citation.mention = &mention;
        if (!mention.well_formed) {
            citation.status = CitationStatus::malformed;
            return citation;
        }
        const auto matches = graph_->find_prefix(mention.digits);
        if (matches.size() == 1)
            settle(citation, CitationStatus::reachable, matches.front());
        else if (matches.size() > 1)
            name_candidates(citation, matches);
        else
            look_outside_history(citation, mention.digits);
        return citation;
    }

private:
    void settle(Citation& citation, CitationStatus status, std::size_t index) const {
        const git::Commit commit = graph_->commit(index).commit;
        citation.status = status;
        citation.graph_index = index;
        citation.committed_at = commit.committed_at;
        citation.changed_paths = changed_paths_of(*repository_, commit);
        citation.rewritten_specifications = rewritten_specifications_of(*repository_, commit, *policy_);
        drop_brought_back(citation);
        citation.rewritten_at = when_rewritten(index, citation.rewritten_specifications);
        if (status != CitationStatus::reachable) return;
        citation.commit = git::to_hex(commit.id);
        citation.subject = subject_of(commit.id);
    }

    /// A specification that was taken away, and is there again as it was, says nothing new.
    void drop_brought_back(Citation& citation) const {
        const auto parents = graph_->commit(*citation.graph_index).parents;
        if (paths_ == nullptr || parents.empty() || !citation.rewritten_specifications) return;
        std::vector<std::string> kept;
        for (const std::string& path : *citation.rewritten_specifications) {
            const auto brought_back = is_brought_back(path, *citation.graph_index, parents.front());
            if (!brought_back) return forget_rewritten(citation);
            if (!*brought_back) kept.push_back(path);
        }
        citation.rewritten_specifications = std::move(kept);
    }

    void forget_rewritten(Citation& citation) const {
        citation.rewritten_specifications.reset();
        if (graph_->truncated()) citation.problem = truncated_history(graph_->gap());
    }

    /// Nothing where its last version before the parent cannot be read.
    [[nodiscard]] std::optional<bool> is_brought_back(const std::string& path, std::size_t commit,
                                                      std::size_t parent) const {
        const auto before = paths_->blob_at(path, parent);
        const auto now = paths_->blob_at(path, commit);
        if (!before || !now) return std::nullopt;
        if (*before || !*now) return false;
        const auto last = last_version(path, parent);
        if (!last || (!*last && graph_->truncated())) return std::nullopt;
        return *last ? says_the_same(*repository_, **last, **now, path, *policy_) : false;
    }

    /// Of the path, up to that commit; the error is that of a tree that is not here.
    [[nodiscard]] base::Result<std::optional<ObjectId>> last_version(const std::string& path,
                                                                     std::size_t commit) const {
        const auto changes = paths_->changes_of(path);
        if (!changes) return base::fail(changes.error());
        const auto last = std::find_if(changes->rbegin(), changes->rend(), [&](const PathChange& change) {
            return change.blob && graph_->is_ancestor(change.commit, commit) == git::Answer::yes;
        });
        return last == changes->rend() ? std::nullopt : last->blob;
    }

    [[nodiscard]] base::Instant
    when_rewritten(std::size_t index, const std::optional<std::vector<std::string>>& specifications) const {
        const base::Instant itself = graph_->commit(index).commit.committed_at;
        const auto parents = graph_->commit(index).parents;
        if (parents.size() < 2 || !specifications) return itself;
        std::optional<base::Instant> newest;
        for (const std::size_t at : graph_->range({parents.begin() + 1, parents.end()}, {parents.front()})) {
            const git::Commit brought_in = graph_->commit(at).commit;
            if (brought_in.parents.size() > 1 || !rewrites_any(brought_in, *specifications)) continue;
            if (!newest || newest->seconds < brought_in.committed_at.seconds)
                newest = brought_in.committed_at;
        }
        return newest.value_or(itself);
    }

    /// What cannot be read may do so.
    [[nodiscard]] bool rewrites_any(const git::Commit& commit,
                                    const std::vector<std::string>& specifications) const {
        const auto rewritten = rewritten_specifications_of(*repository_, commit, *policy_);
        return !rewritten || std::any_of(rewritten->begin(), rewritten->end(), [&](const std::string& path) {
            return std::find(specifications.begin(), specifications.end(), path) != specifications.end();
        });
    }

    void name_candidates(Citation& citation, const std::vector<std::size_t>& matches) const {
        citation.status = CitationStatus::ambiguous;
        for (const std::size_t index : matches)
            citation.candidates.push_back(git::to_hex(graph_->commit(index).commit.id));
    }

    void look_outside_history(Citation& citation, const std::string& digits) {
        if (graph_->truncated()) return cannot_verify(citation, truncated_history(graph_->gap()));
        const auto objects = repository_->find_objects(digits);
        if (!objects) return cannot_verify(citation, objects.error());
        std::vector<ObjectId> commits;
        for (const ObjectId& object : *objects) {
            const auto kind = repository_->kind_of(object);
            if (!kind) return cannot_verify(citation, kind.error());
            if (*kind == ObjectKind::commit)
                commits.push_back(object);
            else
                citation.object_kind = name_of(*kind);
        }
        if (commits.empty())
            citation.status = objects->empty() ? CitationStatus::unknown : CitationStatus::not_a_commit;
        else
            settle_unreachable(citation, commits.front());
    }

    void settle_unreachable(Citation& citation, const ObjectId& commit) {
        citation.status = CitationStatus::unreachable;
        citation.commit = git::to_hex(commit);
        citation.subject = subject_of(commit);
        const auto landed = landed_.find(commit);
        if (!landed) return;
        settle(citation, CitationStatus::landed, *landed);
        citation.landed_as = git::to_hex(graph_->commit(*landed).commit.id);
    }

    /// For readers only: no verdict rests on it.
    [[nodiscard]] std::optional<std::string> subject_of(const ObjectId& commit) const {
        const auto text = repository_->read_commit_text(commit);
        return text ? std::optional(text->subject) : std::nullopt;
    }

    static void cannot_verify(Citation& citation, base::Error problem) {
        citation.status = CitationStatus::unverifiable;
        citation.problem = std::move(problem);
    }

    static base::Error truncated_history(const base::Error& gap) {
        return {base::ErrorKind::unverifiable, "the history here is not complete: " + gap.message, gap.help};
    }

    const Repository* repository_;
    const CommitGraph* graph_;
    const policy::Policy* policy_;
    PathHistory* paths_;
    LandedPatches landed_;
};

/// What may be a number as well is a citation only where there is such a commit.
bool is_certain(const Citation& citation) {
    return citation.resolved() || citation.status == CitationStatus::ambiguous;
}

void add_citations(std::vector<Citation>& citations, const ItemFacts& item, Resolver& resolver) {
    const Citation* before = nullptr;
    citations.reserve(citations.size() + item.evidence.commits.size());
    for (const model::CommitMention& mention : item.evidence.commits) {
        Citation citation = resolver.resolve(&item, mention);
        if (mention.ends_range && before != nullptr) citation.range_begin = before->graph_index;
        citations.push_back(std::move(citation));
        before = &citations.back();
    }
    for (const model::CommitMention& mention : item.evidence.possible_commits)
        if (Citation citation = resolver.resolve(&item, mention); is_certain(citation))
            citations.push_back(std::move(citation));
}

} // namespace

std::vector<const Citation*> DocumentCitations::of_items(const std::vector<std::string>& ids) const {
    std::vector<const Citation*> all;
    for (const std::string& id : ids)
        for (const Citation* citation : of_item(id)) all.push_back(citation);
    return all;
}

std::vector<const Citation*> DocumentCitations::of_item(std::string_view id) const {
    std::vector<const Citation*> found;
    for (const Citation& citation : citations)
        if (citation.item->definition != nullptr && citation.item->definition->id == id)
            found.push_back(&citation);
    return found;
}

const DocumentCitations* find_citations(const std::vector<DocumentCitations>& citations,
                                        const DocumentFacts& document) {
    const auto found = std::find_if(citations.begin(), citations.end(),
                                    [&](const DocumentCitations& one) { return one.document == &document; });
    return found == citations.end() ? nullptr : &*found;
}

std::vector<DocumentCitations> resolve_citations(const Corpus& corpus, PathHistory& paths) {
    Resolver resolver(paths.repository(), paths.graph(), *corpus.policy, &paths);
    std::vector<DocumentCitations> all;
    for (const DocumentFacts& document : corpus.documents) {
        DocumentCitations of_document;
        of_document.document = &document;
        for (const GateFacts& gate : document.gates)
            for (const ItemFacts& item : gate.items) add_citations(of_document.citations, item, resolver);
        if (!of_document.citations.empty()) all.push_back(std::move(of_document));
    }
    return all;
}

Citation resolve_citation(const model::CommitMention& mention, const policy::Policy& policy,
                          const Repository& repository, const CommitGraph& graph) {
    return Resolver(repository, graph, policy, nullptr).resolve(nullptr, mention);
}

bool cites_commits(const Corpus& corpus) {
    for (const DocumentFacts& document : corpus.documents)
        for (const GateFacts& gate : document.gates)
            for (const ItemFacts& item : gate.items)
                if (!item.evidence.commits.empty() || !item.evidence.possible_commits.empty()) return true;
    return false;
}

} // namespace docs_lint::facts
