#include "cli/exit_code.hpp"

#include <doctest/doctest.h>

using docs_lint::cli::exit_code_of;
using docs_lint::cli::ExitCode;
using docs_lint::cli::FailOn;
using docs_lint::cli::worst;
using docs_lint::diagnostics::Outcome;
using docs_lint::diagnostics::Severity;

namespace {

Outcome outcome_of(std::initializer_list<Severity> severities, bool unverified = false) {
    Outcome outcome;
    for (const Severity severity : severities) {
        outcome.findings.emplace_back();
        outcome.findings.back().severity = severity;
    }
    if (unverified) outcome.unverified.emplace_back();
    return outcome;
}

} // namespace

TEST_CASE("nothing found is clean, and what could not be verified is not") {
    CHECK(exit_code_of(outcome_of({}), Severity::error) == ExitCode::clean);
    CHECK(exit_code_of(outcome_of({}, true), Severity::error) == ExitCode::unverifiable);
}

TEST_CASE("a finding counts from the asked severity on") {
    CHECK(exit_code_of(outcome_of({Severity::warning}), Severity::error) == ExitCode::clean);
    CHECK(exit_code_of(outcome_of({Severity::warning}), Severity::warning) == ExitCode::findings);
    CHECK(exit_code_of(outcome_of({Severity::information}), Severity::warning) == ExitCode::clean);
    CHECK(exit_code_of(outcome_of({Severity::information}), Severity::information) == ExitCode::findings);
    CHECK(exit_code_of(outcome_of({Severity::warning, Severity::error}), Severity::error) ==
          ExitCode::findings);
    CHECK(exit_code_of(outcome_of({Severity::error}), FailOn{}) == ExitCode::clean);
}

TEST_CASE("findings win over what could not be verified, and nothing else does") {
    CHECK(exit_code_of(outcome_of({Severity::error}, true), Severity::error) == ExitCode::findings);
    CHECK(exit_code_of(outcome_of({Severity::warning}, true), Severity::error) == ExitCode::unverifiable);
    CHECK(exit_code_of(outcome_of({Severity::error}, true), FailOn{}) == ExitCode::unverifiable);
}

TEST_CASE("errors of the machine have their own codes") {
    using docs_lint::base::Error;
    using docs_lint::base::ErrorKind;
    CHECK(exit_code_of(Error{ErrorKind::usage, "", ""}) == ExitCode::failure);
    CHECK(exit_code_of(Error{ErrorKind::configuration, "", ""}) == ExitCode::failure);
    CHECK(exit_code_of(Error{ErrorKind::failure, "", ""}) == ExitCode::failure);
    CHECK(exit_code_of(Error{ErrorKind::unverifiable, "", ""}) == ExitCode::unverifiable);
}

TEST_CASE("of several codes the worst stays") {
    CHECK(worst(ExitCode::clean, ExitCode::unverifiable) == ExitCode::unverifiable);
    CHECK(worst(ExitCode::findings, ExitCode::unverifiable) == ExitCode::findings);
    CHECK(worst(ExitCode::unverifiable, ExitCode::findings) == ExitCode::findings);
    CHECK(worst(ExitCode::findings, ExitCode::failure) == ExitCode::failure);
    CHECK(worst(ExitCode::failure, ExitCode::clean) == ExitCode::failure);
}
