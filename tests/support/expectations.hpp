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

/// git, or a program under it, let it through.
inline void accepted(const ProcessResult& result) {
    INFO(result.out << result.err);
    CHECK(result.exit_code == 0);
}

} // namespace docs_lint::tests
