// `docs-lint init` on made-up repositories: what it writes lets sound documents pass and shows what was
// planted.
#include "support/checked.hpp"
#include "support/git_repository.hpp"
#include "support/later_record.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;
using Shape = std::function<std::string(const Fields&)>;

std::string as_lines(const Fields& fields, const std::string& begin, const std::string& between,
                     const std::string& end) {
    std::string text = "# A document\n\n";
    for (const auto& [key, value] : fields) text += begin + key + between + value + end;
    return text + "\n## What happened\n\nText.\n";
}

std::string as_table(const Fields& fields) {
    std::string text = "# A document\n\n| Field | Value |\n|---|---|\n";
    for (const auto& [key, value] : fields) text += "| " + key + " | " + value + " |\n";
    return text + "\nText.\n";
}

std::string as_front_matter(const Fields& fields) {
    std::string text = "---\n";
    for (const auto& [key, value] : fields) text += key + ": " + value + "\n";
    return text + "---\n\n# A document\n\nText.\n";
}

const std::vector<std::pair<std::string, Shape>>& shapes() {
    static const std::vector<std::pair<std::string, Shape>> all = {
        {"bold", [](const Fields& fields) { return as_lines(fields, "**", ":** ", "  \n"); }},
        {"plain", [](const Fields& fields) { return as_lines(fields, "", ": ", "\n"); }},
        {"list", [](const Fields& fields) { return as_lines(fields, "- **", ":** ", "\n"); }},
        {"table", as_table},
        {"front matter", as_front_matter},
    };
    return all;
}

/// How a team calls things.
struct Team {
    std::string folder, owner, status, opened;
    std::vector<std::string> roles, statuses;
};

const std::vector<Team>& teams() {
    static const std::vector<Team> all = {
        {"documents/incidents",
         "Owner",
         "Status",
         "Opened",
         {"QA Lead", "Head of Sales"},
         {"Open", "Resolved"}},
        {"dokumente/vorfälle",
         "Verantwortlich",
         "Zustand",
         "Eröffnet",
         {"Qualitätsleitung"},
         {"Offen", "Erledigt"}},
        {"handbook/records & logs",
         "Responsible",
         "State",
         "Date filed",
         {"Product Owner"},
         {"Active", "Filed"}},
        {"decisions",
         "Owner",
         "Status",
         "Date",
         {"Architecture Board"},
         {"Proposed", "Accepted", "Superseded"}},
        {"docs/product/decisions",
         "Owner",
         "Status",
         "Last Updated",
         {"Product Owner"},
         {"Active", "Superseded"}},
    };
    return all;
}

Fields fields_of(const Team& team, std::size_t number) {
    Fields fields = {{team.owner, team.roles[number % team.roles.size()]},
                     {team.status, team.statuses[number % team.statuses.size()]},
                     {team.opened, "2026-01-0" + std::to_string(1 + number % 9)}};
    if (team.folder.rfind("docs/product", 0) == 0) fields.insert(fields.begin() + 1, {"Class", "4"});
    return fields;
}

std::string path_of(const Team& team, std::size_t number) {
    return team.folder + "/REC-0" + std::to_string(number + 10) + "-paper.md";
}

/// What the pack asks a document of class 4 to say.
std::string notices_of(const Team& team, std::size_t number) {
    if (team.folder.rfind("docs/product", 0) != 0) return {};
    const bool superseded = team.statuses[number % team.statuses.size()] == "Superseded";
    return std::string("\nIts detail is indicative.\n") +
           (superseded ? "\nIt was superseded by a later paper.\n" : "");
}

void fill(const GitRepository& repository, const Team& team, const Shape& shape) {
    for (std::size_t number = 0; number < 12; ++number)
        repository.write(path_of(team, number), shape(fields_of(team, number)) + notices_of(team, number));
    repository.write("README.md", "# About\n\nText.\n");
}

ProcessResult init_in(const fs::path& folder, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"-C", folder.string(), "init"});
    return run_docs_lint(arguments);
}

void sound(const GitRepository& repository) {
    const Checked checked = check_in(repository.path(), {"check", "--fail-on", "warning"});
    INFO(checked.summary());
    INFO(repository.read(".docs-lint.yaml"));
    CHECK(checked.exit_code == 0);
    CHECK(checked.findings.empty());
}

} // namespace

