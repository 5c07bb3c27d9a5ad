#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace docs_lint;
using diagnostics::Severity;

namespace {

nlohmann::json parsed(const engine::RunResult& result) {
    return nlohmann::json::parse(reporters::render_json(result, {}));
}

} // namespace

TEST_CASE("JSON holds all of a finding") {
    auto result = tests::result_with(tests::finding(Severity::warning, "no such role",
                                                    tests::place("docs/a.md", "x\nOwner: nobody", "nobody")));
    auto& one = result.outcome.findings[0];
    one.help = "name a role";
    one.commit = "ffff";
    one.fingerprint = "0123";
    one.related.push_back({"here", diagnostics::whole_document("docs/b.md", "abcd")});
    CHECK(parsed(result)["schema"] == "docs-lint/1");
    CHECK(parsed(result)["findings"][0] == nlohmann::json::parse(R"({
        "rule": "gate/sign-off", "severity": "warning", "message": "no such role", "path": "docs/a.md",
        "line": 2, "column": 8, "endLine": 2, "endColumn": 14, "text": "Owner: nobody", "commit": "ffff",
        "version": null,
        "related": [{"message": "here", "path": "docs/b.md", "line": 1, "column": 1, "endLine": 1, "endColumn": 1,
                     "text": "", "commit": "abcd"}],
        "help": "name a role", "fingerprint": "0123", "lineHash": null})"));
}

TEST_CASE("JSON holds what could not be verified and the summary") {
    engine::RunResult result;
    result.summary = {"HEAD", "built-in", 12, 5, 3, 1, 2, 4, {"a note"}};
    result.outcome.unverified.push_back({"a/b", "m", diagnostics::whole_document("b.md"), "h"});
    CHECK(parsed(result)["findings"] == nlohmann::json::array());
    CHECK(parsed(result)["unverified"] == nlohmann::json::parse(R"([
        {"rule": "a/b", "message": "m", "path": "b.md", "line": 1, "column": 1, "endLine": 1,
         "endColumn": 1, "text": "", "version": null, "help": "h"}])"));
    CHECK(parsed(result)["summary"] == nlohmann::json::parse(R"({
        "errors": 0, "warnings": 0, "information": 0, "unverified": 1, "scope": "HEAD", "policy": "built-in",
        "files": 12, "governed": 5, "judged": 3, "filed": 1, "commits": 2, "changed": null,
        "suppressed": 4, "baselined": 0,
        "older_than_rules": 0, "notes": ["a note"]})"));
}

TEST_CASE("JSON holds what was suppressed, apart from the findings, with the reason") {
    engine::RunResult result;
    CHECK(parsed(result)["suppressedFindings"] == nlohmann::json::array());
    result.suppressed = {
        {tests::finding(Severity::error, "m", diagnostics::whole_document("a.md")), "agreed", true}};
    CHECK(parsed(result)["findings"].empty());
    CHECK(parsed(result)["suppressedFindings"][0]["message"] == "m");
    CHECK(parsed(result)["suppressedFindings"][0]["reason"] == "agreed");
    CHECK(parsed(result)["suppressedFindings"][0]["suppressedBy"] == "document");
    result.suppressed[0].in_document = false;
    CHECK(parsed(result)["suppressedFindings"][0]["suppressedBy"] == "configuration");
}

TEST_CASE("JSON gives back the very strings that went in") {
    for (const std::string text :
         {"a ##[error] ###[x] b", "\x1b[31m \u202E \n::error::x", "状態 \"quoted\" \\u0023"}) {
        const auto document = parsed(tests::hostile_result(text));
        CHECK(document["findings"][0]["message"] == text);
        CHECK(document["findings"][0]["path"] == text + ".md");
    }
}

TEST_CASE("JSON replaces bytes that are no UTF-8") {
    CHECK(parsed(tests::hostile_result("a\xFF"
                                       "b"))["findings"][0]["message"] == "a\uFFFDb");
}
