// The formats in JSON, as their readers see them: each is held against a schema by ajv, and rdjson against a
// validator of other people, too.
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"
#include "support/written_reports.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr Audited kAll[] = {Audited::clean, Audited::hostile, Audited::shallow};

const fs::path kFolder = fs::path(DOCS_LINT_SOURCE_DIR) / "tests" / "consumers";
const fs::path kModules = DOCS_LINT_NODE_MODULES;

fs::path schema(const std::string& name) {
    return kFolder / "schemas" / (name + ".schema.json");
}

ProcessResult run_ajv(const fs::path& schema_file, const fs::path& file, bool by_line = false) {
    ProcessOptions options;
    options.environment["NODE_MODULES"] = kModules.string();
    std::vector<std::string> command = {"node", (kFolder / "validate.cjs").string(), schema_file.string(),
                                        file.string()};
    if (by_line) command.emplace_back("--lines");
    return run_process(command, options);
}

void check_valid(const ProcessResult& result) {
    CAPTURE(result.out);
    CAPTURE(result.err);
    CHECK(result.exit_code == 0);
    CHECK(result.out.find(" checked, 0 wrong") != std::string::npos);
}

void check_refused(const ProcessResult& result, const std::string& why) {
    CAPTURE(result.out);
    CAPTURE(result.err);
    CHECK(result.exit_code == 1);
    CHECK(result.out.find(why) != std::string::npos);
}

/// The report with one place of it changed, in a file of its own.
class Damaged {
public:
    Damaged(const fs::path& report, const std::string& from, const std::string& to) {
        std::string text = read_file(report);
        const std::size_t at = text.find(from);
        REQUIRE_MESSAGE(at != std::string::npos, from << " is not in " << text.substr(0, 500));
        write_file(path(), text.replace(at, from.size(), to));
    }
    [[nodiscard]] fs::path path() const { return folder_.path() / "damaged"; }

private:
    ScratchFolder folder_;
};

json parsed(Audited audited, const std::string& format) {
    return json::parse(read_file(report_of(audited, format)));
}

ProcessResult run_rdformat_validator(const fs::path& file) {
    return run_process({"node",
                        (kModules / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js").string(),
                        "--strict", "--no-extra-fields", file.string()});
}

} // namespace

TEST_CASE("json keeps to the schema docs-lint/1") {
    for (const Audited audited : kAll)
        check_valid(run_ajv(schema("docs-lint-1"), report_of(audited, "json")));
    const json hostile = parsed(Audited::hostile, "json");
    CHECK(hostile["suppressedFindings"].size() == 2);
    CHECK(hostile["summary"]["suppressed"] == 2);
    CHECK_FALSE(hostile["unverified"].empty());
    const Damaged damaged(report_of(Audited::hostile, "json"), "\"severity\": \"error\"",
                          "\"severity\": \"fatal\"");
    check_refused(run_ajv(schema("docs-lint-1"), damaged.path()), "/findings/");
}

TEST_CASE("a shard's json keeps to the schema, too") {
    const ScratchFolder folder;
    const std::string report = (folder.path() / "shard").string();
    const fs::path repository = folder.path() / "demonstration";
    REQUIRE(run_process({DOCS_LINT_SOURCE_DIR "/scripts/demonstration", repository.string()}).exit_code == 0);
    run_docs_lint(
        {"-C", (repository / "broken").string(), "audit", "--shard=1/2", "--output=json=" + report});
    check_valid(run_ajv(schema("docs-lint-1"), report));
}

TEST_CASE("each line of jsonl keeps to the schema, and the last is the summary") {
    for (const Audited audited : kAll) {
        const fs::path report = report_of(audited, "jsonl");
        check_valid(run_ajv(schema("docs-lint-1-lines"), report, true));
        const std::string text = read_file(report);
        const std::size_t last = text.rfind('\n', text.size() - 2); // npos + 1 is the beginning
        CHECK(json::parse(text.substr(last + 1))["type"] == "summary");
    }
    const Damaged damaged(report_of(Audited::hostile, "jsonl"), "\"type\":\"finding\"",
                          "\"type\":\"unverified\"");
    check_refused(run_ajv(schema("docs-lint-1-lines"), damaged.path(), true), "1: ");
}

TEST_CASE("gitlab is a Code Quality report, without a fingerprint twice") {
    for (const Audited audited : kAll) {
        check_valid(run_ajv(schema("gitlab"), report_of(audited, "gitlab")));
        std::set<std::string> fingerprints;
        const json reports = parsed(audited, "gitlab");
        for (const json& one : reports)
            CHECK(fingerprints.insert(one["fingerprint"].get<std::string>()).second);
    }
    CHECK(parsed(Audited::clean, "gitlab").empty());
    CHECK_FALSE(parsed(Audited::shallow, "gitlab").empty());
    const Damaged damaged(report_of(Audited::hostile, "gitlab"), "\"severity\": \"major\"",
                          "\"severity\": \"error\"");
    check_refused(run_ajv(schema("gitlab"), damaged.path()), "/severity must be equal to one of");
}

TEST_CASE("rdjson is a result of reviewdog's Diagnostic Format, by a schema and by a validator") {
    for (const Audited audited : kAll) {
        check_valid(run_ajv(schema("rdjson"), report_of(audited, "rdjson")));
        const ProcessResult result = run_rdformat_validator(report_of(audited, "rdjson"));
        CAPTURE(result.out);
        CAPTURE(result.err);
        CHECK(result.exit_code == 0);
    }
    CHECK_FALSE(parsed(Audited::shallow, "rdjson")["diagnostics"].empty());
    const Damaged damaged(report_of(Audited::hostile, "rdjson"), "\"severity\": \"WARNING\"",
                          "\"severity\": \"warn\"");
    check_refused(run_ajv(schema("rdjson"), damaged.path()), "/severity must be equal to one of");
    CHECK(run_rdformat_validator(damaged.path()).exit_code != 0);
}

TEST_CASE("the bytes that a column of rdjson counts are those of the file") {
    const TidyRepository repository;
    const std::string line = "\xC3\xA9 [\xF0\x90\x90\x80](missing.md) x";
    repository.write("docs/specs/columns.md", "# Title\n\n" + line + "\n");
    const auto result = run_docs_lint({"-C", repository.path().string(), "check", "--output=rdjson"});
    const json document = json::parse(result.out);
    for (const json& one : document["diagnostics"]) {
        if (one["code"]["value"] != "reference/broken") continue;
        const json& range = one["location"]["range"];
        const auto begin = range["start"]["column"].get<std::size_t>() - 1;
        const auto end = range["end"]["column"].get<std::size_t>() - 1;
        CHECK(line.substr(begin, end - begin) == "[\xF0\x90\x90\x80](missing.md)");
        return;
    }
    FAIL("no finding about the link: " << result.out);
}

} // namespace docs_lint::tests
