// scripts/action as the runner calls it: an event file and variables in; annotations, a summary and outputs
// out.
#include "support/git_repository.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using docs_lint::tests::GitRepository;
using docs_lint::tests::ProcessOptions;
using docs_lint::tests::ProcessResult;
using docs_lint::tests::read_file;
using docs_lint::tests::run_process;
using docs_lint::tests::ScratchFolder;
using docs_lint::tests::write_file;
using nlohmann::json;

constexpr const char* kScript = DOCS_LINT_SOURCE_DIR "/scripts/action";
constexpr const char* kRecord = "docs/product/lessons_learnt/BLG-001-lessons.md";
constexpr const char* kText =
    "# Lessons Learnt — BLG-001: Slow start\n\n"
    "**Item:** BLG-001 — Slow start\n**Type:** Tech Backlog (P1)\n**Closed:** 2026-02-27\n"
    "**Reviewed by:** PMO Lead\n**Date filed:** 2026-02-28\n\n"
    "> Note on template applicability: the standard tech backlog template, as nothing else shipped.\n\n"
    "## What created friction\n\nNone\n\n## Process improvements actioned\n\nNone\n\n"
    "## New skills or templates created\n\nNone\n\n## Outstanding actions\n\nNone\n\n"
    "## What worked well\n\n- The log.\n";
const std::string kZeros(40, '0');

/// A filed record in the first commit; a second one that only adds a file, and a third one that edits the
/// record.
struct History {
    GitRepository repository;
    std::string filed, honest, edited;

    History() {
        repository.write(kRecord, kText);
        filed = repository.commit("File the record");
        repository.write("notes.txt", "a note\n");
        honest = repository.commit("Note");
        repository.write(kRecord, std::string(kText) + "- The graph.\n");
        edited = repository.commit("Touch the record");
    }
};

struct Step {
    ProcessResult process;
    std::string outputs;
    std::string summary;
};

/// One step of a job, with the built docs-lint on PATH.
Step run_step(const GitRepository& repository, const std::string& event, const json& payload,
              std::map<std::string, std::string> variables = {}) {
    const ScratchFolder runner;
    write_file(runner.path() / "event.json", payload.is_null() ? "" : payload.dump());
    write_file(runner.path() / "output", "");
    write_file(runner.path() / "summary", "");
    const std::string tools = std::filesystem::path(DOCS_LINT_BINARY).parent_path().string();
    variables.insert({{"PATH", tools + ":" + std::getenv("PATH")},
                      {"GITHUB_EVENT_NAME", event},
                      {"GITHUB_EVENT_PATH", (runner.path() / "event.json").string()},
                      {"GITHUB_OUTPUT", (runner.path() / "output").string()},
                      {"GITHUB_STEP_SUMMARY", (runner.path() / "summary").string()},
                      {"DOCS_LINT_FOLDER", repository.path().string()}});
    ProcessOptions options;
    options.environment = std::move(variables);
    Step step{run_process({kScript}, options), read_file(runner.path() / "output"),
              read_file(runner.path() / "summary")};
    return step;
}

json pull_request(const std::string& base, const std::string& head) {
    return {{"pull_request", {{"base", {{"sha", base}}}, {"head", {{"sha", head}}}}}};
}

json push(const std::string& before, const std::string& after) {
    return {{"before", before}, {"after", after}, {"repository", {{"default_branch", "main"}}}};
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void check_clean(const Step& step) {
    INFO(step.process.out << step.process.err);
    CHECK(step.process.exit_code == 0);
    CHECK(step.outputs == "exit-code=0\nerrors=0\nwarnings=0\n");
    CHECK(holds(step.summary, "### docs-lint: no findings"));
}

void check_edited(const Step& step) {
    INFO(step.process.out << step.process.err);
    CHECK(step.process.exit_code == 1);
    CHECK(step.outputs == "exit-code=1\nerrors=1\nwarnings=0\n");
    CHECK(holds(step.process.out, "::error file=docs/product/lessons_learnt/BLG-001-lessons.md"));
    CHECK(holds(step.summary, "### docs-lint: 1 errors"));
    CHECK(
        holds(step.summary, "    docs/product/lessons_learnt/BLG-001-lessons.md:30: error[record/changed]"));
}

void check_failed(const Step& step) {
    INFO(step.process.out << step.process.err);
    CHECK(step.process.exit_code == 2);
    CHECK(holds(step.outputs, "exit-code=2\n"));
    CHECK(holds(step.summary, "### docs-lint could not run"));
}

} // namespace

TEST_CASE("a pull request is checked from its base to its head") {
    const History history;
    check_clean(run_step(history.repository, "pull_request", pull_request(history.filed, history.honest)));
    check_edited(run_step(history.repository, "pull_request", pull_request(history.honest, history.edited)));
}

TEST_CASE("without an event file the parents of the test merge are base and head") {
    const History history;
    history.repository.git("switch", "--quiet", "--create", "merge", history.honest);
    history.repository.merge("main");
    check_edited(run_step(history.repository, "pull_request", nullptr));
}

