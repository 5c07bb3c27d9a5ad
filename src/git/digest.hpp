#pragma once

#include "git/object_id.hpp"

#include <string_view>

namespace docs_lint::git {

/// The id that a blob of these bytes has. It serves as a digest, too, where somebody could profit from two
/// texts with one digest: this one detects the known attacks on SHA-1.
ObjectId digest_of(std::string_view bytes);

} // namespace docs_lint::git
