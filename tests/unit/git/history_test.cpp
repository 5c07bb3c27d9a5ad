#include "support/history.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::tests;

TEST_CASE("a folder of steps becomes a history") {
    const GitRepository repository;
    const auto commits = load_history(repository, history_fixture("report-and-merge"));
    REQUIRE(commits.size() == 5);
    const std::string report = commits.at("01-report");
    CHECK(repository.git("log", "-1", "--format=%s", report) == "01-report");
    CHECK(repository.git("log", "-1", "--format=%s|%an|%aI", commits.at("02-fix")) ==
          "Feed the printer|Tech Lead|2026-03-02T08:30:00+00:00");
    CHECK(repository.git("log", "-1", "--format=%b", commits.at("02-fix")) ==
          "Follows " + report.substr(0, 10) + ".\n");
    CHECK(repository.git("show", commits.at("02-fix") + ":docs/report.md") ==
          "# Report\n\nThe printer has paper again; first seen in " + report + ".");
    CHECK(repository.git("log", "-1", "--format=%P", commits.at("03-note")) == report);
    CHECK(repository.git("log", "-1", "--format=%P", commits.at("04-merge")) ==
          commits.at("02-fix") + " " + commits.at("03-note"));
    CHECK(repository.git("ls-tree", "-r", "--name-only", "HEAD") == "docs/closed/report.md");
    CHECK(repository.git("branch", "--show-current") == "topic");
}

TEST_CASE("the same folder gives the same ids") {
    const GitRepository one;
    const GitRepository other;
    CHECK(load_history(one, history_fixture("report-and-merge")) ==
          load_history(other, history_fixture("report-and-merge")));
}

TEST_CASE("a step that makes no sense is refused") {
    const GitRepository repository;
    const ScratchFolder folder;
    write_file(folder.path() / "01-first/a.md", "text\n");
    SUBCASE("an unknown head line") {
        write_file(folder.path() / "02/commit.txt", "colour: red\n");
    }
    SUBCASE("a later commit") {
        write_file(folder.path() / "02/a.md", "@commit{03-third}");
    }
    SUBCASE("an unsettled conflict") {
        write_file(folder.path() / "02/commit.txt", "branch: topic\n");
        write_file(folder.path() / "02/a.md", "topic\n");
        write_file(folder.path() / "03/commit.txt", "branch: main\n");
        write_file(folder.path() / "03/a.md", "main\n");
        write_file(folder.path() / "04/commit.txt", "merge: topic\n");
    }
    CHECK_THROWS(load_history(repository, folder.path()));
}
