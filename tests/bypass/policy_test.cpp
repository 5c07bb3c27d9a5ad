#include "support/checked.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <map>
#include <string>

// Attempts to loosen the rules in the change that breaks them. The rules of the base count.

using namespace docs_lint::tests;

namespace {

constexpr const char* kConfiguration = ".docs-lint.yaml";

void edit_record(const GitRepository& repository) {
    repository.write(kRecord, replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
}

void refused(const Checked& checked, const std::string& rule, const std::string& path = kRecord) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has(rule, path));
}

/// Configuration and edit come in one pull request.
Checked with_configuration(const TidyRepository& repository, const std::string& text) {
    repository.write(kConfiguration, text);
    edit_record(repository);
    const std::string head = repository.commit("Loosen");
    return check_range(repository.path(), repository.commits().filed, head);
}

} // namespace

TEST_CASE("rule disabled in the same change") {
    const TidyRepository repository;
    const Checked checked = with_configuration(repository, "extends: pmo\nrules:\n  record/changed: off\n");
    refused(checked, "record/changed");
    CHECK(checked.has("tool/policy-changed", kConfiguration));
}

TEST_CASE("rule disabled one commit earlier in the same pull request") {
    const TidyRepository repository;
    repository.write(kConfiguration, "extends: pmo\nrules:\n  record/changed: off\n");
    repository.commit("Loosen");
    edit_record(repository);
    const std::string head = repository.commit("Edit");
    refused(check_range(repository.path(), repository.commits().filed, head), "record/changed");
}

TEST_CASE("a rule of the guarantees cannot be switched off at all") {
    const TidyRepository repository;
    repository.write(kConfiguration, "extends: pmo\nrules:\n  record/changed: off\n");
    const std::string base = repository.commit("Loosen");
    edit_record(repository);
    const std::string head = repository.commit("Edit");
    const Checked checked = check_range(repository.path(), base, head);
    INFO(checked.summary());
    CHECK(checked.exit_code != 0);
}

TEST_CASE("a rule of the guarantees cannot be made milder than it is") {
    for (const std::string severity : {"warning", "information"}) {
        CAPTURE(severity);
        const TidyRepository repository;
        repository.write(kConfiguration, "extends: pmo\nrules:\n  record/changed: " + severity + "\n");
        const std::string base = repository.commit("Loosen");
        edit_record(repository);
        const Checked checked = check_range(repository.path(), base, repository.commit("Edit"));
        INFO(checked.summary());
        CHECK(checked.exit_code == 2);
        CHECK(checked.err.find("the rule \"record/changed\" cannot be made milder than \"error\"") !=
              std::string::npos);
    }
}

TEST_CASE("control: rules at their own severity, above it, and milder ones that guard nothing") {
    const TidyRepository repository;
    repository.write(kConfiguration, "extends: pmo\nrules:\n"
                                     "  record/changed: error\n"
                                     "  record/moved: error\n"
                                     "  authority/signoff: warning\n"
                                     "  header/missing: information\n");
    const std::string base = repository.commit("Configure");
    edit_record(repository);
    const std::string head = repository.commit("Edit");
    const Checked checked = check_range(repository.path(), base, head);
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("record/changed", kRecord));
}

TEST_CASE("the folder taken out of the policy in the same change") {
    const TidyRepository repository;
    refused(
        with_configuration(
            repository, "extends: pmo\nclasses:\n  note:\n    title: Note\n    paths: [docs/product/**]\n"),
        "record/changed");
}

TEST_CASE("a broken configuration in the head does not stop the judgement by the base") {
    const TidyRepository repository;
    for (const std::string text : {"rules: [", "a: &a [*a]\n", "\xff", "unknown: true\n"}) {
        CAPTURE(text);
        const TidyRepository fresh;
        const Checked checked = with_configuration(fresh, text);
        INFO(checked.summary());
        CHECK(checked.exit_code != 0);
        CHECK((checked.has("record/changed", kRecord) || !checked.err.empty()));
    }
}

TEST_CASE("unknown key, a typo, a merge key, aliases: no rules in the tree, the base's for a change") {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 10; ++level) {
        const std::string below = "*a" + std::to_string(level - 1);
        bomb += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + below;
        for (int time = 0; time < 9; ++time) bomb += ", " + below;
        bomb += "]\n";
    }
    for (const std::string& text :
         {std::string("rulez:\n  record/changed: off\n"), std::string("rules:\n  header/missing: warnign\n"),
          std::string("rules:\n  header/missing: {enabled: flase}\n"), bomb,
          std::string("rules: &a {b: *a}\n"), std::string("rules:\n  <<: {header/missing: off}\n"),
          std::string("rules: {header/missing: \"off}\n"), std::string("!!python/object:x {}\n"),
          std::string("extends: pmo\n...\nrules: {}\n")}) {
        CAPTURE(text);
        const TidyRepository repository;
        refused(with_configuration(repository, text), "record/changed");
        const Checked checked = check_revision(repository.path());
        INFO(checked.summary());
        CHECK(checked.exit_code == 2);
        CHECK(checked.err.find(kConfiguration) != std::string::npos);
    }
}