TEST_CASE("a pull request without a known base is no pass") {
    const History history;
    check_failed(run_step(history.repository, "pull_request", nullptr));
    check_failed(run_step(history.repository, "pull_request", pull_request("HEAD", "main")));
}

TEST_CASE("a push is checked from what was there to what is there") {
    const History history;
    check_clean(run_step(history.repository, "push", push(history.filed, history.honest)));
    check_edited(run_step(history.repository, "push", push(history.honest, history.edited)));
}

TEST_CASE("a push of a new branch is compared with the default branch, and audited where that is not known") {
    const History history;
    check_edited(run_step(history.repository, "push", push(kZeros, history.edited)));
    history.repository.git("update-ref", "refs/remotes/origin/main", history.honest);
    check_edited(run_step(history.repository, "push", push(kZeros, history.edited)));
    history.repository.git("update-ref", "refs/remotes/origin/main", history.edited);
    check_edited(run_step(history.repository, "push", push(kZeros, history.edited)));
    check_clean(run_step(history.repository, "push", push(kZeros, history.honest)));
}

TEST_CASE("a forced push whose old commit is gone is compared with the default branch or audited") {
    const History history;
    check_edited(run_step(history.repository, "push", push(std::string(40, '1'), history.edited)));
}

TEST_CASE("a forced push that leaves a filed record behind is found, for nothing will merge the two") {
    History history;
    history.repository.git("checkout", "--quiet", "--orphan", "rewritten");
    history.repository.git("rm", "--quiet", "--force", "-r", ".");
    history.repository.write("notes.txt", "a fresh start\n");
    const std::string rewritten = history.repository.commit("Begin anew");
    const Step step = run_step(history.repository, "push", push(history.honest, rewritten));
    INFO(step.process.out << step.process.err);
    CHECK(step.process.exit_code == 1);
    CHECK(holds(step.summary, "error[record/deleted]"));
}

TEST_CASE("a deleted ref is nothing to check") {
    const History history;
    const Step step = run_step(history.repository, "push", push(history.edited, kZeros));
    CHECK(step.process.exit_code == 0);
    CHECK(step.outputs == "exit-code=0\nerrors=0\nwarnings=0\n");
}

TEST_CASE("a merge group is checked from its base to its head") {
    const History history;
    const auto group = [](const std::string& base, const std::string& head) {
        return json{{"merge_group", {{"base_sha", base}, {"head_sha", head}}}};
    };
    check_clean(run_step(history.repository, "merge_group", group(history.filed, history.honest)));
    check_edited(run_step(history.repository, "merge_group", group(history.honest, history.edited)));
}

TEST_CASE("any other event audits what is checked out") {
    const History history;
    check_edited(run_step(history.repository, "schedule", json::object()));
}

TEST_CASE("base, head, fail-on and further options come from the inputs") {
    const History history;
    check_edited(run_step(history.repository, "pull_request", pull_request(history.filed, history.honest),
                          {{"DOCS_LINT_BASE", history.honest}, {"DOCS_LINT_HEAD", history.edited}}));
    const Step step =
        run_step(history.repository, "pull_request", pull_request(history.honest, history.edited),
                 {{"DOCS_LINT_FAIL_ON", "never"}, {"DOCS_LINT_ARGS", "--quiet  --statistics"}});
    CHECK(step.process.exit_code == 0);
    CHECK(step.outputs == "exit-code=0\nerrors=1\nwarnings=0\n");
    CHECK(run_step(history.repository, "push", push(history.filed, history.honest),
                   {{"DOCS_LINT_ARGS", "--no-such-option"}})
              .process.exit_code == 2);
}

TEST_CASE("an event that cannot be read is no pass, and its text is never a command") {
    const History history;
    const ScratchFolder folder;
    write_file(folder.path() / "broken.json", "{");
    check_failed(run_step(history.repository, "pull_request", json::object(),
                          {{"GITHUB_EVENT_PATH", (folder.path() / "broken.json").string()}}));
    const std::string hostile = "$(touch " + (folder.path() / "was-run").string() + ")";
    json payload = push(kZeros, history.edited);
    payload["repository"]["default_branch"] = hostile;
    check_edited(run_step(history.repository, "push", payload));
    check_failed(run_step(history.repository, "pull_request", pull_request(hostile, hostile)));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "was-run"));
}

TEST_CASE("hostile text in a path reaches neither the log nor the summary as a command or as markup") {
    const History history;
    const std::string path = "docs/product/lessons_learnt/::error::x\n# x <b>-lessons.md";
    history.repository.write(path, kText);
    history.repository.commit("Add");
    const auto base = history.repository.id_of("HEAD");
    history.repository.write(path, std::string(kText) + "- More.\n");
    const auto head = history.repository.commit("Edit");
    const Step step = run_step(history.repository, "pull_request", pull_request(base, head));
    CHECK(step.process.exit_code == 1);
    CHECK_FALSE(holds(step.process.out, "\n::error::x"));
    CHECK_FALSE(holds(step.process.out, "\n# x"));
    CHECK_FALSE(holds(step.summary, "\n# x"));
}