TEST_CASE("under what init writes, sound documents pass and each planted contradiction shows") {
    for (const Team& team : teams())
        for (const auto& named : shapes()) {
            const auto& name = named.first;
            const auto& shape = named.second;
            CAPTURE(team.folder);
            CAPTURE(name);
            const GitRepository repository;
            fill(repository, team, shape);
            const ProcessResult result = init_in(repository.path());
            INFO(result.err);
            INFO(result.out);
            REQUIRE(result.exit_code == 0);
            CHECK(result.out.find("12 documents pass, no findings") != std::string::npos);
            sound(repository);

            Fields without_owner = fields_of(team, 3);
            without_owner.erase(without_owner.begin());
            repository.write(path_of(team, 3), shape(without_owner));
            Fields slip = fields_of(team, 4);
            for (auto& [key, value] : slip)
                if (key == team.status) value.erase(2, 1);
            repository.write(path_of(team, 4), shape(slip));
            repository.write(path_of(team, 5), "# A document\n\nNo header at all.\n");
            REQUIRE(init_in(repository.path(), {"--force"}).exit_code == 0);
            const Checked checked = check_worktree(repository.path());
            INFO(checked.summary());
            INFO(repository.read(".docs-lint.yaml"));
            CHECK(checked.exit_code == 1);
            CHECK(checked.has("header/field-missing", path_of(team, 3)));
            CHECK(checked.has("header/status-invalid", path_of(team, 4)));
            CHECK(checked.has("header/missing", path_of(team, 5)));
            CHECK(checked.of_severity("error").size() == 3);
        }
}

TEST_CASE("a filed state that was found protects") {
    const Team team = teams()[2];
    const GitRepository repository;
    fill(repository, team, shapes()[0].second);
    REQUIRE(init_in(repository.path()).exit_code == 0);
    repository.commit("Begin");
    repository.write(path_of(team, 1), repository.read(path_of(team, 1)) + "More.\n");
    CHECK(check_worktree(repository.path()).has("record/changed", path_of(team, 1)));
    repository.git("checkout", "--quiet", ".");
    sound(repository);
}

TEST_CASE("a date that only filed documents give is their filing date") {
    const Team& team = teams()[2];
    const Shape& shape = shapes()[0].second;
    const GitRepository repository;
    for (std::size_t number = 0; number < 12; ++number) {
        Fields fields = fields_of(team, number);
        if (number % 2 == 0) fields.pop_back();
        repository.write(path_of(team, number), shape(fields));
    }
    REQUIRE(init_in(repository.path()).exit_code == 0);
    sound(repository);
    repository.write(path_of(team, 4), shape(fields_of(team, 4)));
    REQUIRE(init_in(repository.path(), {"--force"}).exit_code == 0);
    INFO(repository.read(".docs-lint.yaml"));
    CHECK(check_worktree(repository.path()).has("header/contradiction", path_of(team, 4)));
}

TEST_CASE("gate records outside the folders of the pack are found, with their process") {
    const TidyRepository tidy;
    const GitRepository repository;
    for (const char* number : {"104", "105", "106"})
        repository.write("handbook/gates/defect-" + std::string(number) + ".md", tidy.active().text());
    const ProcessResult result = init_in(repository.path());
    REQUIRE(result.exit_code == 0);
    const std::string yaml = repository.read(".docs-lint.yaml");
    CAPTURE(yaml);
    CHECK(yaml.find("records-gates: true") != std::string::npos);
    CHECK(yaml.find("process: defect-run") != std::string::npos);
    DefectRecord record = tidy.active();
    record.item("FS.1").owner.clear();
    repository.write("handbook/gates/defect-105.md", record.text());
    CHECK(check_worktree(repository.path()).has("gate/owner-unconfirmed", "handbook/gates/defect-105.md"));
}

TEST_CASE("what the pack covers gets a comment and no class") {
    const TidyRepository repository;
    const ProcessResult result = init_in(repository.path());
    REQUIRE(result.exit_code == 0);
    const std::string yaml = repository.read(".docs-lint.yaml");
    CAPTURE(yaml);
    CHECK(yaml.find("# - canonical-specification: ") != std::string::npos);
    CHECK(yaml.find("\nclasses:") == std::string::npos);
    sound(repository);
}

