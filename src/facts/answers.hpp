#pragma once

#include "policy/process.hpp"
#include "policy/sign_off_format.hpp"

#include <string_view>

namespace docs_lint::facts {

/// The answer that a text gives to a yes-or-no question; `unclear` where it gives none, both, or one with a
/// reservation.
enum class DecisionAnswer { no, yes, unclear };

/// How an answer is written, with a subject such as `spec update`:
///   yes  `spec update required`, `spec update required: yes`, `the fix requires a spec update`
///   no   `no spec update`, `no spec update required`, `spec update not required`, `spec update required: no`
/// and with its last word apart: `API contract unchanged`, `openapi.yaml: no update required`.
/// The subject must begin its clause, so that "not clear whether a spec update is required" is no answer.
/// Options left standing (`yes/no`), placeholders and questions are none either. A no with a reservation
/// (`unless`, `yet`) is none.
DecisionAnswer answer_in(std::string_view text, const policy::Question& question,
                         const policy::SignOffFormat& format);

/// A sentence of the text begins with one of the statements that nothing was needed, without a reservation.
bool states_waiver(std::string_view text, const std::vector<std::string>& waivers,
                   const policy::SignOffFormat& format);

} // namespace docs_lint::facts
