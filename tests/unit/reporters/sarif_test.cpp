#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>

using namespace docs_lint;
using diagnostics::Severity;
using tests::finding;
using tests::place;
using tests::result_with;

namespace {

constexpr const char* kCommit = "1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b";

nlohmann::json run_of(const engine::RunResult& result) {
    const auto document = nlohmann::json::parse(reporters::render_sarif(result, {}));
    CHECK(document["version"] == "2.1.0");
    REQUIRE(document["runs"].size() == 1);
    return document["runs"][0];
}

engine::RunResult example() {
    auto result = result_with(
        finding(Severity::warning, "no such role", place("docs/ä b#c.md", "é: Owner: nobody\n", "nobody")));
    auto& one = result.outcome.findings[0];
    one.rule = "gate/out-of-order";
    one.help = "name a role";
    one.fingerprint = "0123456789abcdef";
    one.commit = kCommit;
    one.related.push_back({"the register", place("docs/roles.md", "Owner", "Owner")});
    return result;
}

} // namespace

TEST_CASE("a finding is a result with its place in code points, its rule and its fingerprint") {
    const auto run = run_of(example());
    const auto& result = run["results"][0];
    CHECK(result["ruleId"] == "gate/out-of-order");
    CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] ==
          "gate/out-of-order");
    CHECK(result["level"] == "warning");
    CHECK(result["message"]["text"] == "no such role\nname a role");
    const auto& physical = result["locations"][0]["physicalLocation"];
    CHECK(physical["artifactLocation"]["uri"] == "docs/%C3%A4%20b%23c.md");
    CHECK(physical["region"]["startLine"] == 1);
    CHECK(physical["region"]["startColumn"] == 11);
    CHECK(physical["region"]["endColumn"] == 17);
    CHECK(physical["region"]["snippet"]["text"] == "é: Owner: nobody");
    CHECK(run["columnKind"] == "unicodeCodePoints");
    CHECK(result["partialFingerprints"] == nlohmann::json{{"docsLint/v1", "0123456789abcdef"}});
    CHECK(result["properties"]["commit"] == kCommit);
    CHECK(result["relatedLocations"][0]["message"]["text"] == "the register");
    CHECK(run["invocations"][0]["executionSuccessful"] == true);
}

TEST_CASE("where the line's hash is known, it is a fingerprint beside our own") {
    auto result = example();
    result.outcome.findings[0].line_hash = "1f:2";
    const auto fingerprints = run_of(result)["results"][0]["partialFingerprints"];
    CHECK(fingerprints.size() == 2);
    CHECK(fingerprints["primaryLocationLineHash"] == "1f:2");
}

TEST_CASE("rules are described once each; a team's own rule by its id") {
    auto result = example();
    result.outcome.findings.push_back(result.outcome.findings[0]);
    result.outcome.findings.push_back(result.outcome.findings[0]);
    result.outcome.findings.back().rule = "team/own";
    const auto rules = run_of(result)["tool"]["driver"]["rules"];
    REQUIRE(rules.size() == 2);
    CHECK_FALSE(rules[0]["shortDescription"]["text"].get<std::string>().empty());
    CHECK_FALSE(rules[0]["help"]["markdown"].get<std::string>().empty());
    CHECK(rules[0]["properties"]["tags"][0] == "gate");
    CHECK(rules[1] == nlohmann::json{{"id", "team/own"}});
}

TEST_CASE("what could not be verified is a result, and the run has not succeeded") {
    auto result = example();
    result.outcome.findings.clear();
    result.outcome.unverified.push_back(
        {"record/changed", "the history is cut", diagnostics::whole_document(""), "git fetch --unshallow"});
    const auto run = run_of(result);
    CHECK(run["invocations"][0]["executionSuccessful"] == false);
    CHECK(run["invocations"][0]["toolExecutionNotifications"].size() == 1);
    REQUIRE(run["results"].size() == 1);
    CHECK(run["results"][0]["message"]["text"] ==
          "could not verify: the history is cut\ngit fetch --unshallow");
    CHECK(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == ".");
}

TEST_CASE("what was suppressed is a result with its justification; all others say that they are not") {
    auto result = example();
    CHECK_FALSE(run_of(result)["results"][0].contains("suppressions"));
    result.suppressed = {{result.outcome.findings[0], "agreed with the PMO", true},
                         {result.outcome.findings[0], "agreed for a year", false}};
    result.suppressed[0].finding.rule = "header/role-unknown";
    const auto run = run_of(result);
    REQUIRE(run["results"].size() == 3);
    CHECK(run["results"][0]["suppressions"] == nlohmann::json::array());
    CHECK(run["results"][1]["ruleId"] == "header/role-unknown");
    CHECK(run["results"][1]["suppressions"] == nlohmann::json::parse(R"([
        {"kind": "inSource", "status": "accepted", "justification": "agreed with the PMO"}])"));
    CHECK(run["results"][2]["suppressions"][0]["kind"] == "external");
}

TEST_CASE("no more results than code scanning keeps, errors first, and it is said how many are left out") {
    auto result = example();
    const auto warning = result.outcome.findings[0];
    result.suppressed = {{warning, "why", true}};
    result.outcome.unverified = {{"record/changed", "cut", diagnostics::whole_document(""), ""}};
    result.outcome.findings.assign(4'997, warning);
    auto run = run_of(result);
    CHECK(run["results"].size() == 4'999);
    CHECK(run["invocations"][0]["toolExecutionNotifications"].size() == 1);

    result.outcome.findings.push_back(warning);
    result.outcome.findings.push_back(warning);
    result.outcome.findings.back().severity = Severity::error;
    run = run_of(result);
    CHECK(run["results"].size() == 5'000);
    CHECK(run["results"][0]["level"] == "error");
    CHECK(run["results"][1]["ruleId"] == "record/changed");
    REQUIRE(run["invocations"][0]["toolExecutionNotifications"].size() == 2);
    CHECK(run["invocations"][0]["toolExecutionNotifications"][1]["message"]["text"].get<std::string>().find(
              "1 result left out") == 0);
}

TEST_CASE("invisible characters of a message are written out, since people read it") {
    auto result = example();
    result.outcome.findings[0].message = "a\u202Eb";
    CHECK(run_of(result)["results"][0]["message"]["text"] == "a<U+202E>b\nname a role");
}
