#pragma once

#include "facts/corpus.hpp"
#include "facts/path_history.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// What became of a commit that a document cites.
enum class CitationStatus {
    reachable,    ///< one commit of the checked history
    landed,       ///< not reachable, and its patch is: squashed or rebased; `landed_as` names the commit
    malformed,    ///< not 7 to 40 hexadecimal digits
    unknown,      ///< no object begins with these digits
    not_a_commit, ///< a blob, a tree or a tag
    ambiguous,    ///< several commits of the checked history
    unreachable,  ///< a commit of this repository that is no ancestor of what is checked
    unverifiable, ///< the history ends before it could be found
};

/// A cited commit with what the rules may ask of it.
struct Citation {
    const ItemFacts* item = nullptr;
    const model::CommitMention* mention = nullptr;
    CitationStatus status = CitationStatus::unknown;
    std::string commit;                     ///< full id, where one commit is meant
    std::optional<std::string> subject;     ///< first line of its message; nothing: it could not be read
    std::string landed_as;                  ///< full id
    std::string object_kind;                ///< for `not_a_commit`: `blob`, `tree`, `tag`
    std::vector<std::string> candidates;    ///< for `ambiguous`: full ids
    std::optional<std::size_t> graph_index; ///< of the commit that counts (the landed one, if it landed)
    std::optional<std::size_t> range_begin; ///< it ends a range, whose other end is cited before it
    std::optional<std::vector<std::string>>
        changed_paths; ///< against its first parent; nothing if it could not be read
    /// Canonical specs whose words it changes: not only their blanks, mode or name, none that it deletes, and
    /// none that it only brings back as it last was. Nothing if they could not be read.
    std::optional<std::vector<std::string>> rewritten_specifications;
    std::optional<base::Instant> committed_at;
    /// When the newest of the commits was made that gave those specs their words: a merge brings in older
    /// ones.
    std::optional<base::Instant> rewritten_at;
    base::Error problem; ///< for `unverifiable`, and where a truncated history hides what specs said before

    /// There is a commit whose order and files can be judged.
    [[nodiscard]] bool resolved() const { return graph_index.has_value(); }

    /// Its full id: the commit that counts, as `graph_index` has it.
    [[nodiscard]] const std::string& judged_commit() const { return landed_as.empty() ? commit : landed_as; }
};

struct DocumentCitations {
    const DocumentFacts* document = nullptr;
    std::vector<Citation> citations; ///< in the order of the document

    /// The citations in the evidence of the item with that id.
    [[nodiscard]] std::vector<const Citation*> of_item(std::string_view id) const;

    /// Those of each of these items, in the order of the items.
    [[nodiscard]] std::vector<const Citation*> of_items(const std::vector<std::string>& ids) const;
};

/// Those of one document; null where it cites no commit.
const DocumentCitations* find_citations(const std::vector<DocumentCitations>& citations,
                                        const DocumentFacts& document);

/// Resolves every commit that the documents' evidence cites against the graph of the checked history. Text of
/// a document never reaches git's revision parser.
std::vector<DocumentCitations> resolve_citations(const Corpus& corpus, PathHistory& paths);

/// Some judged document cites a commit, so that the graph is needed.
bool cites_commits(const Corpus& corpus);

} // namespace docs_lint::facts
