#pragma once

#include "model/document.hpp"

#include <cstdint>

namespace docs_lint::facts {

/// A digest of what the document says outside its header and its change log. White space, blank lines,
/// bullets and marks of formatting do not count: equal digests, same meaning as far as a machine can tell.
std::uint64_t meaning_of(const model::Document& document);

} // namespace docs_lint::facts
