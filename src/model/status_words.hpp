#pragma once

#include "policy/process.hpp"
#include "policy/sign_off_format.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// What a gate's status text claims: read liberally, both may be true.
struct StatusClaim {
    bool passed = false;
    bool open = false;

    [[nodiscard]] bool any() const { return passed || open; }
};

StatusClaim read_status_claim(std::string_view text, const policy::SignOffFormat& format);

/// Beside a word for having passed, the text says the opposite or limits it: `PASS FAIL`, `❌ PASS`,
/// `[ ] PASS`, `PASS (withdrawn)`, `CONDITIONAL PASS`, `PASS except V.3`. What is told of earlier does not.
bool takes_pass_back(std::string_view text, const policy::SignOffFormat& format);

/// A status in words that are no stage on the way, but the end of it: `REJECTED`, `VOID`, `NO-GO`.
bool says_refused(std::string_view text, const policy::SignOffFormat& format);

/// The text without its parts that only say where a gate leads (`TRIAGE → ROOT_CAUSE`, or the name of a
/// state), so that a state called like a status word is no status.
std::string without_states(std::string_view text, const policy::Process* process);

/// Some of the phrases stand in the text, and at least one of them is not denied by a word before it.
bool says(std::string_view text, const std::vector<std::string>& phrases);

} // namespace docs_lint::model
