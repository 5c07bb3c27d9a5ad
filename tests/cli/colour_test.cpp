// Colour, as the program itself decides on it: by the flag, by variables, and by a real terminal, which
// util-linux's `script` makes.
#include "support/process.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <map>
#include <string>
#include <vector>

namespace {

using docs_lint::tests::ProcessOptions;
using docs_lint::tests::ProcessResult;
using docs_lint::tests::read_file;
using docs_lint::tests::run_docs_lint;
using docs_lint::tests::run_process;
using docs_lint::tests::TidyRepository;
using Variables = std::map<std::string, std::string>;

bool is_coloured(const std::string& text) {
    return text.find("\x1b[") != std::string::npos;
}

const TidyRepository& repository() {
    static const TidyRepository repository;
    return repository;
}

ProcessResult run(const Variables& variables, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"-C", repository().path().string(), "check"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    ProcessOptions options;
    options.environment = variables;
    return run_docs_lint(arguments, options);
}

std::string on_a_terminal(const Variables& variables, const std::string& arguments = "") {
    ProcessOptions options;
    options.environment = variables;
    options.folder = repository().path();
    return run_process({"script", "--quiet", "--return", "--command",
                        std::string(DOCS_LINT_BINARY) + " check " + arguments, "/dev/null"},
                       options)
        .out;
}

} // namespace

TEST_CASE("into a pipe goes no colour, unless the flag or a variable asks for it") {
    CHECK_FALSE(is_coloured(run({}).out));
    CHECK(is_coloured(run({{"FORCE_COLOR", "1"}}).out));
    CHECK(is_coloured(run({{"CLICOLOR_FORCE", "1"}, {"TERM", "dumb"}}).out));
    CHECK_FALSE(is_coloured(run({{"FORCE_COLOR", "1"}, {"NO_COLOR", "1"}}).out));
    CHECK(is_coloured(run({{"NO_COLOR", "1"}, {"TERM", "dumb"}}, {"--color=always"}).out));
    CHECK_FALSE(is_coloured(run({{"FORCE_COLOR", "1"}}, {"--color=never"}).out));
}

TEST_CASE("a terminal has colour, unless it is dumb or somebody minds") {
    const std::string usual = on_a_terminal({{"TERM", "xterm"}});
    REQUIRE(usual.find("docs-lint: no findings") != std::string::npos);
    CHECK(is_coloured(usual));
    CHECK_FALSE(is_coloured(on_a_terminal({{"TERM", "dumb"}})));
    CHECK_FALSE(is_coloured(on_a_terminal({{"TERM", "xterm"}, {"NO_COLOR", "1"}})));
    CHECK_FALSE(is_coloured(on_a_terminal({{"TERM", "xterm"}}, "--color=never")));
    CHECK(is_coloured(on_a_terminal({{"TERM", "dumb"}, {"FORCE_COLOR", "1"}})));
}

TEST_CASE("errors follow the same order") {
    CHECK(is_coloured(run({{"FORCE_COLOR", "1"}}, {"--rev=no-such"}).err));
    CHECK_FALSE(is_coloured(run({{"FORCE_COLOR", "1"}, {"NO_COLOR", "1"}}, {"--rev=no-such"}).err));
    CHECK_FALSE(is_coloured(run({}, {"--rev=no-such"}).err));
}

TEST_CASE("files and formats for machines have no colour, whatever is asked") {
    const std::string file = (repository().path() / "grouped.txt").string();
    const auto result = run({}, {"--color=always", "--output=grouped=" + file, "--output=concise"});
    CHECK_FALSE(is_coloured(read_file(file)));
    CHECK(read_file(file).find("docs-lint: no findings") != std::string::npos);
    for (const std::string format :
         {"json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"}) {
        CAPTURE(format);
        CHECK_FALSE(is_coloured(run({}, {"--color=always", "--output=" + format}).out));
    }
}
