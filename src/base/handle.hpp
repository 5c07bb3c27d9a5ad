#pragma once

#include <memory>

namespace docs_lint::base {

/// Owns a C library's handle: `Handle<git_commit, git_commit_free>`.
template <auto free_function>
struct HandleDeleter {
    template <typename T>
    void operator()(T* handle) const {
        free_function(handle);
    }
};

template <typename T, auto free_function>
using Handle = std::unique_ptr<T, HandleDeleter<free_function>>;

} // namespace docs_lint::base
