#pragma once

#include "base/span.hpp"
#include "markdown/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// One `key: value` of a header block, in whatever shape it was written.
struct Field {
    std::string key;      ///< as written, without markup and colon
    markdown::Text value; ///< what a reader sees behind the colon, trailing prose included; may be empty
    base::Span source;    ///< key and value
    bool plain =
        true; ///< key and value are visible, written as they read, without look-alike or invisible characters
};

/// The block of fields under a document's title. Its shapes: bold keys, plain keys, a list, a two-column
/// table, YAML front matter; several of them may follow one another. It ends at the first thematic break,
/// heading behind it, or other paragraph.
struct Header {
    std::vector<Field> fields; ///< in the order of the document
    base::Span source;         ///< empty where there is no header

    [[nodiscard]] bool present() const { return !fields.empty(); }

    /// The first field with that name, case and blanks apart.
    [[nodiscard]] const Field* find(std::string_view name) const;

    /// The first field with any of those names, in the order of the document.
    [[nodiscard]] const Field* find_any(const std::vector<std::string>& names) const;

    /// Every field with that name.
    [[nodiscard]] std::vector<const Field*> find_all(std::string_view name) const;
};

} // namespace docs_lint::model
