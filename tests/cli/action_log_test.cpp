// scripts/action as the runner calls it: nothing that a document says or is called reaches the runner as a
// command.
#include "support/action_step.hpp"
#include "support/filed_history.hpp"
#include "support/scratch.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

using namespace docs_lint::tests;
using nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

bool is_ours(const std::string& command) {
    const auto begins = [&](const std::string& start) { return command.rfind(start, 0) == 0; };
    return begins("::error file=") || begins("::warning file=") || begins("::error title=") ||
           begins("::warning title=") || begins("::notice title=docs-lint::");
}

std::string token_of(const std::string& log) {
    const std::string start = "::stop-commands::";
    const std::size_t at = log.find(start);
    REQUIRE(at != std::string::npos);
    return log.substr(at + start.size(), log.find('\n', at) - at - start.size());
}

/// Rules by which every document is governed, and then one whose path begins a line of the log, and whose
/// text and path hold commands of both kinds.
struct HostileHistory {
    FiledHistory history;
    std::string base, head;

    HostileHistory() {
        history.repository.write(".docs-lint.yaml", "classes:\n  anything:\n    title: Anything\n"
                                                    "    paths: [\"**/*.md\"]\n    fields: [Owner]\n"
                                                    "rules:\n  header/field-missing: error\n");
        base = history.repository.commit("All is governed");
        history.repository.write("::error file=x::owned ##[command]y\n::warning::z.md",
                                 "# ##[error]x\n\nStatus: ##[error]x\n::error::from the text\n");
        history.repository.write(kFiledRecord, std::string(kFiledText) + "##[command]whoami\n::error::x\n");
        head = history.repository.commit("Hostile");
    }
};

} // namespace

TEST_CASE("commands in a document and in its path are shown and not obeyed") {
    const HostileHistory hostile;
    // Without a CI's variables docs-lint leaves the text as it is: the guard alone must hold.
    for (const char* ci : {"", "true"}) {
        for (const char* arguments : {"", "--output concise"}) {
            const auto step = run_action(hostile.history.repository.path(), "pull_request", json::object(),
                                         {{"DOCS_LINT_BASE", hostile.base},
                                          {"DOCS_LINT_HEAD", hostile.head},
                                          {"DOCS_LINT_ARGS", arguments},
                                          {"GITHUB_ACTIONS", ci}});
            INFO(step.process.out << step.process.err);
            CHECK(step.process.exit_code == 1);
            CHECK(step.process.err.empty());
            const auto commands = obeyed_commands(step.process.out);
            CHECK(std::all_of(commands.begin(), commands.end(), is_ours));
            CHECK(commands.size() > 1);
            CHECK((*ci != '\0' || holds(step.process.out, "##[command]")));
            CHECK_FALSE(holds(step.summary, "\n::"));
        }
    }
}

TEST_CASE("what docs-lint says on its error stream is guarded, too") {
    const FiledHistory history;
    history.repository.write(".docs-lint.yaml", "\"##[command]x\": 1\n\"::error::y\": 2\n");
    const std::string head = history.repository.commit("No configuration");
    const auto step = run_action(history.repository.path(), "schedule", json::object());
    INFO(step.process.out << step.process.err);
    CHECK(step.process.exit_code == 2);
    CHECK(step.process.err.empty());
    CHECK(holds(step.process.out, "##[command]x"));
    const auto commands = obeyed_commands(step.process.out);
    CHECK(commands.size() == 1);
    CHECK(std::all_of(commands.begin(), commands.end(), is_ours));
    CHECK(holds(step.summary, "## docs-lint could not run\n\n    docs-lint: error: "));
    CHECK(head == step.output("head-sha"));
}

TEST_CASE("nobody can guess what ends the guard") {
    const FiledHistory history;
    std::set<std::string> tokens;
    for (int run = 0; run < 3; ++run) {
        const auto step = run_action(history.repository.path(), "schedule", json::object());
        tokens.insert(token_of(step.process.out));
        CHECK(tokens.begin()->size() == 32);
    }
    CHECK(tokens.size() == 3);
}

TEST_CASE("commands in an input are shown and not obeyed") {
    const FiledHistory history;
    for (const char* name : {"DOCS_LINT_BASE", "DOCS_LINT_MODE", "DOCS_LINT_REPORT", "DOCS_LINT_VERSION",
                             "DOCS_LINT_CONFIG", "DOCS_LINT_INSTALL_ONLY", "DOCS_LINT_FOLDER"}) {
        const auto step = run_action(history.repository.path(), "schedule", json::object(),
                                     {{name, "x\n::warning::obeyed\r::warning::obeyed ##[command]y%0A"}});
        INFO(name << "\n" << step.process.out << step.process.err);
        CHECK(step.process.exit_code == 2);
        CHECK(step.process.err.empty());
        const auto commands = obeyed_commands(step.process.out);
        REQUIRE(commands.size() == 1);
        CHECK(is_ours(commands[0]));
        CHECK_FALSE(holds(commands[0], "##["));
    }
}
