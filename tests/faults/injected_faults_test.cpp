// One call of the program fails, wherever it is: memory, a read, an open, a look at a file, a write. Whatever
// comes of it, the program never answers something else than it answers undisturbed without saying that
// something is missing, and never crashes.
//
// Each kind of call of each command is tried at a dozen places; DOCS_LINT_FAULTS=1000 tries at most a
// thousand.
#include "support/tidy_repository.hpp"
#include "support/write_watch.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kClean = 0, kFindings = 1, kFailure = 2, kUnverifiable = 3;
constexpr const char* kDay = "--as-of=2026-04-01T00:00:00Z";

struct Command {
    std::vector<std::string> arguments;
    std::string input = {};
    std::vector<std::string> written =
        {}; ///< files that it writes, and nothing but standard output otherwise
};

const std::vector<std::string>& kinds() {
    static const std::vector<std::string> all = {
        "read",   "open", "stat", "write",
#ifndef DOCS_LINT_WITHOUT_MEMORY_FAULTS
        "memory",
#endif
    };
    return all;
}

long most_places() {
    const char* const asked = std::getenv("DOCS_LINT_FAULTS");
    return asked == nullptr ? 7 : std::max(1L, std::atol(asked));
}

/// What a run leaves: its answer, and its files as they are (`-` for none).
struct Answer {
    ProcessResult process;
    std::vector<std::string> files;
};

class Disturbed {
public:
    Disturbed(const GitRepository& repository, Command command)
        : repository_(repository), command_(std::move(command)), undisturbed_(run({})) {}

    [[nodiscard]] const Answer& undisturbed() const { return undisturbed_; }

    [[nodiscard]] Answer run(const std::string& fault) const {
        for (const std::string& file : command_.written) fs::remove(file);
        fs::remove(report());
        ProcessOptions options;
        options.folder = repository_.path();
        options.input = command_.input;
        options.environment = {{"XDG_CACHE_HOME", scratch_.path() / "cache"},
                               // libraries leak where they fail
                               {"ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0"}};
        if (!fault.empty()) {
            options.environment["LD_PRELOAD"] = DOCS_LINT_FAILING_CALLS;
            options.environment["DOCS_LINT_FAILING"] = fault;
            options.environment["DOCS_LINT_FAILED"] = report();
        }
        Answer answer{run_docs_lint(command_.arguments, options), {}};
        for (const std::string& file : command_.written)
            answer.files.push_back(fs::exists(file) ? read_file(file) : "-");
        return answer;
    }

    [[nodiscard]] bool was_hit() const { return fs::exists(report()); }

    /// How often the command makes calls of that kind.
    [[nodiscard]] long count(const std::string& kind) const {
        static_cast<void>(run(kind + ":0"));
        return was_hit() ? std::atol(read_file(report()).c_str()) : 0;
    }

private:
    [[nodiscard]] std::string report() const { return scratch_.path() / "failed"; }

    const GitRepository& repository_;
    Command command_;
    ScratchFolder scratch_;
    Answer undisturbed_;
};

bool says_what_is_missing(const ProcessResult& result) {
    if (!result.err.empty()) return true;
    const auto report = nlohmann::json::parse(result.out, nullptr, false);
    return report.is_object() && !report.value("unverified", nlohmann::json::array()).empty();
}

/// A page draws each record's history, which no verdict on a tree rests on, and says itself where it is not
/// whole.
bool is_whole_or_says_so(const std::string& file, const std::string& undisturbed) {
    return file == undisturbed || file.find("Its history is not all here") != std::string::npos;
}

void check_files(const Answer& answer, const Answer& undisturbed) {
    for (std::size_t at = 0; at < answer.files.size(); ++at)
        CHECK((answer.files[at] == "-" || is_whole_or_says_so(answer.files[at], undisturbed.files[at])));
}