TEST_CASE("decision records in the form of their pack are judged by it") {
    const GitRepository repository;
    for (const std::string number : {"0001", "0002", "0003"})
        repository.write(
            "docs/decisions/" + number + "-a-choice.md",
            "---\nstatus: accepted\ndate: 2026-01-05\n---\n\n# A choice\n\n"
            "## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n* One\n* Two\n\n"
            "## Decision Outcome\n\nOne.\n");
    repository.write("docs/decisions/README.md", "# Decisions\n");
    const ProcessResult result = init_in(repository.path());
    INFO(result.out);
    REQUIRE(result.exit_code == 0);
    const std::string yaml = repository.read(".docs-lint.yaml");
    CAPTURE(yaml);
    CHECK(yaml.find("\nextends: [pmo, adr]\n") != std::string::npos);
    CHECK(yaml.find("\nclasses:") == std::string::npos);
    CHECK(result.out.find("3 documents pass, no findings") != std::string::npos);
    repository.write("docs/decisions/0002-a-choice.md", "---\nstatus: perhaps\n---\n\n# A choice\n");
    CHECK(check_worktree(repository.path()).has("adr/status-unknown", "docs/decisions/0002-a-choice.md"));
}

TEST_CASE("init writes once, and over nothing that it did not make itself") {
    const GitRepository repository;
    fill(repository, teams()[0], shapes()[0].second);
    const ProcessResult shown = init_in(repository.path(), {"--stdout"});
    CHECK(shown.exit_code == 0);
    CHECK_FALSE(fs::exists(repository.path() / ".docs-lint.yaml"));
    REQUIRE(init_in(repository.path()).exit_code == 0);
    CHECK(repository.read(".docs-lint.yaml") == shown.out);
    repository.write(".docs-lint.yaml", "extends: pmo\n");
    const ProcessResult again = init_in(repository.path());
    CHECK(again.exit_code == 2);
    CHECK(again.err.find("is already there") != std::string::npos);
    CHECK(repository.read(".docs-lint.yaml") == "extends: pmo\n");
    REQUIRE(init_in(repository.path(), {"--force"}).exit_code == 0);
    CHECK(repository.read(".docs-lint.yaml") == shown.out);
    CHECK(init_in(repository.path(), {"--force", "--stdout"}).exit_code == 2);
}

TEST_CASE("init writes through no link and into no folder") {
    const GitRepository repository;
    const ScratchFolder other;
    fill(repository, teams()[0], shapes()[0].second);
    repository.link(".docs-lint.yaml", (other.path() / "elsewhere").string());
    CHECK(init_in(repository.path()).exit_code == 2);
    CHECK(init_in(repository.path(), {"--force"}).exit_code == 2);
    CHECK_FALSE(fs::exists(other.path() / "elsewhere"));
    repository.remove(".docs-lint.yaml");
    fs::create_directories(repository.path() / ".docs-lint.yaml");
    CHECK(init_in(repository.path(), {"--force"}).exit_code == 2);
}

TEST_CASE("init without a repository, in an empty one, and in a bare one") {
    const ScratchFolder folder;
    for (std::size_t number = 0; number < 3; ++number)
        write_file(folder.path() / path_of(teams()[0], number),
                   shapes()[0].second(fields_of(teams()[0], number)));
    CHECK(init_in(folder.path()).exit_code == 0);
    CHECK(fs::exists(folder.path() / ".docs-lint.yaml"));
    const GitRepository empty;
    CHECK(init_in(empty.path()).exit_code == 0);
    CHECK(empty.read(".docs-lint.yaml").find("extends: pmo\n") != std::string::npos);
    const GitRepository bare({"--bare"});
    CHECK(init_in(bare.path()).exit_code == 2);
}

TEST_CASE("from a folder below the root, init writes at the root") {
    const GitRepository repository;
    fill(repository, teams()[0], shapes()[0].second);
    CHECK(init_in(repository.path() / "documents").exit_code == 0);
    CHECK(fs::exists(repository.path() / ".docs-lint.yaml"));
}

TEST_CASE("for documents where the pack expects them, init changes no verdict") {
    const fs::path records = fs::path(DOCS_LINT_SOURCE_DIR) / "fixtures" / "records";
    std::size_t trees = 0;
    for (const auto& tree : fs::directory_iterator(records)) {
        CAPTURE(tree.path().filename().string());
        const ScratchFolder folder;
        fs::copy(tree.path(), folder.path(), fs::copy_options::recursive);
        const auto before = check_worktree(folder.path()).of_severity("error");
        REQUIRE(init_in(folder.path()).exit_code == 0);
        const Checked after = check_worktree(folder.path());
        INFO(read_file(folder.path() / ".docs-lint.yaml"));
        CHECK(after.of_severity("error") == before);
        ++trees;
    }
    CHECK(trees > 10);
}

