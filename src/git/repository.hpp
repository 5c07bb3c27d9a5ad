#pragma once

#include "base/result.hpp"
#include "git/commit.hpp"
#include "git/entry.hpp"
#include "git/object_id.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::git {

struct OpenOptions {
    bool from_environment =
        false;                ///< honour GIT_DIR, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY ... as git hooks need
    bool trust_owner = false; ///< read a repository that belongs to another user
};

/// What an object name stands for.
enum class ObjectKind { missing, commit, tree, blob, tag };

/// What a repository lacks or adds that bears on verdicts.
struct Condition {
    bool shallow = false; ///< history ends at a boundary that is no root
    bool partial = false; ///< a promisor remote holds objects that are not here
    bool bare = false;
    std::size_t replace_refs = 0; ///< found and ignored
    bool grafts = false;          ///< found and ignored
    bool linked = false;          ///< a worktree that another repository lends its objects to
};

/// What to do about something that a repository in this condition does not hold.
std::string cure_for_missing(const Condition& condition);

/// The version of libgit2 that runs.
std::string library_version();

/// The result of merging two commits in memory.
struct Merge {
    std::vector<Entry> entries;         ///< the whole merged tree, by path, without what conflicts
    std::vector<std::string> conflicts; ///< paths that the merge could not settle
};

/// A narrow, read-only window on one git repository: it never writes below it and never touches the network.
/// Errors of kind `unverifiable` mean that an object is not here (shallow, partial or damaged repository),
/// those of kind `failure` that the repository cannot be used at all. Not safe to share between threads.
class Repository {
public:
    /// Opens the repository that holds `path` (searching upwards as git does). Names what is wrong and its
    /// cure for SHA-256 and reftable repositories, another owner and unknown extensions. `ErrorKind::usage`
    /// with a message "no git repository" where there is none at all (a `.git` that cannot be opened is a
    /// failure).
    static base::Result<Repository> open(const std::string& path, const OpenOptions& options = {});

    Repository(Repository&&) noexcept;
    Repository& operator=(Repository&&) noexcept;
    ~Repository();

    [[nodiscard]] const Condition& condition() const;

    /// Absolute path of the work tree with a final `/`, or nothing for a bare repository.
    [[nodiscard]] std::optional<std::string> work_tree() const;

    /// Absolute path of the git directory, with a final `/`.
    [[nodiscard]] std::string git_directory() const;

    /// Absolute path of the folder in which git looks for hooks (`core.hooksPath`, or the repository's own),
    /// with a final `/`. It need not exist.
    [[nodiscard]] std::string hooks_folder() const;

    /// HEAD's commit; nothing on an unborn branch.
    [[nodiscard]] base::Result<std::optional<ObjectId>> head() const;

    /// The other parents that the next commit will have, while a merge is under way.
    [[nodiscard]] base::Result<std::vector<ObjectId>> merge_heads() const;

    /// What a revision *from the command line* names, peeled to a commit. Never for text from a document.
    [[nodiscard]] base::Result<ObjectId> resolve(const std::string& revision) const;

    [[nodiscard]] base::Result<ObjectKind> kind_of(const ObjectId& id) const;

    /// Every object whose name begins with these 4 to 40 lower-case hexadecimal digits, at most `most` of
    /// them.
    [[nodiscard]] base::Result<std::vector<ObjectId>> find_objects(const std::string& prefix,
                                                                   std::size_t most = 16) const;

    [[nodiscard]] base::Result<Commit> read_commit(const ObjectId& id) const;

    [[nodiscard]] base::Result<CommitText> read_commit_text(const ObjectId& id) const;

    /// A commit's signature; nothing where it has none.
    [[nodiscard]] base::Result<std::optional<SignedCommit>> read_signature(const ObjectId& id) const;

    /// The size in bytes of a blob, without reading it.
    [[nodiscard]] base::Result<std::uint64_t> blob_size(const ObjectId& id) const;

    [[nodiscard]] base::Result<std::string> read_blob(const ObjectId& id) const;

    /// Every file, link and submodule of a tree, sorted by path in byte order. An all-zero id is the empty
    /// tree.
    [[nodiscard]] base::Result<std::vector<Entry>> list_tree(const ObjectId& tree) const;

    /// The entry at `path` in a tree; nothing where there is none. Folders are entries of `Mode::tree`.
    [[nodiscard]] base::Result<std::optional<Entry>> find_entry(const ObjectId& tree,
                                                                const std::string& path) const;

    /// What differs between two trees, by path in byte order; equal subtrees are never read. All-zero ids are
    /// the empty tree.
    [[nodiscard]] base::Result<std::vector<Change>> compare_trees(const ObjectId& old_tree,
                                                                  const ObjectId& new_tree) const;

    /// The index, stage 0, by path. A conflicted, split, sparse or damaged index is an error that names its
    /// cure.
    [[nodiscard]] base::Result<std::vector<Entry>> read_index() const;

    /// Whether git leaves an untracked path of the work tree out (`.gitignore`, `info/exclude`, the user's
    /// excludes). Asks about the path itself; a path below an ignored folder is ignored too.
    [[nodiscard]] base::Result<bool> is_ignored(const std::string& path, bool is_folder) const;

    /// The id that the file at `path` would get if it were added to the index now, line endings and filters
    /// applied.
    [[nodiscard]] base::Result<ObjectId> hash_work_tree_file(const std::string& path) const;

    /// Merges two commits without touching anything.
    [[nodiscard]] base::Result<Merge> merge(const ObjectId& ours, const ObjectId& theirs) const;

    /// All best common ancestors; empty for unrelated histories.
    [[nodiscard]] base::Result<std::vector<ObjectId>> merge_bases(const ObjectId& left,
                                                                  const ObjectId& right) const;

    /// git's stable patch id of a commit against its first parent (an all-zero id where nothing changes), as
    /// `git patch-id --stable` computes it: blanks and line numbers do not count.
    [[nodiscard]] base::Result<ObjectId> patch_id(const ObjectId& commit) const;

    /// The same for all that `newest` changes against `oldest`: what a squash of the commits between them
    /// would give.
    [[nodiscard]] base::Result<ObjectId> patch_id(const ObjectId& oldest, const ObjectId& newest) const;

    /// All refs below `prefix` (such as `refs/tags/`) with the commit they peel to. Those that lead to a tree
    /// or a blob are left out; one whose object is not here is named with the reason why.
    struct Reference {
        std::string name;
        ObjectId commit;                    ///< zero where there is a problem
        std::optional<base::Error> problem; ///< of kind `unverifiable`
    };
    [[nodiscard]] base::Result<std::vector<Reference>> references(const std::string& prefix) const;

private:
    struct State;
    explicit Repository(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace docs_lint::git