void check_honest(const Answer& answer, const Answer& undisturbed) {
    const int code = answer.process.exit_code;
    INFO("exit code " << code << "\n" << answer.process.out.substr(0, 2000) << "\n" << answer.process.err);
    const bool same = code == undisturbed.process.exit_code && answer.process.out == undisturbed.process.out;
    if (same || code == kFailure) check_files(answer, undisturbed);
    if (same) {
        const auto& files = answer.files;
        CHECK(std::find(files.begin(), files.end(), "-") == files.end());
        return;
    }
    CHECK((code == kFindings || code == kFailure || code == kUnverifiable));
    CHECK(says_what_is_missing(answer.process));
}

void disturb(const GitRepository& repository, const Command& command, int expected) {
    CAPTURE(command.arguments[0]);
    const Disturbed disturbed(repository, command);
    INFO(disturbed.undisturbed().process.err);
    REQUIRE(disturbed.undisturbed().process.exit_code == expected);
    for (const std::string& kind : kinds()) {
        const long calls = disturbed.count(kind);
        REQUIRE(calls > 0);
        const long step = std::max(1L, calls / most_places());
        long tried = 0;
        for (long place = 1; place <= calls; place += step) {
            const std::string fault = kind + ":" + std::to_string(place);
            CAPTURE(fault);
            const Answer answer = disturbed.run(fault);
            tried += disturbed.was_hit() ? 1 : 0;
            check_honest(answer, disturbed.undisturbed());
        }
        CHECK(tried > 0);
        std::cout << "fault: " << command.arguments[0] << ", " << kind << ": " << tried << " of " << calls
                  << " calls failed\n";
    }
}

/// A filed record was edited: one error in its history.
struct EditedRepository : TidyRepository {
    EditedRepository() {
        std::string text = read(kRecord);
        write(kRecord, replaced(text, "by the three steps of the report", "by the four steps of the report"));
        edited = commit("Edit");
    }
    std::string edited;
};

} // namespace

TEST_CASE("a fault never makes a clean check of something that was not looked at") {
    const TidyRepository repository;
    WriteWatch watch(repository.path());
    disturb(repository, {{"check", "--output=json"}}, kClean);
    CHECK(watch.changes() == std::vector<std::string>{});
}

TEST_CASE("a fault never hides what an audit finds") {
    const EditedRepository repository;
    WriteWatch watch(repository.path());
    disturb(repository, {{"audit", "--output=json", kDay}}, kFindings);
    CHECK(watch.changes() == std::vector<std::string>{});
}

TEST_CASE("a fault never lets an edit of a filed record be pushed") {
    const EditedRepository repository;
    WriteWatch watch(repository.path());
    const std::string line = repository.commits().filed + " " + repository.edited + " refs/heads/main\n";
    disturb(repository, {{"hook", "pre-receive", "--output=json"}, line}, kFindings);
    CHECK(watch.changes() == std::vector<std::string>{});
}

TEST_CASE("a fault in one process of an audit is a fault of the audit") {
    const EditedRepository repository;
    disturb(repository, {{"audit", "--jobs=2", "--output=json", kDay}}, kFindings);
}

TEST_CASE("a fault leaves output files whole or not there") {
    const TidyRepository repository;
    const ScratchFolder reports;
    const std::string sarif = reports.path() / "report.sarif", html = reports.path() / "report.html";
    disturb(repository,
            {{"check", "--rev=HEAD", "--output=json", "--output=sarif=" + sarif, "--output=html=" + html},
             {},
             {sarif, html}},
            kClean);
}

TEST_CASE("standard input that cannot be read is a failure, not the end of what is pushed") {
    const TidyRepository repository;
    ProcessOptions options;
    options.folder = repository.path();
    options.environment = {{"DOCS_LINT", DOCS_LINT_BINARY}};
    for (const std::string hook : {"pre-receive", "pre-push"}) {
        CAPTURE(hook);
        const auto result = run_process({"bash", "-c", "\"$DOCS_LINT\" hook " + hook + " < ."}, options);
        INFO(result.out << result.err);
        CHECK(result.exit_code == kFailure);
        CHECK(result.err.find("standard input") != std::string::npos);
    }
}