namespace {

constexpr const char* kTemplate = "docs/processes/defect_run.md";
constexpr const char* kOtherTemplate = "docs/processes/other_run.md";
constexpr const char* kDeployed =
    "Deployed to staging from branch main; src/metrics/rounding.py matches the commit line by line; said in "
    "writing by the operator on 2026-03-03T09:30:00Z";

std::string template_text(const std::string& name) {
    return read_file(fs::path(DOCS_LINT_SOURCE_DIR) / "fixtures" / "templates" / name);
}

/// The template of the built-in process that asks for one item more, so that it shows who judges.
std::string template_with_more() {
    return replaced(
        template_text("defect_run.md"), "---\n\n## STATE: ROOT_CAUSE",
        "**Gate T.5 — Users informed**\n\n- Evidence: {written notice}\n- Owner confirmation: [Yes/No] "
        "— {Product Owner}, {date}\n- PMO validation: [Pass/Fail] — PMO Lead, {date}\n\n---\n\n## "
        "STATE: ROOT_CAUSE");
}

DefectRecord with_more(DefectRecord record) {
    record.items.push_back({"T.5", "Users informed", "The support team told both users in ticket 5512",
                            "Yes — Product Owner, 2026-02-03", "Pass — PMO Lead, 2026-02-03"});
    return record;
}

constexpr const char* kActive = "docs/product/phase_gates/defect-105-sums-phase-gate.md";

/// The tidy repository, whose filed record makes way for an active one with an item more.
void fill_with_more(const TidyRepository& repository) {
    repository.remove(kRecord);
    repository.write(kActive, with_more(repository.active()).text());
    repository.commit("Begin anew", "2026-02-20T09:00:00Z");
}

std::string init_and_read(const GitRepository& repository) {
    const ProcessResult result = init_in(repository.path(), {"--force"});
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return repository.read(".docs-lint.yaml");
}

/// The record is younger than the fix that it cites, which is all that may be said of these repositories.
void passes(const GitRepository& repository) {
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
    for (const Found& found : checked.findings) CHECK(found.rule == "gate/work-before-gate");
}

bool is_in_force(const std::string& yaml, const std::string& path) {
    return yaml.find("\n    process: {from: " + path) != std::string::npos;
}

} // namespace

TEST_CASE("the template of a team judges the records of a class of the pack") {
    const TidyRepository repository;
    fill_with_more(repository);
    CHECK_FALSE(is_in_force(init_and_read(repository), kTemplate));
    repository.write(kTemplate, template_with_more());
    const std::string yaml = init_and_read(repository);
    CAPTURE(yaml);
    CHECK(yaml.find("\n  defect-phase-gate-document:\n") != std::string::npos);
    CHECK(is_in_force(yaml, kTemplate));
    passes(repository);
    repository.write(kActive, repository.active().text());
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    REQUIRE(checked.has("gate/item-missing", kActive));
    CHECK(checked.find("gate/item-missing", kActive)->message.find("T.5") != std::string::npos);
    CHECK(is_in_force(init_and_read(repository), kTemplate));
}

TEST_CASE("a template is taken before the first record, too, where it is like the process of the pack") {
    const GitRepository repository;
    repository.write(kTemplate, template_text("defect_run.md"));
    CHECK(is_in_force(init_and_read(repository), kTemplate));
    repository.write(kTemplate, replaced(template_with_more(), "**Version:** 1.0\n", ""));
    CHECK_FALSE(is_in_force(init_and_read(repository), kTemplate));
}

TEST_CASE(
    "a later version of the template, with states of its own, judges records outside of the pack's folders") {
    const std::string path = "handbook/gates/defect-203.md";
    const TidyRepository repository;
    repository.write(kTemplate, template_text("defect_run_v1.1.md"));
    for (const std::string number : {"201", "202", "203"})
        repository.write(
            "handbook/gates/defect-" + number + ".md",
            replaced(later_record(repository.commits(), kDeployed), "Defect 203", "Defect " + number));
    repository.commit("Other gates", "2026-03-04T09:00:00Z");
    const std::string yaml = init_and_read(repository);
    CAPTURE(yaml);
    CHECK(yaml.find("process: {from: docs/processes/defect_run.md, like: defect-run}") != std::string::npos);
    CHECK(yaml.find("process-version-fields: [Charter authority]") != std::string::npos);
    passes(repository);
    repository.write(path, later_record(repository.commits(), "Deployed to staging by the operator"));
    CHECK(check_worktree(repository.path()).has("gate/evidence-kind", path));
    repository.write(path, replaced(later_record(repository.commits(), kDeployed), "state:** Fix In Progress",
                                    "state:** IMPLEMENTATION"));
    CHECK(check_worktree(repository.path()).has("state/unknown", path));
}

