// A disk that is full, a limit on the size of files, a repository that nobody may write to.
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kClean = 0, kFailure = 2;

ProcessResult shell(const GitRepository& repository, const fs::path& reports, const std::string& command) {
    ProcessOptions options;
    options.folder = repository.path();
    options.environment = {{"DOCS_LINT", DOCS_LINT_BINARY}, {"REPORTS", reports}};
    return run_process({"bash", "-c", command}, options);
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    return names;
}

} // namespace

TEST_CASE("a report that does not fit leaves the one before as it was, and nothing beside it") {
    const TidyRepository repository;
    const ScratchFolder reports;
    write_file(reports.path() / "report.html", "the one before\n");
    // Blocks of 1024 bytes; what goes past them is refused as on a full disk.
    const auto result =
        shell(repository, reports.path(),
              "trap '' XFSZ; ulimit -f 1; \"$DOCS_LINT\" check -o \"html=$REPORTS/report.html\"");
    INFO(result.out << result.err);
    CHECK(result.exit_code == kFailure);
    CHECK(result.err.find("report.html") != std::string::npos);
    CHECK(read_file(reports.path() / "report.html") == "the one before\n");
    CHECK(names_in(reports.path()) == std::vector<std::string>{"report.html"});
}

TEST_CASE("an index that does not fit changes no verdict") {
    const TidyRepository repository;
    const ScratchFolder cache;
    const auto result = shell(repository, cache.path(),
                              "(trap '' XFSZ; ulimit -f 0; XDG_CACHE_HOME=$REPORTS \"$DOCS_LINT\" audit "
                              "--history-index=always --as-of=2026-04-01 2>&1) | cat; exit ${PIPESTATUS[0]}");
    INFO(result.out);
    CHECK(result.exit_code == kClean);
    CHECK(result.out.find("no findings") != std::string::npos);
}

/// The kernel gives us a view of the file system of our own; in some containers it does not.
bool may_mount() {
    return run_process({"unshare", "--mount", "true"}).exit_code == 0;
}

TEST_CASE("a repository that nobody may write to is judged as any other" * doctest::skip(!may_mount())) {
    const TidyRepository repository;
    const ScratchFolder elsewhere;
    const auto run = [&](const std::string& command) {
        return shell(
            repository, elsewhere.path(),
            "unshare --mount -- bash -c 'mount --bind . . && mount -o remount,ro,bind . && cd \"$PWD\" && " +
                command + "'");
    };
    REQUIRE(run("! touch probe").exit_code == 0);
    for (const std::string command : {"check", "audit --as-of=2026-04-01", "check --staged", "status"}) {
        CAPTURE(command);
        const auto result = run("\"$DOCS_LINT\" " + command);
        INFO(result.out << result.err);
        CHECK(result.exit_code == kClean);
    }
}
