#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <pugixml.hpp>
#include <string>

using namespace docs_lint;
using diagnostics::Severity;
using tests::finding;
using tests::place;

namespace {

pugi::xml_document parsed(const engine::RunResult& result) {
    pugi::xml_document document;
    REQUIRE(document.load_string(reporters::render_checkstyle(result, {}).c_str()));
    return document;
}

} // namespace

TEST_CASE("Checkstyle's XML has a file for each document, and in it all that is said of it") {
    auto result =
        tests::result_with(finding(Severity::warning, "no such role", place("a&b.md", "x\nab", "b")));
    result.outcome.findings[0].help = "name a role";
    result.outcome.findings.push_back(
        finding(Severity::information, "m", diagnostics::whole_document("c.md")));
    result.outcome.unverified = {{"record/changed", "cut", diagnostics::whole_document("a&b.md"), ""},
                                 {"record/changed", "cut", diagnostics::whole_document(""), ""}};
    CHECK(reporters::render_checkstyle(result, {}) == R"(<?xml version="1.0"?>
<checkstyle version="4.3">
  <file name=".">
    <error line="1" column="1" severity="error" message="could not verify: cut" source="record/changed" />
  </file>
  <file name="a&amp;b.md">
    <error line="2" column="2" severity="warning" message="no such role&#10;name a role" source="gate/sign-off" />
    <error line="1" column="1" severity="error" message="could not verify: cut" source="record/changed" />
  </file>
  <file name="c.md">
    <error line="1" column="1" severity="info" message="m" source="gate/sign-off" />
  </file>
</checkstyle>
)");
}

TEST_CASE("Checkstyle's XML of a clean run names no file") {
    CHECK_FALSE(parsed({}).child("checkstyle").first_child());
}
