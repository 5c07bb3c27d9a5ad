#pragma once

#include "base/result.hpp"
#include "markdown/ast.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace docs_lint::markdown {

/// What a document may ask of the parser. A document past a limit is not read at all: its rules answer
/// "could not verify". The limits keep every input linear (cmark-gfm is not, on hostile nesting).
struct Limits {
    std::size_t bytes = 1'000'000;       ///< of the document
    std::size_t containers_in_line = 32; ///< block quote and list markers at the front of one line
    std::size_t container_column = 100;  ///< no marker past this column
    std::size_t paragraph_bytes =
        16'384; ///< of one paragraph, heading or table row; a table may have 16 times as many
    std::size_t link_destination_bytes =
        256; ///< of one reference definition's destination that is used more than once
};

/// Reads Markdown (CommonMark by cmark-gfm, tables as GFM has them, YAML front matter set apart).
/// Safe to call from several threads. The error is of kind `unverifiable` and names the limit and the line.
/// Text that is not UTF-8 is read all the same: cmark-gfm replaces what is invalid, and positions stay exact.
base::Result<Ast> parse(std::string_view text, const Limits& limits = {});

/// The version of cmark-gfm that runs.
std::string library_version();

} // namespace docs_lint::markdown
