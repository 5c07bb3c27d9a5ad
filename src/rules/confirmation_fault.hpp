#pragma once

#include "facts/sign_offs.hpp"
#include "rules/rule.hpp"

#include <optional>
#include <string>

namespace docs_lint::rules {

/// What keeps a confirmation or validation from being one, as the end of a sentence (`has no date`, `says
/// No`); nothing where it is explicit, in plain sight, with a role and a date. Whether the role is the right
/// one is not its matter.
std::optional<std::string> confirmation_fault(const facts::ComponentFacts& component,
                                              const model::Confirmation& confirmation, const std::string& yes,
                                              const std::string& no);

/// Asks about what stands beside a sign-off that is none of the harmless words, since nobody can tell whether
/// it takes the sign-off back: a warning. `name`: `the owner confirmation of T.1`.
void report_remark(const std::string& name, const model::Confirmation& confirmation,
                   const diagnostics::Location& place, Report& report);

} // namespace docs_lint::rules
