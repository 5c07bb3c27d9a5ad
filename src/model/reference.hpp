#pragma once

#include "base/span.hpp"
#include "base/version.hpp"
#include "model/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::model {

/// How a reference is written, which says how sure it is that one is meant.
enum class ReferenceForm {
    link,          ///< a Markdown link or image: relative to the document's folder
    register_cell, ///< in a register's column of paths
    code,          ///< a path in backticks
    bare,          ///< a path in running text
};

/// A place where a document refers to another one, or to a heading.
struct Reference {
    PathMention target; ///< without a path: an anchor of the same document
    ReferenceForm form = ReferenceForm::bare;
    std::vector<PathMention> alternatives; ///< other readings of a register's cell with blanks in it
    std::string context; ///< the sentence or table row around it, the references in it blanked out
    std::string lead;    ///< the titles and the lines ending in `:` that lead to it
};

/// A row of a register: a table with a column of paths and one of versions.
struct RegisterRow {
    Reference document;
    std::optional<base::Version> version;
    base::Span version_source;
    std::size_t table = 0; ///< the same for the rows of one table
};

} // namespace docs_lint::model
