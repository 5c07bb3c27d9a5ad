#pragma once

#include "base/line_index.hpp"
#include "base/span.hpp"

#include <string>
#include <string_view>

namespace docs_lint::diagnostics {

/// A place that a person can go to: a path in the repository, at a version of it, and a range of text in it.
/// It carries the text of its first line, so that it can be shown without reading the document again.
struct Location {
    std::string path;   ///< repository path, bytes as git keeps them
    std::string commit; ///< full hexadecimal id of the commit whose version is meant; empty: the checked one
    base::Position begin;  ///< first character
    base::Position end;    ///< behind the last character; on the same line or a later one
    std::string line_text; ///< the line that holds `begin`, without its ending; empty for a whole document

    friend bool operator==(const Location&, const Location&) = default;
};

/// The place of a span of `text`, which `lines` indexes.
Location locate(std::string path, std::string_view text, const base::LineIndex& lines, base::Span span);

/// A whole document, where no line of it can be named: line 1, column 1.
Location whole_document(std::string path, std::string commit = {});

} // namespace docs_lint::diagnostics
