#pragma once

#include "base/version.hpp"

#include <optional>
#include <string_view>

namespace docs_lint::model {

/// The version that begins a text, glyphs apart: `1.2`, `v1.2.3`, `1.2 (draft)`. Nothing where a text begins
/// otherwise, or goes on without a blank, bracket, dash or stop (`1.2b`).
std::optional<base::Version> version_at_front(std::string_view text);

} // namespace docs_lint::model
