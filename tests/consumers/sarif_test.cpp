// SARIF as its readers see it: Microsoft's own validator with the rules of GitHub's code scanning, and the
// schema that it ships.
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/written_reports.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr Audited kAll[] = {Audited::clean, Audited::hostile, Audited::shallow};

const fs::path kMultitool = fs::path(DOCS_LINT_NODE_MODULES) / "@microsoft" / "sarif-multitool-linux";

/// docs-lint has no page on the web that it could name in `informationUri`.
constexpr const char* kAccepted = "SARIF2005";

/// What the validator has to say, but for the one thing that is accepted. Its exit code says nothing.
std::vector<std::string> messages_of(const fs::path& report) {
    const ScratchFolder folder;
    const fs::path log = folder.path() / "log.sarif";
    const fs::path copy = folder.path() / "report.sarif"; // it looks at files of this name only
    fs::copy_file(report, copy);
    ProcessOptions options;
    options.environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
    options.environment["HOME"] = folder.path().string();
    const ProcessResult result =
        run_process({(kMultitool / "Sarif.Multitool").string(), "validate", copy.string(), "--rule-kind",
                     "Sarif;Ghas", "--output", log.string(), "--log", "ForceOverwrite"},
                    options);
    INFO(result.out);
    INFO(result.err);
    REQUIRE(result.out.find("1 files scanned") != std::string::npos);
    const json run = json::parse(read_file(log))["runs"][0];
    std::vector<std::string> messages;
    for (const json& one : run.at("results"))
        if (one["ruleId"] != kAccepted)
            messages.push_back(one["ruleId"].get<std::string>() + one["message"].dump());
    return messages;
}

fs::path shipped_schema() {
    for (const auto& entry : fs::recursive_directory_iterator(kMultitool))
        if (entry.path().filename() == "sarif-2.1.0.json") return entry.path();
    FAIL("the validator ships no schema");
    return {};
}

ProcessResult run_ajv(const fs::path& report) {
    ProcessOptions options;
    options.environment["NODE_MODULES"] = DOCS_LINT_NODE_MODULES;
    return run_process({"node", DOCS_LINT_SOURCE_DIR "/tests/consumers/validate.cjs",
                        shipped_schema().string(), report.string()},
                       options);
}

json hostile() {
    return json::parse(read_file(report_of(Audited::hostile, "sarif")));
}

} // namespace

TEST_CASE("the validator of SARIF, with the rules of code scanning, has nothing to say") {
    for (const Audited audited : kAll)
        for (const std::string& message : messages_of(report_of(audited, "sarif"))) FAIL_CHECK(message);
}

TEST_CASE("the validator of SARIF has something to say of a damaged report") {
    const ScratchFolder folder;
    json report = hostile();
    report["runs"][0]["results"][0]["ruleIndex"] = 999;
    write_file(folder.path() / "a", report.dump());
    CHECK_FALSE(messages_of(folder.path() / "a").empty());
    report = hostile();
    report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["endLine"] = 1;
    report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 2;
    write_file(folder.path() / "b", report.dump());
    CHECK_FALSE(messages_of(folder.path() / "b").empty());
}

TEST_CASE("SARIF keeps to its schema, which refuses what does not") {
    for (const Audited audited : kAll) {
        const ProcessResult result = run_ajv(report_of(audited, "sarif"));
        CAPTURE(result.out);
        CHECK(result.exit_code == 0);
    }
    const ScratchFolder folder;
    json report = hostile();
    report["runs"][0]["results"][0]["level"] = "fatal";
    write_file(folder.path() / "a", report.dump());
    const ProcessResult refused = run_ajv(folder.path() / "a");
    CAPTURE(refused.out);
    CHECK(refused.exit_code == 1);
    CHECK(refused.out.find("/runs/0/results/0/level") != std::string::npos);
}

TEST_CASE("SARIF of a repository has suppressions of both kinds, and says that something was not verified") {
    const json run = hostile()["runs"][0];
    std::size_t in_source = 0;
    std::size_t external = 0;
    for (const json& result : run["results"]) {
        REQUIRE(result.contains("suppressions"));
        for (const json& one : result["suppressions"]) {
            CHECK_FALSE(one["justification"].get<std::string>().empty());
            ++(one["kind"] == "inSource" ? in_source : external);
        }
    }
    CHECK(in_source == 1);
    CHECK(external == 1);
    CHECK(run["invocations"][0]["executionSuccessful"] == false);
}

} // namespace docs_lint::tests
