#pragma once

#include "facts/path_history.hpp"
#include "facts/sign_offs.hpp"

#include <map>
#include <string>
#include <vector>

namespace docs_lint::facts {

struct DocumentFacts;

/// Which commits recorded what one record's items were signed on. The record's versions are read when they
/// are asked for, each once.
class Recordings {
public:
    Recordings(const DocumentFacts& document, const git::Repository& repository, PathHistory& paths)
        : document_(&document), repository_(&repository), paths_(&paths) {}

    /// The commits that bring the record to its path, as indices into the graph.
    base::Result<std::vector<std::size_t>> births();

    /// The commits that first hold this citation under the sign-off that the item has now, one for each line
    /// of history that did; none: it is not committed yet.
    base::Result<std::vector<std::size_t>> of(const ItemFacts& item, const model::PathMention& mention);

private:
    struct Statement {
        std::string item, owner, validation;
        std::vector<std::string> citations;
    };
    using Version = std::vector<Statement>;

    base::Result<const std::vector<PathHistory::Change>*> changes();
    base::Result<const Version*> read(const git::ObjectId& blob);
    base::Result<bool> holds(const std::optional<git::ObjectId>& blob, const Statement& wanted);
    static Statement statement_of(const ItemFacts& item);

    const DocumentFacts* document_;
    const git::Repository* repository_;
    PathHistory* paths_;
    std::optional<std::vector<PathHistory::Change>> changes_;
    std::map<git::ObjectId, Version> versions_;
};

} // namespace docs_lint::facts
