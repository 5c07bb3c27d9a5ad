#pragma once

#include "engine/kept_file.hpp"
#include "facts/path_history.hpp"
#include "git/packed_graph.hpp"
#include "git/repository.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace docs_lint::engine {

/// What walks over a repository's history found, kept in files from run to run: the commits behind a tip, and
/// what each of them changed. All of it follows from names of commits, so that nothing can become out of
/// date, whatever is committed, rewritten or fetched; policies have no part in it. A file is named by its
/// tip, holds checksums, is written beside and renamed, and is ignored where it is damaged or of another
/// version, where somebody else can write to it, or where its tip does not lie behind the one that is asked
/// for. Checksums are looked at as pages are read: damage may be met when some has been answered already.
/// Without the index every answer is the same.
class HistoryIndex {
public:
    /// In a folder of its own below `folder`, which is absolute. Nothing is made or read yet.
    HistoryIndex(const std::string& folder, const git::Repository& repository);

    /// What is known of the history behind a commit.
    struct Found {
        git::PackedGraph graph;  ///< empty: nothing
        std::size_t commits = 0; ///< in it, before more is read
        bool has_changes = false;
        facts::PathHistory::Known changes;    ///< unset where there are none
        std::shared_ptr<const KeptFile> file; ///< null where there is none

        /// What rests on it is void.
        [[nodiscard]] bool met_damage() const { return file != nullptr && file->met_damage(); }
    };

    /// The tip that is met first on the way back from `tip` by first parents.
    [[nodiscard]] Found find(const git::Repository& repository, const git::ObjectId& tip) const;

    /// Writes down what is known of the history behind `tip`, if that is all of it and enough of it is new;
    /// where `known` was damaged, it takes that away instead. What cannot be written is left: it is only a
    /// matter of time.
    void keep(const facts::PathHistory& paths, const git::ObjectId& tip, const Found& known) const;

private:
    std::string folder_;
};

} // namespace docs_lint::engine
