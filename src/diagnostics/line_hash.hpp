#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::diagnostics {

/// By what GitHub's code scanning recognises a line: it rests on the first hundred characters from its start
/// on that are neither blank nor tab, whichever lines they stand on.
struct LineHash {
    std::uint64_t value = 0;
    std::size_t occurrence = 1; ///< how many lines down to this one have the same value
};

/// One for each line of the text, as the upload action works them out from a file that holds it. None where
/// the text is not UTF-8.
std::vector<LineHash> line_hashes(std::string_view text);

/// As it stands in a SARIF file's `primaryLocationLineHash`.
std::string to_string(const LineHash& hash);

} // namespace docs_lint::diagnostics
