#pragma once

#include "facts/sign_offs.hpp"

#include <optional>
#include <string>

namespace docs_lint::rules {

/// What keeps a confirmation or validation from being one, as the end of a sentence (`has no date`, `says
/// No`); nothing where it is explicit, in plain sight, with a role and a date. Whether the role is the right
/// one is not its matter.
std::optional<std::string> confirmation_fault(const facts::ComponentFacts& component,
                                              const model::Confirmation& confirmation, const std::string& yes,
                                              const std::string& no);

/// The help for it, with the place for a remark where that is the fault.
std::string help_with_remark(std::string help, const model::Confirmation& confirmation);

} // namespace docs_lint::rules