TEST_CASE("a template that leaves something open is a comment with its questions, and an answer puts it into "
          "force") {
    const TidyRepository repository;
    fill_with_more(repository);
    repository.write(kTemplate,
                     replaced(template_with_more(), "Max time in ROOT_CAUSE", "Max time in CAUSE"));
    std::string yaml = init_and_read(repository);
    CAPTURE(yaml);
    CHECK_FALSE(is_in_force(yaml, kTemplate));
    const ProcessResult shown =
        run_docs_lint({"-C", repository.path().string(), "process", "show", kTemplate});
    const std::string question = "docs/processes/defect_run.md:43:";
    CHECK(shown.err.find(question) != std::string::npos);
    CHECK(yaml.find("# - " + question) != std::string::npos);
    CHECK(yaml.find("longest-stay") != std::string::npos);
    CHECK(check_worktree(repository.path()).exit_code != 2);
    const std::string entry =
        "classes:\n  defect-phase-gate-document:\n    process:\n      from: " + std::string(kTemplate) + "\n";
    CHECK(yaml.find("#     classes:\n#       defect-phase-gate-document:\n#         process: {from: ") !=
          std::string::npos);
    const std::size_t classes = yaml.find("\nclasses:\n");
    REQUIRE(classes != std::string::npos);
    repository.write(
        ".docs-lint.yaml",
        yaml.replace(classes + 1, std::string("classes:\n").size(),
                     entry + "      severities:\n        Critical: {longest-stay: {ROOT_CAUSE: 4h}}\n"
                             "        High: {longest-stay: {ROOT_CAUSE: 2d}}\n"
                             "        Medium: {longest-stay: {ROOT_CAUSE: 3d}}\n"
                             "        Low: {longest-stay: {ROOT_CAUSE: 1w}}\n"));
    passes(repository);
    repository.write(kActive, repository.active().text());
    CHECK(check_worktree(repository.path()).has("gate/item-missing", kActive));
}

TEST_CASE("of two templates each class takes its own") {
    const TidyRepository repository;
    fill_with_more(repository);
    repository.write(kTemplate, template_with_more());
    repository.write(kOtherTemplate,
                     replaced(template_text("defect_run_v1.1.md"), "# Defect run", "# Other run"));
    for (const std::string number : {"201", "202", "203"})
        repository.write("handbook/gates/defect-" + number + ".md",
                         replaced(later_record(repository.commits(), kDeployed),
                                  "Charter authority:** Defect run", "Charter authority:** Other run"));
    repository.commit("Other gates", "2026-03-04T09:00:00Z");
    const std::string yaml = init_and_read(repository);
    CAPTURE(yaml);
    CHECK(is_in_force(yaml, kTemplate));
    CHECK(is_in_force(yaml, kOtherTemplate));
    passes(repository);
}

TEST_CASE("where two templates fit alike, both are comments") {
    const TidyRepository repository;
    fill_with_more(repository);
    repository.write(kTemplate, template_with_more());
    repository.write(kOtherTemplate, template_with_more());
    const std::string yaml = init_and_read(repository);
    CAPTURE(yaml);
    for (const std::string path : {kTemplate, kOtherTemplate}) {
        CHECK_FALSE(is_in_force(yaml, path));
        CHECK(yaml.find("#         process: {from: " + path + "}") != std::string::npos);
    }
    CHECK(yaml.find("keep the entry that is meant") != std::string::npos);
    CHECK(check_worktree(repository.path()).exit_code != 2);
}

TEST_CASE("where there is more than can be mended at once, init names the baseline") {
    const GitRepository repository;
    const auto names_it = [&repository](int documents) {
        for (int at = 0; at < documents; ++at)
            repository.write("docs/specs/s" + std::to_string(at) + ".md", "# A document\n\nText.\n");
        return init_in(repository.path(), {"--force"}).out.find("docs-lint baseline") != std::string::npos;
    };
    CHECK_FALSE(names_it(3));
    CHECK(names_it(25));
}
