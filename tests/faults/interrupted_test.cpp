// docs-lint is killed, or git works in the same repository at the same time: the repository stays as it was,
// the history's index is whole or not there, and no run passes that did not see everything.
//
// DOCS_LINT_FAULTS=N kills N runs before they end; otherwise a few.
#include "support/files_below.hpp"
#include "support/tidy_repository.hpp"
#include "support/write_watch.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kFindings = 1, kFailure = 2, kUnverifiable = 3;

/// So many commits that an index of them is kept, and then an edit of the filed record.
struct LongHistory : TidyRepository {
    LongHistory() {
        std::ostringstream stream;
        for (int number = 0; number < 1100; ++number) {
            stream << "commit refs/heads/main\ncommitter A <a@example.org> " << 1'772'500'000 + number
                   << " +0000\ndata 4\nNote\n";
            if (number == 0) stream << "from refs/heads/main^0\n";
            stream << "M 100644 inline notes/n.md\ndata 4\n" << 1000 + number << "\n\n";
        }
        ProcessOptions options;
        options.input = stream.str();
        run({"fast-import", "--quiet"}, options);
        git("reset", "--quiet", "--hard", "main");
        write(kRecord,
              replaced(read(kRecord), "by the three steps of the report", "by the four steps of the report"));
        edited = commit("Edit");
    }

    [[nodiscard]] std::vector<std::string> audit() const {
        return {"audit", "--output=json", "--as-of=2026-04-01T00:00:00Z", "--history-index=always"};
    }
    /// Keeps no result, only the index: each of two processes does a part of it.
    [[nodiscard]] std::vector<std::string> spread_audit() const {
        auto arguments = audit();
        arguments.emplace_back("--jobs=2");
        return arguments;
    }
    /// Everything that is kept between runs.
    [[nodiscard]] std::vector<fs::path> kept() const { return files_below(cache.path()); }
    [[nodiscard]] ProcessOptions options() const {
        ProcessOptions options;
        options.folder = path();
        options.environment = {{"XDG_CACHE_HOME", cache.path()}};
        return options;
    }

    std::string edited;
    ScratchFolder cache;
};

/// Starts it in its own session and kills it, and what it started, after so long.
ProcessResult killed_after(const std::vector<std::string>& arguments, ProcessOptions options,
                           const std::string& seconds) {
    std::vector<std::string> command = {"timeout", "--signal=KILL", seconds, DOCS_LINT_BINARY};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_process(command, options);
}

int rounds(int usually) {
    const char* const asked = std::getenv("DOCS_LINT_FAULTS");
    return asked == nullptr ? usually : std::atoi(asked);
}

std::string seconds_of(int round, double longest) {
    const double spread = static_cast<double>((round * 37) % 100 + 1) / 100; // all over the run, in no order
    return std::to_string(longest * spread);
}

