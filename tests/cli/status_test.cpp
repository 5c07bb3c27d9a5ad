// `docs-lint status` on real repositories: who has to act is told for each open record, for people and for
// machines, and what cannot be told ends in 3.
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

using namespace docs_lint::tests;
using nlohmann::json;

namespace {

constexpr int kTold = 0, kRefused = 2, kNotTold = 3;
constexpr const char* kOther = "docs/product/phase_gates/defect-105-labels-phase-gate.md";

ProcessResult status(const TidyRepository& repository, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"-C", repository.path().string(), "status"});
    return run_docs_lint(arguments);
}

json json_status(const TidyRepository& repository, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.end(), {"-o", "json", "--as-of", "2026-02-12"});
    const auto result = status(repository, arguments);
    INFO(result.err);
    const json report = json::parse(result.out, nullptr, false);
    REQUIRE_FALSE(report.is_discarded());
    CHECK(report["schema"] == "docs-lint-status/1");
    return report["records"];
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) widest = std::max(widest, line.size());
    return widest;
}

} // namespace

TEST_CASE("an open record shows its state, the gate that it waits for, and who has to act") {
    const TidyRepository repository;
    repository.write(kRecord, repository.active().text());
    const auto result = status(repository);
    CHECK(result.exit_code == kTold);
    CHECK(has(result.out, "RECORD"));
    CHECK(has(result.out, "VERIFICATION"));
    CHECK(has(result.out, "V 0/4"));
    CHECK(has(result.out, "QA Lead"));
    CHECK(has(result.out, "give the evidence of V.1"));
    CHECK(has(result.out, "1 record open, 0 closed"));
    CHECK(widest_line(result.out) <= 110); // a sentence and the table of a hundred columns
}

TEST_CASE("closed records are counted, and shown where they are asked for") {
    const TidyRepository repository;
    const auto result = status(repository);
    CHECK(result.exit_code == kTold);
    CHECK(has(result.out, "0 records open, 1 closed"));
    CHECK_FALSE(has(result.out, "nothing: it is closed"));
    CHECK(has(status(repository, {"--all"}).out, "nothing: it is closed"));
    CHECK(json_status(repository).empty());
    CHECK(json_status(repository, {"--all"}).size() == 1);
}

TEST_CASE("the JSON holds each item with what it lacks, and the steps with who and by when") {
    const TidyRepository repository;
    auto record = repository.active();
    record.extra += "\n## Actions\n\n| Action ID | Description | Owner | Deadline | Status |\n"
                    "| --- | --- | --- | --- | --- |\n"
                    "| A-1 | Verify the fix | QA Lead | 2026-02-14T12:00:00Z | Open |\n";
    repository.write(kRecord, record.text());
    const json one = json_status(repository).at(0);
    CHECK(one["path"] == kRecord);
    CHECK(one["id"] == "104");
    CHECK(one["derived"] == "VERIFICATION");
    CHECK(one["closed"] == false);
    const json& gate = one["gates"].back();
    CHECK(gate["id"] == "V");
    CHECK(gate["items"][0]["standing"] == "pending");
    CHECK(gate["items"][0]["lacks"][0] == "the evidence");
    CHECK(one["next"][0]["who"] == "QA Lead");
    CHECK(one["next"][0]["by"] == "2026-02-14T12:00:00Z");
    CHECK(one["actions"][0]["id"] == "A-1");
    CHECK(one["actions"][0]["overdue"] == false);
    repository.write(kRecord, replaced(record.text(), "2026-02-14T12:00:00Z", "2026-02-11T12:00:00Z"));
    CHECK(json_status(repository).at(0)["actions"][0]["overdue"] == true);
}

TEST_CASE("an earlier commit is asked as it was") {
    const TidyRepository repository;
    const json then = json_status(repository, {"--rev", repository.commits().scoped});
    REQUIRE(then.size() == 1);
    CHECK(then[0]["derived"] == "IMPLEMENTATION");
    CHECK(json_status(repository).empty());
}

