// scripts/action as the runner calls it: its inputs, and the reports that they ask for.
#include "support/action_step.hpp"
#include "support/filed_history.hpp"
#include "support/scratch.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string>

using namespace docs_lint::tests;
using nlohmann::json;

namespace {

using Variables = std::map<std::string, std::string>;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string shown(const ActionStep& step) {
    return step.process.out + step.process.err + "\n--- summary\n" + step.summary;
}

/// The pull request that edits the filed record.
ActionStep run_edit(const FiledHistory& history, const Variables& variables) {
    return run_action(
        history.repository.path(), "pull_request",
        {{"number", 7},
         {"pull_request", {{"base", {{"sha", history.honest}}}, {"head", {{"sha", history.edited}}}}}},
        variables);
}

void check_failed(const ActionStep& step, const std::string& part) {
    INFO(shown(step));
    CHECK(step.process.exit_code == 2);
    CHECK(step.output("exit-code") == "2");
    CHECK(holds(step.process.out, "::error title=docs-lint::could not run: "));
    CHECK(holds(step.process.out, part));
    CHECK(step.summary.rfind("## docs-lint could not run\n", 0) == 0);
}

void check_code(const ActionStep& step, int code) {
    INFO(shown(step));
    CHECK(step.process.exit_code == code);
    CHECK(step.output("exit-code") == std::to_string(code));
}

std::size_t annotations(const ActionStep& step, const std::string& start) {
    const auto commands = obeyed_commands(step.process.out);
    return static_cast<std::size_t>(std::count_if(commands.begin(), commands.end(), [&](const auto& line) {
        return line.rfind("::" + start, 0) == 0;
    }));
}

/// A filed record without anything that it needs, many times.
std::string commit_many_errors(const FiledHistory& history, int number) {
    for (int at = 0; at < number; ++at)
        history.repository.write(fmt::format("docs/product/lessons_learnt/BLG-1{:02}-lessons.md", at),
                                 fmt::format("# Lessons Learnt — BLG-1{:02}: Slow\n", at));
    return history.repository.commit("Many");
}

} // namespace

TEST_CASE("base and head of the inputs win over the event") {
    const FiledHistory history;
    const auto step = run_action(history.repository.path(), "push", json::object(),
                                 {{"DOCS_LINT_BASE", "HEAD~1"}, {"DOCS_LINT_HEAD", "main"}});
    check_code(step, 1);
    CHECK(step.output("base-sha") == history.honest);
    CHECK(step.output("head-sha") == history.edited);
    check_failed(run_edit(history, {{"DOCS_LINT_BASE", "no-such-branch"}}),
                 "there is no commit no-such-branch");
    check_failed(run_edit(history, {{"DOCS_LINT_BASE", "--output=x"}}), "there is no commit --output=x");
    check_failed(run_edit(history, {{"DOCS_LINT_HEAD", "$(exit 0)"}}), "$(exit 0)");
}

TEST_CASE("the mode of the inputs wins over the event") {
    const FiledHistory history;
    const auto in_mode = [&](const std::string& mode, const Variables& more = {}) {
        Variables variables = more;
        variables["DOCS_LINT_MODE"] = mode;
        return run_edit(history, variables);
    };
    CHECK(holds(in_mode("audit").process.out, "and its whole history"));
    CHECK(holds(in_mode("worktree").process.out, "looked at: the working tree"));
    CHECK(holds(in_mode("range", {{"DOCS_LINT_BASE", history.filed}}).process.out, "on top of commit"));
    CHECK(holds(in_mode("push", {{"DOCS_LINT_BASE", history.filed}}).process.out, "in place of commit"));
    check_failed(in_mode("push"), "mode push needs the input base");
    check_failed(in_mode("everything"), "it is auto, range, push, audit or worktree");
}

TEST_CASE("fail-on decides about the exit code, and not about what is counted") {
    const FiledHistory history;
    const auto step = run_edit(history, {{"DOCS_LINT_FAIL_ON", "never"}});
    check_code(step, 0);
    CHECK(step.output("errors") == "1");
    check_failed(run_edit(history, {{"DOCS_LINT_FAIL_ON", "sometimes"}}), "--fail-on");
}

