// scripts/action as the runner calls it: which commits it finds in which event, and what it does where they
// are not there.
#include "support/action_step.hpp"
#include "support/filed_history.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

using namespace docs_lint::tests;
using nlohmann::json;

namespace {

const std::string kZeros(40, '0');
const std::string kNowhere(40, '1');

json pull_request(const std::string& base, const std::string& head) {
    return {{"number", 7}, {"pull_request", {{"base", {{"sha", base}}}, {"head", {{"sha", head}}}}}};
}

json push(const std::string& before, const std::string& after) {
    return {{"before", before}, {"after", after}, {"repository", {{"default_branch", "main"}}}};
}

json merge_group(const std::string& base, const std::string& head) {
    return {{"merge_group", {{"base_sha", base}, {"head_sha", head}}}};
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string shown(const ActionStep& step) {
    return step.process.out + step.process.err + "\n--- summary\n" + step.summary;
}

void check_between(const ActionStep& step, const std::string& base, const std::string& head) {
    CHECK(step.output("base-sha") == base);
    CHECK(step.output("head-sha") == head);
}

void check_clean(const ActionStep& step, const std::string& base, const std::string& head) {
    INFO(shown(step));
    CHECK(step.process.exit_code == 0);
    CHECK(step.output("exit-code") == "0");
    CHECK(step.output("errors") == "0");
    CHECK(step.output("warnings") == "0");
    CHECK(holds(step.summary, "## docs-lint: no findings"));
    check_between(step, base, head);
}

void check_edited(const ActionStep& step, const std::string& base, const std::string& head) {
    INFO(shown(step));
    CHECK(step.process.exit_code == 1);
    CHECK(step.output("exit-code") == "1");
    CHECK(step.output("errors") == "1");
    CHECK(step.output("warnings") == "0");
    CHECK(holds(step.process.out, "\n::error file=docs/product/lessons_learnt/BLG-001-lessons.md"));
    CHECK(step.summary.rfind("## docs-lint: 1 error in 1 document\n", 0) == 0);
    CHECK(holds(step.summary, "| error | `record/changed` | 30:"));
    check_between(step, base, head);
}

void check_failed(const ActionStep& step, const std::string& part) {
    INFO(shown(step));
    CHECK(step.process.exit_code == 2);
    CHECK(step.output("exit-code") == "2");
    CHECK(holds(step.process.out, "::error title=docs-lint::could not run: "));
    CHECK(holds(step.process.out, part));
    CHECK(step.summary.rfind("## docs-lint could not run\n", 0) == 0);
}

void check_unverifiable(const ActionStep& step, const std::string& part) {
    INFO(shown(step));
    CHECK(step.process.exit_code == 3);
    CHECK(step.output("exit-code") == "3");
    CHECK(holds(step.process.out, part));
    CHECK(holds(step.summary, part));
    CHECK_FALSE(holds(step.summary, "no findings"));
}

ActionStep run(const FiledHistory& history, const std::string& event, const json& payload,
               const std::map<std::string, std::string>& variables = {}) {
    return run_action(history.repository.path(), event, payload, variables);
}

/// What actions/checkout leaves: one commit, and the rest not fetched.
void clone_shallow(const GitRepository& repository, const std::filesystem::path& target,
                   const std::string& depth) {
    repository.git("clone", "--quiet", "--depth", depth, "file://" + repository.path().string(),
                   target.string());
}

} // namespace

TEST_CASE("a pull request is checked from its base to its head") {
    const FiledHistory history;
    check_clean(run(history, "pull_request", pull_request(history.filed, history.honest)), history.filed,
                history.honest);
    for (const char* event : {"pull_request", "pull_request_target", "pull_request_review"})
        check_edited(run(history, event, pull_request(history.honest, history.edited)), history.honest,
                     history.edited);
}

TEST_CASE("a change of no governed record is a result, and the log says so") {
    const FiledHistory history;
    const auto nothing = run(history, "pull_request", pull_request(history.filed, history.honest));
    CHECK(holds(nothing.process.out, "no findings in 1 document; 0 governed records changed\n"));
    CHECK(holds(nothing.summary, "0 governed records changed"));
    const auto one = run(history, "pull_request", pull_request(history.honest, history.edited));
    CHECK_FALSE(holds(one.process.out, "0 governed records changed"));
    CHECK(holds(one.process.out, "changed: 1 governed record\n"));
}

TEST_CASE("what the base changed in the meantime is no change of the pull request") {
    const FiledHistory history;
    history.repository.branch("topic", history.filed);
    history.repository.write("other.txt", "another note\n");
    const std::string topic = history.repository.commit("Another note");
    const auto step = run(history, "pull_request", pull_request(history.edited, topic));
    check_clean(step, history.edited, topic);
    CHECK(holds(step.process.out, "0 governed records changed\n"));
}

TEST_CASE("without an event file the parents of the test merge are base and head") {
    const FiledHistory history;
    history.repository.git("switch", "--quiet", "--create", "merge", history.honest);
    history.repository.merge("main");
    check_edited(run(history, "pull_request", nullptr), history.honest, history.edited);
}

TEST_CASE("of a fork the head is in the test merge, and where that is not fetched nothing can be said") {
    const FiledHistory history;
    const ScratchFolder folder;
    const auto clone = folder.path() / "clone";
    history.repository.git("switch", "--quiet", "--create", "base", history.honest);
    history.repository.git("clone", "--quiet", "--single-branch", "--branch", "base",
                           "file://" + history.repository.path().string(), clone.string());
    const auto payload = pull_request(history.honest, history.edited);
    check_unverifiable(run_action(clone, "pull_request_target", payload),
                       "git fetch origin refs/pull/7/head");
    history.repository.git("-C", clone.string(), "fetch", "--quiet", "origin", "main");
    check_edited(run_action(clone, "pull_request_target", payload), history.honest, history.edited);
}

TEST_CASE("a pull request without a known base is no pass") {
    const FiledHistory history;
    check_failed(run(history, "pull_request", nullptr), "the base of the pull request is not known");
    check_failed(run(history, "pull_request", pull_request("HEAD", "main")),
                 "the base of the pull request is not known");
    check_failed(run(history, "pull_request", pull_request(history.filed, "main")),
                 "the head of the pull request is not known");
    check_unverifiable(run(history, "pull_request", pull_request(kNowhere, history.edited)),
                       "the base of the pull request, commit 1111");
}

TEST_CASE("in a shallow clone nothing can be said, and the cure is named") {
    const FiledHistory history;
    const ScratchFolder folder;
    for (const char* depth : {"1", "2"}) {
        const auto clone = folder.path() / depth;
        clone_shallow(history.repository, clone, depth);
        check_unverifiable(run_action(clone, "pull_request", pull_request(history.filed, history.edited)),
                           "fetch-depth: 0");
        check_unverifiable(run_action(clone, "push", push(history.filed, history.edited)), "fetch-depth: 0");
    }
    const auto clone = folder.path() / "1";
    check_unverifiable(run_action(clone, "pull_request", nullptr), "fetch-depth: 0");
    check_unverifiable(run_action(clone, "schedule", json::object()), "fetch-depth: 0");
}

TEST_CASE("a push is checked from what was there to what is there") {
    const FiledHistory history;
    check_clean(run(history, "push", push(history.filed, history.honest)), history.filed, history.honest);
    check_edited(run(history, "push", push(history.honest, history.edited)), history.honest, history.edited);
}

TEST_CASE("a push of a new branch is held against the default branch, and audited where that is not known") {
    const FiledHistory history;
    const auto new_branch = [&](const std::string& head) { return run(history, "push", push(kZeros, head)); };
    check_edited(new_branch(history.edited), "", history.edited);
    history.repository.git("update-ref", "refs/remotes/origin/main", history.honest);
    check_edited(new_branch(history.edited), history.honest, history.edited);
    history.repository.git("update-ref", "refs/remotes/origin/main", history.edited);
    check_edited(new_branch(history.edited), "", history.edited);
}

TEST_CASE("a forced push that leaves a filed record behind is found, for nothing will merge the two") {
    const FiledHistory history;
    history.repository.git("checkout", "--quiet", "--orphan", "rewritten");
    history.repository.git("rm", "--quiet", "--force", "-r", ".");
    history.repository.write("notes.txt", "a fresh start\n");
    const std::string rewritten = history.repository.commit("Begin anew");
    const ActionStep step = run(history, "push", push(history.honest, rewritten));
    INFO(shown(step));
    CHECK(step.process.exit_code == 1);
    CHECK(holds(step.summary, "| error | `record/deleted` |"));
    check_between(step, history.honest, rewritten);
}

TEST_CASE("a forced push whose old commit is not fetched is no pass, and the cure is named") {
    const FiledHistory history;
    history.repository.git("update-ref", "refs/remotes/origin/main", history.honest);
    check_unverifiable(run(history, "push", push(kNowhere, history.honest)), "git fetch origin 1111");
}

TEST_CASE("a deleted ref is nothing to check, and an unknown push is no pass") {
    const FiledHistory history;
    const ActionStep step = run(history, "push", push(history.edited, kZeros));
    INFO(shown(step));
    CHECK(step.process.exit_code == 0);
    CHECK(step.output("exit-code") == "0");
    CHECK(holds(step.summary, "a ref was deleted"));
    check_failed(run(history, "push", nullptr), "what was pushed is not known");
    check_failed(run(history, "push", json::object()), "what was pushed is not known");
}

TEST_CASE("a merge group is checked from its base to its head") {
    const FiledHistory history;
    check_clean(run(history, "merge_group", merge_group(history.filed, history.honest)), history.filed,
                history.honest);
    check_edited(run(history, "merge_group", merge_group(history.honest, history.edited)), history.honest,
                 history.edited);
    check_failed(run(history, "merge_group", json::object()), "the base of the merge group is not known");
    check_unverifiable(run(history, "merge_group", merge_group(history.filed, kNowhere)),
                       "the head of the merge group");
}

TEST_CASE("any other event audits what is checked out") {
    const FiledHistory history;
    for (const char* event : {"schedule", "workflow_dispatch", "release"})
        check_edited(run(history, event, json::object()), "", history.edited);
    check_edited(run(history, "workflow_dispatch", nullptr), "", history.edited);
}

TEST_CASE("an event that cannot be read is no pass, and its text is never a command") {
    const FiledHistory history;
    const ScratchFolder folder;
    write_file(folder.path() / "broken.json", "{");
    check_failed(run(history, "pull_request", json::object(),
                     {{"GITHUB_EVENT_PATH", (folder.path() / "broken.json").string()}}),
                 "the event file cannot be read");
    const std::string hostile = "$(touch " + (folder.path() / "was-run").string() + ")`x`\n::error::x";
    json payload = push(kZeros, history.edited);
    payload["repository"]["default_branch"] = hostile;
    check_edited(run(history, "push", payload), "", history.edited);
    check_failed(run(history, "pull_request", pull_request(hostile, hostile)), "is not known");
    check_failed(run(history, "pull_request", pull_request(history.filed + "\n" + hostile, hostile)),
                 "is not known");
    for (const json& odd : {json("x"), json(7), json::array(), json(nullptr)}) {
        check_failed(run(history, "pull_request", {{"pull_request", odd}}), "is not known");
        check_failed(run(history, "push", {{"before", odd}, {"after", odd}}), "is not known");
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "was-run"));
}

TEST_CASE("a change is judged by the rules of its base") {
    const FiledHistory history;
    history.repository.write(".docs-lint.yaml",
                             "classes:\n  lessons-record: {paths: [\"elsewhere/*.md\"]}\n");
    const std::string loosened = history.repository.commit("Other rules");
    const ActionStep step = run(history, "pull_request", pull_request(history.honest, loosened));
    INFO(shown(step));
    CHECK(step.process.exit_code == 1);
    CHECK(holds(step.summary, "`record/changed`"));
    CHECK(holds(step.summary, "`tool/policy-changed`"));
}
