#include "base/text.hpp"
#include "cli/run.hpp"
#include "support/scratch.hpp"
#include "unit/cli/fake_surroundings.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace docs_lint;
using diagnostics::Severity;
using engine::Mode;
using tests::FakeSurroundings;

namespace {

using Arguments = std::vector<std::string>;

int run(const Arguments& arguments, FakeSurroundings& fake) {
    return cli::run(arguments, fake.get());
}

/// The request that a command line leads to.
engine::Request request_of(const Arguments& arguments) {
    FakeSurroundings fake;
    REQUIRE(run(arguments, fake) == 0);
    REQUIRE(fake.requests.size() == 1);
    return fake.requests[0];
}

int run_with(const Arguments& arguments, const base::Result<engine::RunResult>& result) {
    FakeSurroundings fake;
    fake.results = {result};
    return run(arguments, fake);
}

/// What a terminal of so many columns is shown.
std::string shown_in(std::size_t columns, const Arguments& arguments) {
    FakeSurroundings fake;
    auto surroundings = fake.get();
    surroundings.out_is_terminal = true;
    surroundings.columns = columns;
    CHECK(cli::run(arguments, surroundings) == 0);
    return fake.out.str();
}

/// A word may be longer; nothing that could have been broken is.
bool keeps_to(std::size_t columns, const std::string& text) {
    for (const std::string_view line : base::split(text, '\n'))
        if (line.size() > columns && base::trim(line).find(' ') != std::string_view::npos) return false;
    return true;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("check is what happens without a command") {
    CHECK(cli::with_command({}) == Arguments{"check"});
    CHECK(cli::with_command({"docs"}) == Arguments{"check", "docs"});
    CHECK(cli::with_command({"--staged"}) == Arguments{"check", "--staged"});
    CHECK(cli::with_command({"-C", "x", "docs"}) == Arguments{"-C", "x", "check", "docs"});
    CHECK(cli::with_command({"-Cx", "audit"}) == Arguments{"-Cx", "audit"});
    CHECK(cli::with_command({"audit"}) == Arguments{"audit"});
    CHECK(cli::with_command({"--version"}) == Arguments{"--version"});
    CHECK(cli::with_command({"-C"}) == Arguments{"-C", "check"});
}

TEST_CASE("options choose what is checked") {
    CHECK(request_of({}).mode == Mode::worktree);
    CHECK_FALSE(request_of({}).from_environment);
    CHECK(request_of({"--staged"}).mode == Mode::index);
    CHECK(request_of({"--staged"}).from_environment);
    const auto range = request_of({"check", "--range", "main..topic"});
    CHECK(range.mode == Mode::range);
    CHECK(range.base == "main");
    CHECK(range.head == "topic");
    const auto push = request_of({"check", "--push", "old..new"});
    CHECK(push.mode == Mode::push);
    CHECK(push.base == "old");
    CHECK(push.head == "new");
    CHECK(request_of({"--rev", "HEAD~1"}).mode == Mode::revision);
    CHECK(request_of({"--rev", "HEAD~1"}).head == "HEAD~1");
    CHECK(request_of({"audit"}).mode == Mode::audit);
    CHECK(request_of({"audit", "v1.0"}).head == "v1.0");
}

TEST_CASE("configuration, trust and clock go into the request") {
    const auto request = request_of({"--config", "x.yaml", "--trust-repository", "--as-of", "1970-01-01"});
    CHECK(request.configuration == "x.yaml");
    CHECK(request.trust_owner);
    CHECK(request.as_of == base::Instant{86399, 0});
    CHECK_FALSE(request_of({}).as_of);
    CHECK_FALSE(request_of({}).configuration);
    CHECK_FALSE(request_of({}).trust_owner);
}

TEST_CASE("exit codes follow from results") {
    CHECK(run_with({}, engine::RunResult{}) == 0);
    CHECK(run_with({}, tests::with_finding(Severity::error)) == 1);
    CHECK(run_with({}, tests::with_finding(Severity::warning)) == 0);
    CHECK(run_with({"--fail-on", "warning"}, tests::with_finding(Severity::warning)) == 1);
    CHECK(run_with({"--fail-on", "never"}, tests::with_finding(Severity::error)) == 0);
    CHECK(run_with({}, tests::with_unverified()) == 3);
    CHECK(run_with({}, base::fail(base::ErrorKind::configuration, "m", "h")) == 2);
    CHECK(run_with({}, base::fail(base::ErrorKind::unverifiable, "m", "h")) == 3);
}

TEST_CASE("wrong usage ends with 2, says so on standard error and checks nothing") {
    const std::vector<Arguments> wrong = {{"--bogus"},
                                          {"no-such-path"},
                                          {"--range", "x"},
                                          {"--range", ""},
                                          {"--rev", ""},
                                          {"--rev="},
                                          {"--range", "a..b", "--staged"},
                                          {"--rev", "a", "--range", "a..b"},
                                          {"--push", "a..b", "--range", "a..b"},
                                          {"--push", ""},
                                          {"--push", "0000000000..HEAD"},
                                          {"--fail-on", "sometimes"},
                                          {"--as-of", "soon"},
                                          {"-o", "xml"},
                                          {"-o", "json", "-o", "full"},
                                          {"--color", "purple"},
                                          {"-C", "/nonexistent"},
                                          {"explain"},
                                          {"explain", "no/such-rule"},
                                          {"hook", "post-commit"},
                                          {"hook", "--all", "--staged"},
                                          {"hook", "pre-receive", "--time-budget", "-1"},
                                          {"install", "--hook-type", "post-commit"},
                                          {"install", "--manager", "none"},
                                          {"rules", "-o", "full"},
                                          {"audit", ""}};
    for (const Arguments& arguments : wrong) {
        FakeSurroundings fake;
        CAPTURE(arguments[0]);
        CAPTURE(arguments.size());
        CHECK(run(arguments, fake) == 2);
        CHECK(fake.requests.empty());
        CHECK(fake.out.str().empty());
        CHECK(fake.err.str().substr(0, 18) == "docs-lint: error: ");
    }
}

TEST_CASE("a slip of the pen in a command gets a hint") {
    FakeSurroundings fake;
    CHECK(run({"adit"}, fake) == 2);
    CHECK(contains(fake.err.str(), "help: did you mean the command `audit`?"));
}

TEST_CASE(
    "wrong usage leads to the help of the command that was asked for, and to the option that was meant") {
    const auto help_after = [](const Arguments& arguments) {
        FakeSurroundings fake;
        CHECK(run(arguments, fake) == 2);
        return fake.err.str();
    };
    CHECK(contains(help_after({"--no-such-thing"}), "see `docs-lint check --help`"));
    CHECK(contains(help_after({"--stagd"}), "did you mean `--staged`? Else see `docs-lint check --help`"));
    CHECK(contains(help_after({"audit", "--jbs=4"}), "did you mean `--jobs`?"));
    CHECK(contains(help_after({"new", "record"}), "see `docs-lint new record --help`"));
}

TEST_CASE("help and version are asked for by words, too, where those are no paths") {
    const auto said = [](const Arguments& arguments) {
        FakeSurroundings fake;
        CHECK(run(arguments, fake) == 0);
        return fake.out.str();
    };
    CHECK(said({"help"}) == said({"--help"}));
    CHECK(said({"help", "audit"}) == said({"audit", "--help"}));
    CHECK(said({"version"}) == said({"--version"}));
}

TEST_CASE("help and version go to standard output and are no errors") {
    for (const Arguments& arguments :
         {Arguments{"--help"}, {"check", "--help"}, {"audit", "--help"}, {"hook", "-h"}}) {
        FakeSurroundings fake;
        CHECK(run(arguments, fake) == 0);
        CHECK(contains(fake.out.str(), "Usage: docs-lint"));
        CHECK(fake.err.str().empty());
    }
    FakeSurroundings fake;
    CHECK(run({"--version"}, fake) == 0);
    CHECK(fake.out.str().substr(0, 10) == "docs-lint ");
}

TEST_CASE("help and the table of rules keep to the width of the terminal") {
    for (const Arguments& arguments : {Arguments{"--help"}, {"check", "--help"}, {"new", "record", "--help"}})
        for (const std::size_t columns : {60U, 80U, 100U}) {
            CAPTURE(columns);
            const std::string help = shown_in(columns, arguments);
            CAPTURE(help);
            CHECK(keeps_to(columns, help));
        }
    const std::string table = shown_in(80, {"rules", "--color", "never"});
    CHECK(keeps_to(80, table));
    CHECK(contains(shown_in(80, {"check", "--help"}), "repository's\n" + std::string(30, ' ') + "own\n"));
    const std::string version = shown_in(40, {"--version"});
    CHECK(version.find('\n') == version.size() - 1);
    CHECK(contains(shown_in(40, {"check", "--help"}), "\n  --config FILE\n      A configuration file"));
}

TEST_CASE("in a pipe each rule keeps its line") {
    FakeSurroundings fake;
    CHECK(run({"rules"}, fake) == 0);
    const std::string table = fake.out.str();
    for (const std::string_view line : base::split(table, '\n')) CHECK((line.empty() || line.front() != ' '));
}

TEST_CASE("a machine format stands alone on standard output") {
    FakeSurroundings fake;
    fake.results = {tests::with_finding(Severity::error)};
    CHECK(run({"-o", "json"}, fake) == 1);
    CHECK(nlohmann::json::parse(fake.out.str())["findings"].size() == 1);
    CHECK(fake.err.str().empty());
}

TEST_CASE("one run feeds a file and the screen, and a path behind the option is a path") {
    const tests::ScratchFolder folder;
    const std::string file = (folder.path() / "report.json").string();
    FakeSurroundings fake;
    fake.results = {tests::with_finding(Severity::error, "the message")};
    CHECK(run({"--output", "json=" + file, "--color", "always", "."}, fake) == 1);
    CHECK(contains(fake.out.str(), "\x1b[1m: the message"));
    CHECK(nlohmann::json::parse(tests::read_file(file))["findings"][0]["message"] == "the message");
}

TEST_CASE("a report that cannot be written is a failure, whatever was found") {
    FakeSurroundings fake;
    CHECK(run({"-o", "json=/nonexistent/report.json"}, fake) == 2);
    CHECK(contains(fake.err.str(), "cannot write"));
    fake.out.setstate(std::ios::badbit);
    CHECK(run({}, fake) == 2);
}

TEST_CASE("an error is safe for a terminal and a build log") {
    FakeSurroundings fake;
    fake.variables = {{"GITHUB_ACTIONS", "true"}};
    fake.results = {
        base::fail(base::ErrorKind::failure, "a\x1b[31m\n::error::b ##[error]", "::warning::c\u202E")};
    CHECK(run({}, fake) == 2);
    CHECK(fake.err.str() ==
          "docs-lint: error: a<U+001B>[31m<U+000A>::error::b # #[error]\nhelp: ::warning::c<U+202E>\n");
}

TEST_CASE("under CI commands in a document are broken") {
    FakeSurroundings fake;
    fake.variables = {{"CI", "true"}};
    fake.results = {tests::with_finding(Severity::error, "##[error]x")};
    run({"-o", "concise"}, fake);
    CHECK(contains(fake.out.str(), "# #[error]x"));
}