TEST_CASE("only the records below the paths that are given are shown; a path that is none is refused") {
    const TidyRepository repository;
    repository.write(kOther, repository.active().text());
    CHECK(json_status(repository, {"docs/product"}).size() == 1);
    CHECK(json_status(repository, {"docs/specs"}).empty());
    CHECK(status(repository, {"docs/nowhere"}).exit_code == kRefused);
}

TEST_CASE("a record whose process is not known is named, and the exit code says that it was not told") {
    const TidyRepository repository;
    repository.write(kOther,
                     "# Defect 105\n\n**Owner:** PMO Lead\n**Status:** Active\n\nCurrent state: BREWING\n\n"
                     "## Gate Z — BREWING → DONE\n\n### Gate Item: Z.1 — Water is hot\n\n"
                     "- Evidence: seen\n- Owner confirmation: Yes — QA Lead, 2026-02-03\n"
                     "- PMO validation: Pass — PMO Lead, 2026-02-03\n");
    const auto result = status(repository);
    CHECK(result.exit_code == kNotTold);
    CHECK(has(result.out, "could not be told"));
    CHECK_FALSE(json_status(repository).at(0)["unknown"].get<std::string>().empty());
}

TEST_CASE("a record that cannot be read is no record that stands well") {
    const TidyRepository repository;
    repository.write(kOther, "# Defect 105\n\n" + std::string(2'000'000, 'a') + "\n");
    CHECK(status(repository).exit_code == kNotTold);
}

TEST_CASE("hostile titles and names reach neither the terminal nor a Markdown page as they are") {
    const TidyRepository repository;
    auto record = repository.active();
    record.extra +=
        "\n## Actions\n\n| Action ID | Description | Owner | Deadline | Status |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| A-1 | \x1b[31mred\xe2\x80\xae <b>bold</b> @all ##[error]x | QA Lead | 2026-02-14 | Open |\n";
    repository.write(kRecord, record.text());
    const auto table = status(repository);
    CHECK_FALSE(has(table.out, "\x1b"));
    CHECK_FALSE(has(table.out, "\xe2\x80\xae"));
    const auto page = status(repository, {"-o", "markdown"});
    CHECK(page.exit_code == kTold);
    CHECK_FALSE(has(page.out, "<b>"));
    CHECK(has(page.out, "A-1"));
    CHECK_FALSE(has(page.out, "\x1b"));
    const auto log = run_docs_lint({"-C", repository.path().string(), "status"}, {{}, {{"CI", "true"}}, {}});
    CHECK_FALSE(has(log.out, "##[error]"));
}

TEST_CASE("what status does not know is refused with the formats that it has") {
    const TidyRepository repository;
    const auto result = status(repository, {"-o", "tabel"});
    CHECK(result.exit_code == kRefused);
    CHECK(has(result.err, "did you mean `table`?"));
    const ScratchFolder folder;
    const std::string file = (folder.path() / "status.json").string();
    CHECK(status(repository, {"-o", "json=" + file}).exit_code == kTold);
    CHECK(json::parse(read_file(file))["schema"] == "docs-lint-status/1");
}

TEST_CASE("a filed record is closed, whatever process it followed") {
    const TidyRepository repository;
    repository.write(kOther, "# DEF-105 labels\n\n**Owner:** PMO Lead\n**Status:** Filed\n"
                             "**Filed:** 2026-02-10\n\nCurrent state: BREWING\n\n"
                             "## Gate Z — BREWING → DONE\n\n### Gate Item: Z.1 — Water is hot\n\n"
                             "- Evidence: seen\n- Owner confirmation: Yes — QA Lead, 2026-02-03\n"
                             "- PMO validation: Pass — PMO Lead, 2026-02-03\n");
    const auto result = status(repository);
    INFO(result.out << result.err);
    CHECK(result.exit_code == kTold);
    CHECK(has(result.out, "0 records open, 2 closed"));
}