TEST_CASE("args are split as in a shell, and nothing in them is expanded") {
    const FiledHistory history;
    const ScratchFolder folder;
    CHECK(holds(run_edit(history, {{"DOCS_LINT_ARGS", "--statistics\n  --output 'concise'"}}).process.out,
                "     1  record/changed"));
    const std::string spaced = (folder.path() / "two  words.json").string();
    check_code(run_edit(history, {{"DOCS_LINT_ARGS", fmt::format("--output \"concise={}\"", spaced)}}), 1);
    CHECK(holds(read_file(spaced), "record/changed"));
    const std::string hostile = fmt::format(
        "$(touch {0}/was-run) `touch {0}/was-run` ; touch {0}/was-run & *", folder.path().string());
    check_failed(run_edit(history, {{"DOCS_LINT_ARGS", hostile}}), "is outside the repository");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "was-run"));
    check_failed(run_edit(history, {{"DOCS_LINT_ARGS", "--output 'concise"}}), "a quote in it has no end");
    check_failed(run_edit(history, {{"DOCS_LINT_ARGS", "--no-such-option"}}), "--no-such-option");
}

TEST_CASE("the configuration of another name is that of the base, too") {
    const FiledHistory history;
    const std::string loose = "classes:\n  lessons-record: {paths: [\"elsewhere/*.md\"]}\n";
    history.repository.write("own rules.yaml", "rules:\n  record/not-filed: error\n");
    const std::string base = history.repository.commit("Rules");
    history.repository.write("own rules.yaml", loose);
    history.repository.write(kFiledRecord, std::string(kFiledText) + "- More.\n");
    const std::string head = history.repository.commit("Looser rules, and an edit");
    const Variables by_it = {{"DOCS_LINT_CONFIG", "own rules.yaml"}, {"DOCS_LINT_HEAD", head}};
    auto variables = by_it;
    variables["DOCS_LINT_BASE"] = base;
    const auto step = run_edit(history, variables);
    check_code(step, 1);
    CHECK(holds(step.summary, "`record/changed`"));
    variables["DOCS_LINT_BASE"] = history.honest;
    check_failed(run_edit(history, variables), "has no file own rules.yaml");
}

TEST_CASE("at most so many annotations of a level, and one notice says how many more there are") {
    const FiledHistory history;
    const std::string head = commit_many_errors(history, 15);
    const auto with = [&](const std::string& most) {
        return run_edit(history, {{"DOCS_LINT_HEAD", head}, {"DOCS_LINT_MAX_ANNOTATIONS", most}});
    };
    const auto usual = with("10");
    INFO(shown(usual));
    CHECK(annotations(usual, "error ") == 10);
    CHECK(annotations(usual, "notice ") <= 10);
    CHECK(annotations(usual, "notice title=docs-lint::") == 1);
    CHECK(holds(usual.process.out, " more in the summary\n"));
    CHECK(annotations(with("2"), "error ") == 2);
    CHECK(annotations(with("0"), "error ") == 0);
    CHECK(annotations(with("0"), "notice ") == 1);
    for (const char* wrong : {"11", "-1", "many"}) check_failed(with(wrong), "--max-annotations");
}

TEST_CASE("report says what is left behind") {
    const FiledHistory history;
    const auto with = [&](const std::string& reports) {
        return run_edit(history, {{"DOCS_LINT_REPORT", reports}});
    };
    const auto nothing = with("");
    check_code(nothing, 1);
    CHECK(nothing.summary.empty());
    CHECK(annotations(nothing, "error ") == 0);
    CHECK(nothing.sarif.empty());
    CHECK(annotations(with("annotations"), "error ") == 1);
    CHECK(with("annotations").summary.empty());
    const auto both = with("summary,sarif");
    CHECK(holds(both.summary, "record/changed"));
    CHECK(json::parse(both.sarif).at("version") == "2.1.0");
    CHECK(json::parse(with("summary\nsarif\n").sarif).at("version") == "2.1.0");
    check_failed(with("summary, pdf"), "it may name annotations, summary, sarif and html");
    check_failed(with("*"), "it may name annotations, summary, sarif and html");
}

