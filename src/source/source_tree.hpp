#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "git/entry.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::git {
class Repository;
}

namespace docs_lint::source {

/// A file of a snapshot. `id` is known where git knows it, and for texts laid over; the worktree computes
/// none.
struct File {
    std::string path; ///< from the repository's root, `/` between folders
    git::Mode mode = git::Mode::file;
    std::optional<git::ObjectId> id;
};

/// One snapshot of a repository's files, wherever it comes from. The same content gives the same findings
/// through each implementation. Links are never followed: they are entries of `Mode::link` and cannot be read
/// as documents.
class SourceTree {
public:
    virtual ~SourceTree() = default;

    /// Every file, by path in byte order. Ignored files of a work tree are left out as git leaves them out.
    /// They are listed once: what is asked later is answered alike. Not safe to ask from several threads.
    [[nodiscard]] const base::Result<std::vector<File>>& files() const {
        if (!files_) files_.emplace(list());
        return *files_;
    }

    /// The content of one file of `files()`. Larger than `limit` bytes: an `unverifiable` error, without
    /// reading it. A work tree may be asked from several threads, others not: libgit2 reads packs under one
    /// lock.
    [[nodiscard]] virtual base::Result<std::string> read(const File& file, std::size_t limit) const = 0;

    /// What people call it: `the working tree`, `the index`, `commit 1a2b3c4d5e`.
    [[nodiscard]] virtual std::string name() const = 0;

private:
    [[nodiscard]] virtual base::Result<std::vector<File>> list() const = 0;

    mutable std::optional<base::Result<std::vector<File>>> files_;
};

/// The files on disk below `root`: tracked ones and untracked ones that are not ignored; without a
/// repository, all.
std::unique_ptr<SourceTree> worktree(const git::Repository* repository, std::string root);

/// What the next commit would hold.
std::unique_ptr<SourceTree> index(const git::Repository& repository);

/// What a commit holds.
std::unique_ptr<SourceTree> commit(const git::Repository& repository, git::ObjectId commit);

/// A tree given by its entries, such as the result of a merge in memory.
std::unique_ptr<SourceTree> entries(const git::Repository& repository, std::vector<git::Entry> entries,
                                    std::string name);

/// Paths and contents given by a test or by standard input.
struct MemoryFile {
    std::string path;
    std::string content;
    git::Mode mode = git::Mode::file;
};
std::unique_ptr<SourceTree> memory(std::vector<MemoryFile> files);

/// Another tree with these texts, by path, in the place of its files or beside them. They have ids: those of
/// blobs that hold them as they are.
std::unique_ptr<SourceTree> overlay(std::unique_ptr<SourceTree> below,
                                    std::map<std::string, std::string> texts);

} // namespace docs_lint::source
