#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <map>
#include <string>

// The server driven by a client library of another origin, in node: each script of tests/server/scripts is an
// editor that opens, changes and saves documents of a real repository, and says what it must be shown.

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

void edits(const std::string& script, const fs::path& folder,
           std::map<std::string, std::string> values = {}) {
    const fs::path file = fs::path(DOCS_LINT_SOURCE_DIR) / "tests/server/scripts" / (script + ".js");
    ProcessOptions options;
    options.folder = folder;
    options.environment = std::move(values);
    options.environment["DOCS_LINT"] = DOCS_LINT_BINARY;
    options.environment["NODE_PATH"] = DOCS_LINT_NODE_MODULES;
    options.environment["FOLDER"] = folder.string();
    options.environment["RECORD"] = kRecord;
    const ProcessResult result = run_process({"node", file.string()}, options);
    INFO(result.out << result.err);
    CHECK(result.exit_code == 0);
    CHECK(result.out == "ok " + script + "\n");
}

/// The record stands in verification, its last gate open.
void check_out_active(const TidyRepository& repository) {
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().active);
}

} // namespace

TEST_CASE("diagnostics follow the text, and history the files") {
    const TidyRepository repository;
    check_out_active(repository);
    edits("diagnostics", repository.path());
}

TEST_CASE("hovers tell who signed, which commits hold, and what comes next") {
    const TidyRepository repository;
    check_out_active(repository);
    repository.branch("side");
    repository.write("src/other.py", "# other\n");
    const std::string elsewhere = repository.commit("Something on another branch");
    repository.checkout("work");
    edits("hover", repository.path(),
          {{"SPEC", repository.commits().spec}, {"FIX", repository.commits().fix}, {"ELSEWHERE", elsewhere}});
}

TEST_CASE("completions come from the policy, and what belongs at the place comes first") {
    const TidyRepository repository;
    check_out_active(repository);
    edits("completion", repository.path());
}

TEST_CASE("symbols, and code actions that hold what they promise") {
    const TidyRepository repository;
    check_out_active(repository);
    edits("symbols_and_actions", repository.path());
}

TEST_CASE("the repository, its configuration and its commits may change under the server") {
    const TidyRepository repository;
    check_out_active(repository);
    edits("surroundings", repository.path());
}

TEST_CASE("many edits without a pause leave the server with the editor's text") {
    const TidyRepository repository;
    check_out_active(repository);
    edits("storm", repository.path());
}

TEST_CASE("a shallow clone: what its history would tell could not be verified") {
    const TidyRepository repository;
    check_out_active(repository);
    const ScratchFolder scratch;
    const fs::path clone = scratch.path() / "clone";
    repository.git("clone", "--quiet", "--depth", "1", "file://" + repository.path().string(),
                   clone.string());
    edits("shallow", clone, {{"SPEC", repository.commits().spec}, {"FIX", repository.commits().fix}});
}

TEST_CASE("no repository: what can be judged is, and the rest could not be verified") {
    const TidyRepository repository;
    const ScratchFolder folder;
    write_file(folder.path() / kRecord, repository.active().text());
    edits("no_repository", folder.path());
}

TEST_CASE("a client that can do little is told all the same") {
    const TidyRepository repository;
    check_out_active(repository);
    edits("plain_client", repository.path());
}
