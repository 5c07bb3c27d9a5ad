#pragma once

#include "markdown/text.hpp"

#include <optional>
#include <vector>

namespace docs_lint::model {

/// `key: value` as one line says it.
struct FieldLine {
    markdown::Text key;
    markdown::Text value;
    bool bold = false; ///< the key is
};

/// The fields of a line: one, or several where bold keys follow one another in it. Empty where the line is
/// prose.
std::vector<FieldLine> read_field_line(const markdown::Text& line);

} // namespace docs_lint::model
