#pragma once

#include "model/gate_line.hpp"

#include <string_view>

namespace docs_lint::model {

/// The component that a line takes back which is none by its label: its value is one of the process's words
/// for no behind a label that tells of a sign-off (`PMO Lead: Fail`, `QA sign-off: No — QA Lead,
/// 2026-03-02`), or one for a failure with somebody and a date behind it (`Second run: Fail — PMO Lead,
/// 2026-03-02`). `none` for all other lines.
LabelKind denied_component(std::string_view label, std::string_view value,
                           const policy::SignOffFormat& format);

/// `withdrawn`, `revoked`: it begins with a word that takes back what was given.
bool begins_with_withdrawal(std::string_view text);

/// How much of a label is left where such a word ends it (`Owner confirmation withdrawn`); zero where none
/// does.
std::size_t size_before_withdrawal(std::string_view label);

} // namespace docs_lint::model
