#pragma once

/// Private to source/: what the trees that git stores have in common.

#include "source/source_tree.hpp"

#include <cstddef>

namespace docs_lint::source {

std::vector<File> files_of(std::vector<git::Entry> entries);

/// A file larger than `limit`; nobody reads it.
base::Error too_large(const std::string& path, std::uintmax_t size, std::size_t limit);

/// A link or a submodule; there is nothing to read as a document.
base::Error no_document(const File& file);

base::Result<std::string> read_blob(const git::Repository& repository, const File& file, std::size_t limit);

} // namespace docs_lint::source