double seconds_for(const std::vector<std::string>& arguments, const ProcessOptions& options) {
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(run_docs_lint(arguments, options));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

TEST_CASE("killed at any moment it leaves the repository as it was and an index that the next run can use") {
    const LongHistory history;
    const auto expected = run_docs_lint(history.audit(), history.options());
    REQUIRE(expected.exit_code == kFindings);
    fs::remove_all(history.cache.path() / "docs-lint");
    const double longest = seconds_for(history.audit(), history.options());
    WriteWatch watch(history.path());
    int killed = 0;
    const int wanted = rounds(8);
    for (int round = 0; killed < wanted && round < wanted * 4; ++round) {       // some end before
        if (round % 2 == 0) fs::remove_all(history.cache.path() / "docs-lint"); // or no run would write it
        const auto result = killed_after(history.audit(), history.options(), seconds_of(round, longest));
        killed += result.exit_code == 128 + SIGKILL ? 1 : 0;
        CHECK(result.exit_code != 0);
        if (round % 4 != 3) continue;
        const auto next = run_docs_lint(history.audit(), history.options());
        CHECK(next.exit_code == expected.exit_code);
        CHECK(next.out == expected.out);
    }
    CHECK(killed == wanted);
    const auto writes = watch.changes();
    CHECK(writes == std::vector<std::string>{});
    std::cout << "killed " << killed << " runs, " << writes.size() << " writes in the repository\n";
}

TEST_CASE("what a killed run left in the folder of the index goes away in time") {
    const LongHistory history;
    REQUIRE(run_docs_lint(history.spread_audit(), history.options()).exit_code == kFindings);
    const fs::path folder = history.kept().at(0).parent_path();
    for (int number = 0; number < 20; ++number)
        write_file(folder / (std::string(40, 'a') + "." + std::to_string(number)), "half");
    fs::remove(folder / history.edited);
    REQUIRE(run_docs_lint(history.spread_audit(), history.options()).exit_code == kFindings);
    CHECK(history.kept().size() <= 4);
}

TEST_CASE("an index, or a result, that was damaged in any place is not believed") {
    const LongHistory history;
    const auto command = [&](bool spread) { return spread ? history.spread_audit() : history.audit(); };
    for (const bool spread : {true, false}) {
        fs::remove_all(history.cache.path() / "docs-lint");
        const auto expected = run_docs_lint(command(spread), history.options());
        REQUIRE(expected.exit_code == kFindings);
        for (const fs::path& file : history.kept()) {
            CAPTURE(file);
            const std::string whole = read_file(file);
            for (std::size_t part = 0; part <= 8; ++part) {
                CAPTURE(part);
                const std::size_t at = std::min(whole.size() * part / 8, whole.size() - 1);
                std::string damaged = whole;
                damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
                for (const std::string& bytes : {damaged, whole.substr(0, at)}) {
                    write_file(file, bytes);
                    const auto result = run_docs_lint(command(spread), history.options());
                    CHECK(result.exit_code == expected.exit_code);
                    CHECK(result.out == expected.out);
                }
            }
        }
    }
}

TEST_CASE(
    "eight runs at once, while git commits and packs anew, see a whole commit each or say that they do not") {
    const LongHistory history;
    const auto expected = run_docs_lint(history.audit(), history.options());
    fs::remove_all(history.cache.path() / "docs-lint");
    ProcessOptions options = history.options();
    options.environment["DOCS_LINT"] = DOCS_LINT_BINARY;
    options.environment["EDITED"] = history.edited;
    for (const auto& [name, value] : commit_environment(kDate, kAuthor)) options.environment[name] = value;
    const auto result = run_process({"bash", "-c", R"(
        for number in 1 2 3 4 5 6 7 8; do
            { "$DOCS_LINT" audit "$EDITED" --output=json --as-of=2026-04-01T00:00:00Z --history-index=always \
                >"$XDG_CACHE_HOME/$number.out" 2>"$XDG_CACHE_HOME/$number.err"; echo $? >"$XDG_CACHE_HOME/$number.code"; } &
        done
        for number in 1 2 3; do
            git commit --quiet --allow-empty --message "Note $number" && git repack -adq
        done
        wait)"},
                                    options);
    REQUIRE(result.exit_code == 0);
    for (int number = 1; number <= 8; ++number) {
        CAPTURE(number);
        const fs::path base = history.cache.path() / std::to_string(number);
        const int code = std::stoi(read_file(base.string() + ".code"));
        INFO(code << read_file(base.string() + ".err"));
        if (code == kFindings) {
            const std::string out = read_file(base.string() + ".out");
            CHECK((out == expected.out || out.find("\"unverified\": []") == std::string::npos));
        } else {
            CHECK((code == kFailure || code == kUnverifiable));
        }
    }
    const auto after = run_docs_lint(
        {"audit", history.edited, "--output=json", "--as-of=2026-04-01T00:00:00Z", "--history-index=always"},
        history.options());
    CHECK(after.out == expected.out);
}
