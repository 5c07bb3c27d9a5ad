#pragma once

#include "support/checked.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// A control: nothing but these warnings (`rule path`), and everything could be verified.
inline void expect_passed(const Checked& checked, const std::vector<std::string>& warnings = {}) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
    CHECK(checked.is_json);
    CHECK(checked.unverified.empty());
    CHECK(checked.of_severity("error").empty());
    CHECK(checked.of_severity("warning") == warnings);
}

/// What cannot be read or resolved: a finding, an error or what could not be verified, said in words.
inline void never_crashes_nor_passes(const Checked& checked) {
    INFO(checked.summary());
    CHECK(checked.exit_code > 0);
    CHECK(checked.exit_code <= 3);
    CHECK((checked.is_json || !checked.err.empty()));
}

/// git, or a program under it, let it through.
inline void accepted(const ProcessResult& result) {
    INFO(result.out << result.err);
    CHECK(result.exit_code == 0);
}

} // namespace docs_lint::tests
