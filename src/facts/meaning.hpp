#pragma once

#include "base/result.hpp"
#include "git/object_id.hpp"
#include "model/document.hpp"

#include <string>

namespace docs_lint::facts {

/// A digest of what the document says outside its header and its change log. White space, blank lines,
/// bullets and marks of formatting do not count: equal digests, same meaning as far as a machine can tell.
git::ObjectId meaning_of(const model::Document& document);

/// What a reader sees of the document outside its header and the section of its change log, without blanks:
/// no comment, link definition or mark of formatting is in it.
base::Result<std::string> visible_words(const model::Document& document);

} // namespace docs_lint::facts
