#include "support/git_repository.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint::tests;

namespace {

std::string fixture(const std::string& name) {
    return read_file(std::string(DOCS_LINT_SOURCE_DIR) + "/fixtures/templates/" + name);
}

/// A repository whose defect records follow the template `processes/run.md`, first 1.0 and then 1.1.
class WithTemplate : public GitRepository {
public:
    WithTemplate() {
        write(".docs-lint.yaml",
              "classes:\n  defect-phase-gate-document:\n    process: {from: processes/run.md}\n");
        write("processes/run.md", fixture("defect_run.md"));
        commit("First");
        write("processes/run.md", fixture("defect_run_v1.1.md"));
        commit("Second");
    }

    [[nodiscard]] ProcessResult process(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "process");
        ProcessOptions options;
        options.folder = path();
        return run_docs_lint(arguments, options);
    }
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

} // namespace

TEST_CASE("process show prints states, gates, items and times of the process in use") {
    const WithTemplate repository;
    const auto shown = repository.process({"show", "defect-run"});
    INFO(shown.out << shown.err);
    CHECK(shown.exit_code == 0);
    for (const char* part :
         {"Defect run v1.1 (defect-run)", "from processes/run.md, followed by defect-phase-gate-document",
          "Logged → Triaged", "back from Fix Validated to Fix In Progress",
          "Gate G4: Fix In Progress → Fix Validated", "G4.1  Deployment confirmed in writing",
          "confirmed by: Infrastructure & Operations Owner",
          "Critical: Logged at most 30m and Triaged at most 4h; duties at closure",
          "Spec first: if G2.2 says yes"})
        CHECK_MESSAGE(contains(shown.out, part), part);
    CHECK_FALSE(contains(shown.out, "TRIAGE"));
}

TEST_CASE("process show has the process of an earlier commit") {
    const WithTemplate repository;
    const auto shown = repository.process({"show", "--rev", "HEAD~1", "processes/run.md"});
    INFO(shown.out << shown.err);
    CHECK(shown.exit_code == 0);
    CHECK(contains(shown.out, "TRIAGE → ROOT_CAUSE → FIX_SCOPE"));
    CHECK(contains(shown.out, "v1.0"));
}

TEST_CASE("what process show prints as yaml is a configuration with the same process") {
    const WithTemplate repository;
    const auto yaml = repository.process({"show", "defect-run", "--format", "yaml"});
    CHECK(yaml.exit_code == 0);
    const GitRepository other;
    other.write(".docs-lint.yaml",
                replace_all(yaml.out, "  defect-run:", "  pasted:") +
                    "classes:\n  note:\n    title: Note\n    paths: [notes/**]\n    process: pasted\n");
    ProcessOptions options;
    options.folder = other.path();
    const auto again = run_docs_lint({"process", "show", "pasted", "--format", "yaml"}, options);
    INFO(again.err);
    CHECK(again.exit_code == 0);
    CHECK(replace_all(again.out, "  pasted:", "  defect-run:") == yaml.out);
}

TEST_CASE("process list names each process, its origin and who follows it") {
    const WithTemplate repository;
    const auto listed = repository.process({"list"});
    CHECK(listed.exit_code == 0);
    CHECK(contains(listed.out,
                   "Defect run v1.1, from processes/run.md, followed by defect-phase-gate-document"));
    CHECK(contains(listed.out,
                   "feature-run  Feature run, from the rules, followed by feature-phase-gate-document"));
    CHECK(contains(listed.out, "not in use"));
}

TEST_CASE("a template by itself can be looked at before it is used, outside any repository too") {
    const ScratchFolder scratch;
    write_file(scratch.path() / "run.md", fixture("defect_run.md"));
    ProcessOptions options;
    options.folder = scratch.path();
    const auto shown = run_docs_lint({"process", "show", "run.md"}, options);
    INFO(shown.out << shown.err);
    CHECK(contains(shown.out, "T.1  Defect confirmed against canonical spec"));
    CHECK(contains(shown.out, "(run)"));
}

TEST_CASE("what a template leaves open is named with its line and what to write") {
    const WithTemplate repository;
    repository.write("processes/run.md",
                     replace_all(fixture("defect_run_v1.1.md"), "{commit hash}", "{proof}"));
    const auto shown = repository.process({"show", "processes/run.md"});
    INFO(shown.out << shown.err);
    CHECK(shown.exit_code == 2);
    CHECK(contains(shown.out, "G4.2  Fix committed"));
    CHECK(contains(shown.err, "processes/run.md:"));
    CHECK(contains(shown.err, "no kind of evidence for item G4.2 is read from \"proof\"; write "
                              "`items: {G4.2: {evidence: [[KIND, KIND], [KIND]]}}` under `process:`"));
    repository.write(".docs-lint.yaml",
                     "classes:\n  defect-phase-gate-document:\n    process:\n      from: "
                     "processes/run.md\n      items:\n        G4.2: {evidence: [[commit]]}\n");
    CHECK(repository.process({"show", "processes/run.md"}).exit_code == 0);
}

TEST_CASE("process: wrong use is explained") {
    const WithTemplate repository;
    const auto unknown = repository.process({"show", "nothing"});
    CHECK(unknown.exit_code == 2);
    CHECK(contains(unknown.err, "no process is called `nothing`"));
    CHECK(contains(unknown.err, "defect-run"));
    CHECK(repository.process({"show", "absent.md"}).exit_code == 2);
    CHECK(repository.process({}).exit_code == 2);
    CHECK(repository.process({"show", "--format", "xml"}).exit_code == 2);
    CHECK(repository.process({"show", "--rev", "nowhere"}).exit_code == 2);
    CHECK(repository.process({"show", "--help"}).exit_code == 0);
}

TEST_CASE("a template cannot write to the terminal") {
    const WithTemplate repository;
    repository.write("processes/run.md",
                     replace_all(fixture("defect_run_v1.1.md"), "Fix committed", "Fix \x1b[31mcommitted"));
    const auto shown = repository.process({"show", "defect-run"});
    CHECK_FALSE(contains(shown.out, "\x1b"));
}
