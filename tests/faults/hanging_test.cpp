// A run that hangs where nobody asks its time budget ends nevertheless, and never as a pass.
#include "support/tidy_repository.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kClean = 0, kUnverifiable = 3;

/// Runs a script with the hook's line in `LINE` and a folder for what it writes in `OUT`.
ProcessResult shell(const TidyRepository& repository, const ScratchFolder& out, const std::string& script) {
    ProcessOptions options;
    options.folder = repository.path();
    options.environment = {
        {"DOCS_LINT", DOCS_LINT_BINARY},
        {"OUT", out.path()},
        {"LINE", repository.commits().spec + " " + repository.commits().filed + " refs/heads/main"}};
    return run_process({"bash", "-c", script}, options);
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

TEST_CASE("a hook that hangs in a read, an open or a write ends with could not verify") {
    const TidyRepository repository;
    const ScratchFolder out;
    const auto begin = std::chrono::steady_clock::now();
    // Alarms are ignored, as some servers have them. A pipe that nobody fills, a file of git's that is one, a
    // report that nobody takes; all at once, because each takes as long as the watchdog waits.
    const auto result = shell(repository, out, R"(
        trap '' ALRM
        mkfifo "$OUT/input" "$OUT/report"
        cp -r . "$OUT/piped" && mkfifo "$OUT/piped/.git/packed-refs"
        hook() { timeout 60 "$DOCS_LINT" -C "$1" hook pre-receive --time-budget 1 "${@:3}" 2>"$OUT/$2.err" >"$OUT/$2.out"
                 echo $? >"$OUT/$2.code"; }
        exec 9<>"$OUT/input"
        hook . input <"$OUT/input" &
        echo "$LINE" | hook "$OUT/piped" open &
        echo "$LINE" | hook . report --output "json=$OUT/report" &
        wait)");
    REQUIRE(result.exit_code == 0);
    CHECK(seconds_since(begin) < 30);
    for (const std::string name : {"input", "open", "report"}) {
        CAPTURE(name);
        const std::string base = (out.path() / name).string();
        INFO(read_file(base + ".err") << read_file(base + ".out"));
        CHECK(std::stoi(read_file(base + ".code")) == kUnverifiable);
        CHECK(read_file(base + ".err").find("could not verify: the run took longer than 6 s") !=
              std::string::npos);
    }
}

TEST_CASE("the watchdog does not touch a run that ends in time") {
    const TidyRepository repository;
    const ScratchFolder out;
    const auto result = shell(repository, out, R"(
        echo "$LINE" | "$DOCS_LINT" hook pre-receive --time-budget 1000 --output "json=$OUT/report")");
    INFO(result.out << result.err);
    CHECK(result.exit_code == kClean);
    CHECK(read_file(out.path() / "report").find("\"unverified\": []") != std::string::npos);
}