TEST_CASE("sarif-file asks for a SARIF file, and says where") {
    const FiledHistory history;
    const ScratchFolder folder;
    const std::string path = (folder.path() / "with blank, 'quote' & $(x).sarif").string();
    const auto step = run_edit(history, {{"DOCS_LINT_SARIF_FILE", path}});
    check_code(step, 1);
    CHECK(step.output("sarif-file") == path);
    CHECK(json::parse(step.sarif).at("runs").at(0).at("results").size() == 1);
    const auto relative = run_edit(history, {{"DOCS_LINT_SARIF_FILE", "here.sarif"}});
    CHECK(json::parse(relative.sarif).at("version") == "2.1.0");
    const auto nowhere = run_edit(history, {{"DOCS_LINT_SARIF_FILE", "/no/such/folder/x.sarif"}});
    check_failed(nowhere, "cannot write /no/such/folder/x.sarif");
    CHECK(nowhere.output("sarif-file").empty());
}

TEST_CASE("the HTML report lies in the runner's folder, and the output names it") {
    const FiledHistory history;
    const ScratchFolder temporary;
    const auto step = run_edit(
        history, {{"DOCS_LINT_REPORT", "html, annotations"}, {"RUNNER_TEMP", temporary.path().string()}});
    check_code(step, 1);
    CHECK(step.output("report-file").rfind(temporary.path().string() + "/", 0) == 0);
    CHECK(step.report.rfind("<!DOCTYPE html>", 0) == 0);
    CHECK(holds(step.report, "record/changed"));
    CHECK(holds(step.report, "</html>"));
    CHECK(run_edit(history, {}).output("report-file").empty());
}

TEST_CASE("docs-lint must be there, in the version that is asked for") {
    const FiledHistory history;
    const auto any = run_edit(history, {});
    const std::string version = any.output("version");
    CHECK_FALSE(version.empty());
    CHECK(holds(run_docs_lint({"--version"}).out, "docs-lint " + version + " "));
    CHECK(any.output("path") == DOCS_LINT_BINARY);
    check_code(run_edit(history, {{"DOCS_LINT_VERSION", version}}), 1);
    check_code(run_edit(history, {{"DOCS_LINT_VERSION", "v" + version}}), 1);
    check_failed(run_edit(history, {{"DOCS_LINT_VERSION", "999.0"}}), "docs-lint 999.0 is asked for");
    check_failed(run_edit(history, {{"PATH", "/usr/bin:/bin"}}), "docs-lint is not on the PATH");
}

TEST_CASE("install-only looks for the program and at nothing else") {
    const ScratchFolder folder; // no repository
    const Variables only = {{"DOCS_LINT_INSTALL_ONLY", "true"}};
    const auto step = run_action(folder.path(), "push", json::object(), only);
    INFO(shown(step));
    CHECK(step.process.exit_code == 0);
    CHECK(step.output("path") == DOCS_LINT_BINARY);
    CHECK_FALSE(step.output("version").empty());
    CHECK(step.summary.empty());
    auto wrong = only;
    wrong["DOCS_LINT_VERSION"] = "999.0";
    check_failed(run_action(folder.path(), "push", json::object(), wrong), "docs-lint 999.0 is asked for");
    check_failed(run_action(folder.path(), "push", json::object(), {{"DOCS_LINT_INSTALL_ONLY", "yes"}}),
                 "it is true or false");
}

TEST_CASE("a working directory with blanks and odd characters is one, and what is no clone is refused") {
    const FiledHistory history;
    const ScratchFolder folder;
    const auto odd = folder.path() / "a 'b' $(c) \"d\" *";
    history.repository.git("clone", "--quiet", history.repository.path().string(), odd.string());
    check_code(run_action(odd, "schedule", json::object()), 1);
    check_failed(run_action(folder.path(), "schedule", json::object()), "is no clone");
    check_failed(run_action(folder.path() / "nowhere", "schedule", json::object()), "is no clone");
}

TEST_CASE("a repository that a change puts into the working tree is not the one that is judged") {
    const FiledHistory history;
    const ScratchFolder folder;
    const auto planted = folder.path() / "planted";
    history.repository.git("clone", "--quiet", "--bare", history.repository.path().string(),
                           planted.string());
    history.repository.git("-C", planted.string(), "update-ref", "refs/heads/main", history.honest);
    std::filesystem::copy(planted, history.repository.path() / "docs",
                          std::filesystem::copy_options::recursive);
    history.repository.commit("A bare repository in a folder");
    check_failed(run_action(history.repository.path() / "docs", "schedule", json::object()), "is no clone");
}
