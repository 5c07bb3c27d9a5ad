#pragma once

#include <optional>
#include <string_view>

namespace docs_lint::diagnostics {

/// How much a finding matters. `off` is a setting of a rule, never the severity of a finding.
enum class Severity { off, information, warning, error };

/// `off`, `information`, `warning`, `error`: the words in configuration and output.
std::string_view to_string(Severity severity);

std::optional<Severity> parse_severity(std::string_view text);

} // namespace docs_lint::diagnostics
