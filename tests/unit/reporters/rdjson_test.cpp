#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>

using namespace docs_lint;
using diagnostics::Severity;
using nlohmann::json;
using tests::finding;
using tests::place;

namespace {

json document_of(const engine::RunResult& result) {
    return json::parse(reporters::render_rdjson(result, {}));
}

json range_of(const diagnostics::Location& location) {
    const auto result = tests::result_with(finding(Severity::error, "m", location));
    return document_of(result)["diagnostics"][0]["location"]["range"];
}

} // namespace

TEST_CASE("a finding is a diagnostic of reviewdog, with the lines that contradict it") {
    auto result =
        tests::result_with(finding(Severity::warning, "no such role", place("docs/a.md", "x\nab", "b")));
    result.outcome.findings[0].help = "name a role";
    result.outcome.findings[0].related = {{"the register", place("docs/roles.md", "Owner", "Owner")},
                                          {"as it was", diagnostics::whole_document("docs/b.md", "abcd")}};
    CHECK(document_of(result) == json::parse(R"json({
        "source": {"name": "docs-lint"}, "severity": "ERROR",
        "diagnostics": [{
            "message": "no such role\nname a role", "severity": "WARNING", "code": {"value": "gate/sign-off"},
            "location": {"path": "docs/a.md", "range": {"start": {"line": 2, "column": 2},
                                                        "end": {"line": 2, "column": 3}}},
            "related_locations": [
                {"message": "the register", "location": {"path": "docs/roles.md", "range":
                    {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 6}}}},
                {"message": "as it was (in commit abcd)", "location": {"path": "docs/b.md"}}]}]})json"));
}

TEST_CASE("columns of rdjson count bytes of UTF-8") {
    // The example of its specification: one byte, four bytes, one byte.
    const std::string line = "a\U00010400"
                             "b";
    CHECK(range_of(place("a.md", line, "\U00010400"))["start"]["column"] == 2);
    CHECK(range_of(place("a.md", line, "\U00010400"))["end"]["column"] == 6);
    CHECK(range_of(place("a.md", line, "b"))["start"]["column"] == 6);
    CHECK(range_of(place("a.md", "\xFF\xFEx", "x"))["start"]["column"] == 3);
    CHECK(range_of(place("a.md", "é", "é"))["end"]["column"] == 3);
}

TEST_CASE("a range over several lines is given in lines, and a whole document in none") {
    CHECK(range_of(place("a.md", "one\ntwo\nthree", "ne\ntw")) ==
          json::parse(R"({"start": {"line": 1}, "end": {"line": 2}})"));
    CHECK(range_of(diagnostics::whole_document("a.md")).is_null());
}

TEST_CASE("what could not be verified is an error of reviewdog") {
    engine::RunResult result;
    result.outcome.unverified = {
        {"record/changed", "the history is cut", diagnostics::whole_document(""), ""}};
    CHECK(document_of(result)["diagnostics"] == json::parse(R"([{
        "message": "could not verify: the history is cut", "location": {"path": "."}, "severity": "ERROR",
        "code": {"value": "record/changed"}}])"));
    CHECK(document_of({})["diagnostics"] == json::array());
}
