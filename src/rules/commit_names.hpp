#pragma once

#include <string>
#include <string_view>

namespace docs_lint::rules {

/// `commit 1a2b3c4d5e`, or `this change` where it is not committed yet.
std::string commit_name(std::string_view full_id);

/// The first ten digits.
std::string short_id(std::string_view full_id);

} // namespace docs_lint::rules
