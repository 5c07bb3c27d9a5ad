#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

using namespace docs_lint;
using diagnostics::Severity;
using nlohmann::json;

namespace {

json reports_of(const engine::RunResult& result) {
    return json::parse(reporters::render_gitlab(result, {}));
}

engine::RunResult with_severity(Severity severity) {
    auto result = tests::result_with(
        tests::finding(severity, "no such role", tests::place("docs/a.md", "x\nOwner: nobody", "nobody")));
    result.outcome.findings[0].fingerprint = "0123";
    return result;
}

} // namespace

TEST_CASE("a finding is a record of GitLab's Code Quality report") {
    CHECK(reports_of(with_severity(Severity::error)) == json::parse(R"([{
        "description": "no such role", "check_name": "gate/sign-off", "fingerprint": "0123", "severity": "major",
        "location": {"path": "docs/a.md", "lines": {"begin": 2}}}])"));
    CHECK(reports_of(with_severity(Severity::warning))[0]["severity"] == "minor");
    CHECK(reports_of(with_severity(Severity::information))[0]["severity"] == "info");
    CHECK(reports_of({}) == json::array());
}

TEST_CASE("what could not be verified is a record for GitLab, above all findings") {
    engine::RunResult result;
    result.outcome.unverified = {
        {"record/changed", "the history is cut", diagnostics::whole_document(""), "h"}};
    const json reports = reports_of(result);
    REQUIRE(reports.size() == 1);
    CHECK(reports[0]["description"] == "could not verify: the history is cut");
    CHECK(reports[0]["severity"] == "critical");
    CHECK(reports[0]["location"]["path"] == ".");
    CHECK(reports[0]["fingerprint"].get<std::string>().size() == 16);
}

TEST_CASE("no two records of GitLab have one fingerprint, whatever the findings have") {
    auto result = with_severity(Severity::error);
    result.outcome.findings.push_back(result.outcome.findings[0]);
    result.outcome.findings.push_back(result.outcome.findings[0]);
    const diagnostics::Unverified twin = {"a/b", "m", diagnostics::whole_document("a.md"), "h"};
    result.outcome.unverified = {twin, twin};
    std::set<std::string> fingerprints;
    const json reports = reports_of(result);
    for (const json& report : reports) fingerprints.insert(report["fingerprint"].get<std::string>());
    CHECK(fingerprints.size() == 5);
}

TEST_CASE("a record of GitLab says which other version its place is in") {
    auto result = with_severity(Severity::error);
    result.outcome.findings[0].location.commit = "1a2b3c4d5e6f";
    CHECK(reports_of(result)[0]["description"] == "no such role (in commit 1a2b3c4d5e)");
}
