// `docs-lint init` on made-up repositories: what it writes lets sound documents pass and shows what was
// planted.
#include "support/checked.hpp"
#include "support/git_repository.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

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
        for (const auto& [name, shape] : shapes()) {
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
