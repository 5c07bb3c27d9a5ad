// What is too large is refused for what it is, before it is read.
#include "support/checked.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kUnverifiable = 3;
const std::string kOther = std::string(kRecords) + "/defect-105-sums-phase-gate.md";

ProcessResult bash(const GitRepository& repository, const std::string& script) {
    ProcessOptions options;
    options.folder = repository.path();
    options.environment = {{"DOCS_LINT", DOCS_LINT_BINARY}, {"OTHER", kOther}};
    for (const auto& [name, value] : commit_environment(kDate, kAuthor)) options.environment[name] = value;
    return run_process({"bash", "-c", script}, options);
}

/// A commit whose tree holds at that path, beside what is there, an object that git has not.
std::string commit_with(const TidyRepository& repository, const std::string& path, const std::string& mode,
                        const std::string& id) {
    repository.git("update-index", "--add", "--info-only", "--cacheinfo", mode + "," + id + "," + path);
    const std::string tree = repository.git("write-tree", "--missing-ok");
    ProcessOptions options;
    options.environment = commit_environment(kDate, kAuthor);
    return repository.run({"commit-tree", "-p", "HEAD", "-m", "Large", tree}, options);
}

} // namespace

TEST_CASE("a blob of a gigabyte is refused by its header, behind which there is nothing") {
    const TidyRepository repository;
    const std::string id = "abababababababababababababababababababab";
    REQUIRE(bash(repository, "mkdir .git/objects/ab && python3 -c 'import sys, zlib; sys.stdout.buffer.write("
                             "zlib.compress(b\"blob 1073741824\\0\"))' >.git/objects/ab/" +
                                 id.substr(2))
                .exit_code == 0);
    const auto checked = check_revision(repository.path(), commit_with(repository, kOther, "100644", id));
    INFO(checked.summary());
    CHECK(checked.exit_code == kUnverifiable);
    CHECK(checked.could_not_verify("1073741824 bytes"));
}

TEST_CASE("a tree of equal trees, endless in a few kilobytes, is refused") {
    const TidyRepository repository;
    const auto result = bash(repository, R"(
        tree=$(git hash-object -w --stdin </dev/null)
        line=$(printf '100644 blob %s\ta' "$tree")
        for level in 1 2 3 4 5 6 7; do
            tree=$(for name in $(seq 100 150); do printf '%s%s\n' "$line" "$name"; done | git mktree)
            line=$(printf '040000 tree %s\ta' "$tree")
        done
        commit=$(git commit-tree -p HEAD -m Large "$tree")
        timeout 60 "$DOCS_LINT" check --rev "$commit" --output concise)");
    INFO(result.out << result.err);
    CHECK(result.exit_code == kUnverifiable);
    CHECK((result.out + result.err).find("more than 2000000 files") != std::string::npos);
}

TEST_CASE("200,000 quotes in one another need no deep stack") {
    const TidyRepository repository;
    repository.write(kOther, "# DEF-105\n\n" + std::string(200'000, '>') + " a\n");
    repository.commit("Quotes"); // libgit2 takes 64 KB of stack to hash a file of the working tree
    const auto result =
        bash(repository, fmt::format("ulimit -s {}; \"$DOCS_LINT\" check --rev HEAD --output concise",
                                     DOCS_LINT_STACK_KILOBYTES));
    INFO(result.out << result.err);
    CHECK(result.exit_code == kUnverifiable);
    CHECK(result.out.find("block quote and list markers in one line") != std::string::npos);
}
