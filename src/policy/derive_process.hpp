#pragma once

#include "base/result.hpp"
#include "policy/policy.hpp"
#include "policy/process_template.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::policy {

/// What a template gave.
struct DerivedProcess {
    Process process; ///< as far as it could be read
    std::optional<base::Error>
        problem; ///< its ambiguities, one a line: `file:line:column: what; what to write`
};

/// Derives a process from the text of its template. States come from its diagram or list, gates and items
/// from its headings and bold lines, roles and kinds of evidence from its placeholders, times from its
/// severity table. What it cannot say is taken from the process that it is like; what it says in two ways, or
/// not at all, is answered by the configuration, or is a problem of kind `configuration`. `name` is the
/// template in messages.
DerivedProcess derive_process(std::string_view text, const std::string& name, const ProcessTemplate& from,
                              const Policy& policy);

} // namespace docs_lint::policy
