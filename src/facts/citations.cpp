#include "facts/citations.hpp"

#include "facts/cited_commit.hpp"
#include "facts/landed_patches.hpp"
#include "facts/meaning.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>
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

base::Result<std::vector<git::Change>> changes_of(const Repository& repository, const git::Commit& commit) {
    ObjectId parent_tree;
    if (!commit.parents.empty()) {
        const auto parent = repository.read_commit(commit.parents.front());
        if (!parent) return base::fail(parent.error());
        parent_tree = parent->tree;
    }
    return repository.compare_trees(parent_tree, commit.tree);
}

std::string without_blanks(std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char byte) {
                                  return std::string_view(" \t\r\n").find(byte) != std::string_view::npos;
                              }),
               text.end());
    return text;
}

/// Its words differ, and it is there afterwards; nothing if a version cannot be read.
std::optional<bool> is_rewritten(const Repository& repository, const git::Change& change) {
    if (!is_regular(change.new_mode) || change.old_id == change.new_id) return false;
    if (!is_regular(change.old_mode)) return true;
    const auto before = repository.read_blob(change.old_id);
    const auto after = repository.read_blob(change.new_id);
    if (!before || !after) return std::nullopt;
    return without_blanks(*before) != without_blanks(*after);
}

/// What HTML in a line hides or strikes out is seen by nobody.
void drop_hidden(std::string& text) {
    static const re2::RE2 hidden(
        R"((?is)<([a-z]+)\b[^>]*(?:\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden)[^>]*>.*?</[a-z]+\s*>)");
    static const re2::RE2 struck(R"((?is)<(?:del|s|strike)\b[^>]*>.*?</(?:del|s|strike)\s*>)");
    if (text.find('<') == std::string::npos) return;
    re2::RE2::GlobalReplace(&text, hidden, "");
    re2::RE2::GlobalReplace(&text, struck, "");
}

base::Result<std::string> words_of(const Repository& repository, const ObjectId& blob,
                                   const std::string& path, const policy::Policy& policy) {
    auto text = repository.read_blob(blob);
    if (!text) return base::fail(text.error());
    drop_hidden(*text);
    const auto document = model::read(path, std::move(*text), *policy.class_of(path), policy);
    if (!document) return base::fail(document.error());
    return visible_words(*document);
}

/// What a commit adds stood in its parent already, under any other name: the same bytes anywhere, or the same
/// words in a specification that the commit takes away.
bool is_moved_there(const Repository& repository, const git::Change& added,
                    const std::vector<git::Change>& changes, const git::Commit& commit,
                    const policy::Policy& policy) {
    for (const git::Change& gone : changes)
        if (is_regular(gone.old_mode) && !is_regular(gone.new_mode) && is_specification(gone.path, policy) &&
            says_the_same(repository, gone.old_id, added.new_id, added.path, policy).value_or(false))
            return true;
    if (commit.parents.empty()) return false;
    const auto parent = repository.read_commit(commit.parents.front());
    const auto entries = parent ? repository.list_tree(parent->tree)
                                : base::Result<std::vector<git::Entry>>(base::fail(parent.error()));
    return entries && std::any_of(entries->begin(), entries->end(),
                                  [&](const git::Entry& entry) { return entry.id == added.new_id; });
}

/// What a reader of the specification sees outside header and change log differs.
std::optional<bool> says_otherwise(const Repository& repository, const git::Change& change,
                                   const policy::Policy& policy) {
    const auto rewritten = is_rewritten(repository, change);
    if (!rewritten || !*rewritten || !is_regular(change.old_mode)) return rewritten;
    const auto same = says_the_same(repository, change.old_id, change.new_id, change.path, policy);
    return same ? std::optional(!*same) : std::nullopt;
}

std::optional<std::vector<std::string>> rewritten_specifications_of(const Repository& repository,
                                                                    const git::Commit& commit,
                                                                    const policy::Policy& policy) {
    const auto changes = changes_of(repository, commit);
    if (!changes) return std::nullopt;
    std::vector<std::string> paths;
    for (const git::Change& change : *changes) {
        if (!is_specification(change.path, policy)) continue;
        const auto rewritten = says_otherwise(repository, change, policy);
        if (!rewritten) return std::nullopt;
        const bool is_new = *rewritten && !is_regular(change.old_mode);
        if (*rewritten && !(is_new && is_moved_there(repository, change, *changes, commit, policy)))
            paths.push_back(change.path);
    }
    return paths;
}

class Resolver {
public:
    Resolver(const Repository& repository, const CommitGraph& graph, const policy::Policy& policy)
        : repository_(&repository), graph_(&graph), policy_(&policy), landed_(repository, graph) {}

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
        if (status != CitationStatus::reachable) return;
        citation.commit = git::to_hex(commit.id);
        citation.subject = subject_of(commit.id);
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

    /// For messages only, so what cannot be read is left out.
    [[nodiscard]] std::string subject_of(const ObjectId& commit) const {
        const auto text = repository_->read_commit_text(commit);
        return text ? text->subject : std::string{};
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

bool is_specification(const std::string& path, const policy::Policy& policy) {
    const policy::DocumentClass* document_class = policy.class_of(path);
    return document_class != nullptr && document_class->is_canonical_specification;
}

std::optional<bool> says_the_same(const Repository& repository, const ObjectId& left, const ObjectId& right,
                                  const std::string& path, const policy::Policy& policy) {
    if (left == right) return true;
    const auto before = words_of(repository, left, path, policy);
    const auto after = words_of(repository, right, path, policy);
    if (!before || !after) return std::nullopt;
    return *before == *after;
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

std::vector<DocumentCitations> resolve_citations(const Corpus& corpus, const Repository& repository,
                                                 const CommitGraph& graph) {
    Resolver resolver(repository, graph, *corpus.policy);
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
    return Resolver(repository, graph, policy).resolve(nullptr, mention);
}

std::optional<std::vector<std::string>> changed_paths_of(const Repository& repository,
                                                         const git::Commit& commit) {
    const auto changes = changes_of(repository, commit);
    if (!changes) return std::nullopt;
    std::vector<std::string> paths;
    paths.reserve(changes->size());
    for (const git::Change& change : *changes) paths.push_back(change.path);
    return paths;
}

std::optional<std::vector<std::string>>
rewritten_paths_of(const Repository& repository, const git::Commit& commit,
                   const std::function<bool(const std::string&)>& wanted) {
    const auto changes = changes_of(repository, commit);
    if (!changes) return std::nullopt;
    std::vector<std::string> paths;
    for (const git::Change& change : *changes) {
        if (!wanted(change.path)) continue;
        const auto rewritten = is_rewritten(repository, change);
        if (!rewritten) return std::nullopt;
        if (*rewritten) paths.push_back(change.path);
    }
    return paths;
}

bool cites_commits(const Corpus& corpus) {
    for (const DocumentFacts& document : corpus.documents)
        for (const GateFacts& gate : document.gates)
            for (const ItemFacts& item : gate.items)
                if (!item.evidence.commits.empty() || !item.evidence.possible_commits.empty()) return true;
    return false;
}

} // namespace docs_lint::facts
