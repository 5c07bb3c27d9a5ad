#pragma once

#include "policy/problems.hpp"
#include "policy/process_template.hpp"
#include "policy/setting_builder.hpp"

namespace docs_lint::policy {

/// Puts into a derived process what its template does not say and the process that it is like does:
/// questions, conditions, other titles, spec-first, companions, labels. Items are the same by title, or else
/// by id. What the other process secures and this one cannot carry is a problem, unless the configuration
/// answers it.
void add_likeness(Setting& process, const ProcessTemplate& from, const SettingBuilder& builder,
                  Problems& problems);

/// Lays what the configuration answers over a derived process.
void add_answers(Setting& process, const Setting& answers);

} // namespace docs_lint::policy
