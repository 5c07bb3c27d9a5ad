#pragma once

#include "git/object_id.hpp"
#include "model/document.hpp"

namespace docs_lint::facts {

/// A digest of what the document says outside its header and its change log. White space, blank lines,
/// bullets and marks of formatting do not count: equal digests, same meaning as far as a machine can tell.
git::ObjectId meaning_of(const model::Document& document);

} // namespace docs_lint::facts
