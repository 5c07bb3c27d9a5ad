#pragma once

/// Private to git/: what the library needs around every call.

#include "base/handle.hpp"
#include "base/result.hpp"
#include "git/object_id.hpp"

#include <git2.h>
#include <string>

namespace docs_lint::git {

using RepositoryHandle = base::Handle<git_repository, git_repository_free>;
using OdbHandle = base::Handle<git_odb, git_odb_free>;
using OdbObjectHandle = base::Handle<git_odb_object, git_odb_object_free>;
using ObjectHandle = base::Handle<git_object, git_object_free>;
using CommitHandle = base::Handle<git_commit, git_commit_free>;
using TreeHandle = base::Handle<git_tree, git_tree_free>;
using IndexHandle = base::Handle<git_index, git_index_free>;
using DiffHandle = base::Handle<git_diff, git_diff_free>;
using ConfigHandle = base::Handle<git_config, git_config_free>;
using ConfigIteratorHandle = base::Handle<git_config_iterator, git_config_iterator_free>;
using ReferenceHandle = base::Handle<git_reference, git_reference_free>;
using ReferenceIteratorHandle = base::Handle<git_reference_iterator, git_reference_iterator_free>;

/// Stands where a C function wants a `T**` and hands what it gets to the handle at the end of the
/// *whole* expression: use the handle in a statement of its own.
template <typename T, auto free_function>
class Receiver {
public:
    explicit Receiver(base::Handle<T, free_function>& handle) : handle_(handle) {}
    ~Receiver() { handle_.reset(raw_); }
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;
    operator T**() { return &raw_; } // NOLINT: implicit on purpose

private:
    base::Handle<T, free_function>& handle_;
    T* raw_ = nullptr;
};

template <typename T, auto free_function>
Receiver<T, free_function> receive(std::unique_ptr<T, base::HandleDeleter<free_function>>& handle) {
    return Receiver<T, free_function>(handle);
}

/// Starts libgit2 once; safe to call often and from several threads.
void start_libgit2();

/// libgit2's own words about the last error of this thread.
std::string last_message();

git_oid to_oid(const ObjectId& id);
ObjectId from_oid(const git_oid& oid);

} // namespace docs_lint::git
