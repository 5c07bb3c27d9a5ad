#pragma once

#include "policy/document_class.hpp"

#include <cstddef>
#include <string_view>

namespace docs_lint::model {

/// What a header's value says about being filed, read liberally: this decides what is protected, never what
/// is satisfied. Values are folded (`base::fold_look_alikes`), so lower case, and no longer than this many
/// bytes:
inline constexpr std::size_t kLongestFilingValue = 512;

/// `Filed`, `Closed and Filed`, `Active / Filed`; neither `not yet Filed` nor `Active (Filed at closure)`.
bool files_by_status(std::string_view value, const policy::DocumentClass& document_class);

/// A line with a ticked box, or a glyph that says yes, before the word: `- [x] Filed 2026-03-06`.
bool files_by_tick(std::string_view line, const policy::DocumentClass& document_class);

/// `2026-03-06`, `on 6 March 2026`, `yes`, a tick; neither `TBC`, `on closure` nor what is struck through.
bool files_by_date(std::string_view value, const policy::DocumentClass& document_class);

/// A whole day stands in the value, and no word that makes it one to come (`due`, `by`).
bool gives_day(std::string_view value);

/// The value of a filing date's field begins as one that is still to come: `on closure`, `TBC`, `—`.
bool defers_filing(std::string_view value);

/// Blanks, marks of formatting and of block scalars only.
bool is_without_value(std::string_view value);

} // namespace docs_lint::model