TEST_CASE("an exclude glob added") {
    const TidyRepository repository;
    refused(with_configuration(repository, "extends: pmo\nclasses:\n  defect-phase-gate-document:\n"
                                           "    excluded-paths: ['**']\n"),
            "record/changed");
}

TEST_CASE("attributes and ignore rules of the change") {
    const TidyRepository repository;
    repository.write(".gitattributes", "*.md -diff -text filter=empty export-ignore\n");
    repository.write(".gitignore", "docs/\n*.md\n");
    repository.write(".mailmap", "PMO Lead <pmo-lead@example.org> <somebody@example.org>\n");
    edit_record(repository);
    const std::string head = repository.commit("Look away");
    refused(check_range(repository.path(), repository.commits().filed, head), "record/changed");
}

TEST_CASE("configuration as a link") {
    const TidyRepository repository;
    repository.write("loose.yaml", "extends: pmo\nrules:\n  gate/item-unknown: off\n");
    repository.link(kConfiguration, "loose.yaml");
    edit_record(repository);
    const std::string head = repository.commit("Loosen");
    refused(check_range(repository.path(), repository.commits().filed, head), "record/changed");
    const Checked checked = check_revision(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code != 0);
}

TEST_CASE("configuration outside the repository") {
    const TidyRepository repository;
    const std::filesystem::path parent = repository.path().parent_path();
    const ScratchFolder outside;
    write_file(outside.path() / kConfiguration, "extends: pmo\nrules:\n  record/not-filed: off\n");
    std::filesystem::create_directories(outside.path() / "inner");
    repository.git("clone", "--quiet", repository.path().string(),
                   (outside.path() / "inner" / "clone").string());
    write_file(outside.path() / "inner" / "clone" / kRecord,
               replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
    refused(check_worktree(outside.path() / "inner" / "clone"), "record/changed");
}

TEST_CASE("a second configuration nearer the file") {
    const TidyRepository repository;
    repository.write(std::string(kRecords) + "/.docs-lint.yaml", "rules:\n  record/changed: off\n");
    edit_record(repository);
    const std::string head = repository.commit("Loosen");
    refused(check_range(repository.path(), repository.commits().filed, head), "record/changed");
}

TEST_CASE("inline suppression around a filed edit") {
    const TidyRepository repository;
    repository.write(kRecord,
                     "<!-- docs-lint: ignore[record/changed] reason=\"a slip of the pen\" -->\n" +
                         replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
    const std::string head = repository.commit("Edit");
    refused(check_range(repository.path(), repository.commits().filed, head), "record/changed");
}

TEST_CASE("a suppression of the configuration added with the edit") {
    const TidyRepository repository;
    refused(with_configuration(repository, "extends: pmo\nsuppressions:\n  - rules: [record/changed]\n    "
                                           "paths: ['**']\n    reason: none\n"),
            "record/changed");
}

TEST_CASE("environment variables in CI mode") {
    const TidyRepository repository;
    edit_record(repository);
    const std::string head = repository.commit("Edit");
    for (const auto& [name, value] :
         std::map<std::string, std::string>{{"DOCS_LINT_CONFIG", "/dev/null"},
                                            {"DOCS_LINT_FAIL_ON", "never"},
                                            {"DOCS_LINT_RULES", "none"},
                                            {"SKIP", "docs-lint"},
                                            {"PRE_COMMIT_FROM_REF", head},
                                            {"GIT_DIR", "/nonexistent"},
                                            {"GIT_INDEX_FILE", "/nonexistent"},
                                            {"GIT_OBJECT_DIRECTORY", "/nonexistent"},
                                            {"GIT_NAMESPACE", "other"},
                                            {"GIT_CEILING_DIRECTORIES", "/"}}) {
        CAPTURE(name);
        ProcessOptions options;
        options.environment = {{"CI", "true"}, {name, value}};
        const Checked checked = check_in(
            repository.path(), {"check", "--range", repository.commits().filed + ".." + head}, options);
        refused(checked, "record/changed");
    }
}

TEST_CASE("the pack's classes cannot be escaped by a front matter or a class field") {
    const TidyRepository repository;
    DefectRecord record = repository.filed();
    record.item("FS.1").owner.clear();
    const std::string path = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    repository.write(path, "---\nclass: note\ntemplate: true\ndocs-lint: off\n---\n\n" + record.text());
    refused(check_worktree(repository.path()), "gate/owner-unconfirmed", path);
    repository.write(path, "<!-- docs-lint: disable -->\n<!-- docs-lint-disable -->\n" + record.text());
    refused(check_worktree(repository.path()), "gate/owner-unconfirmed", path);
}
