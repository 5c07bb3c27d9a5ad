#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace docs_lint::reporters {

/// Two blanks for each level, plain ASCII whatever the documents hold, and nothing that the runner of a build
/// would obey.
std::string json_text(const nlohmann::ordered_json& document);

/// The same on one line.
std::string json_line(const nlohmann::ordered_json& document);

} // namespace docs_lint::reporters
