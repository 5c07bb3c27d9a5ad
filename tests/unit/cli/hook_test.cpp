#include "cli/hook.hpp"
#include "unit/cli/fake_surroundings.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace docs_lint;
using cli::ExitCode;
using diagnostics::Severity;
using engine::Mode;
using tests::FakeSurroundings;

namespace {

const std::string kZero(40, '0');
const std::string kOld(40, 'a');
const std::string kNew(40, 'b');

ExitCode run_hook(const std::string& name, FakeSurroundings& fake) {
    cli::HookOptions options;
    options.call.name = name;
    return cli::hook(options, fake.get());
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("pre-commit checks the next commit with git's environment") {
    FakeSurroundings fake;
    CHECK(run_hook("pre-commit", fake) == ExitCode::clean);
    REQUIRE(fake.requests.size() == 1);
    CHECK(fake.requests[0].mode == Mode::next_commit);
    CHECK(fake.requests[0].from_environment);
    CHECK(fake.err.str().empty());
    CHECK(contains(fake.out.str(), "docs-lint: "));
}

TEST_CASE("a clean commit gets one line from its hooks, a quiet one none; what is found has its hook named") {
    const auto lines_of = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
    FakeSurroundings clean, again, quiet, found;
    run_hook("pre-commit", clean);
    run_hook("commit-msg", again);
    CHECK(lines_of(clean.out.str() + clean.err.str() + again.out.str() + again.err.str()) == 1);
    cli::HookOptions options;
    options.call.name = "pre-commit";
    options.common.quiet = true;
    CHECK(cli::hook(options, quiet.get()) == ExitCode::clean);
    CHECK((quiet.out.str() + quiet.err.str()).empty());
    found.results = {tests::with_finding(diagnostics::Severity::error)};
    CHECK(run_hook("commit-msg", found) == ExitCode::findings);
    CHECK(found.err.str() == "docs-lint: commit-msg: what is staged\n");
    CHECK(contains(found.out.str(), "docs-lint: 1 error"));
}

TEST_CASE("pre-commit takes the framework's range") {
    FakeSurroundings fake;
    fake.variables = {{"PRE_COMMIT_FROM_REF", "main"}, {"PRE_COMMIT_TO_REF", "topic"}};
    fake.results = {tests::with_finding(Severity::error)};
    run_hook("pre-commit", fake);
    REQUIRE(fake.requests.size() == 1);
    CHECK(fake.requests[0].mode == Mode::range);
    CHECK(fake.requests[0].base == "main");
    CHECK(fake.requests[0].head == "topic");
    CHECK(contains(fake.err.str(), "pre-commit: main..topic"));
}

TEST_CASE("pre-commit takes a branch that the framework pushes for the first time") {
    FakeSurroundings fake;
    fake.variables = {{"PRE_COMMIT_LOCAL_BRANCH", "refs/heads/topic"}};
    run_hook("pre-commit", fake);
    REQUIRE(fake.requests.size() == 1);
    CHECK(fake.requests[0].mode == Mode::push);
    CHECK(fake.requests[0].base.empty());
    CHECK(fake.requests[0].head == "refs/heads/topic");
}

TEST_CASE("commit-msg, and a hook without a name, check the next commit") {
    for (const std::string name : {"commit-msg", ""}) {
        FakeSurroundings fake;
        CHECK(run_hook(name, fake) == ExitCode::clean);
        REQUIRE(fake.requests.size() == 1);
        CHECK(fake.requests[0].mode == Mode::next_commit);
        CHECK(fake.requests[0].head.empty());
    }
}

TEST_CASE("what the command line asks for goes before what the hook would find out") {
    const auto request_of = [](bool staged, bool all, const std::string& range) {
        FakeSurroundings fake;
        fake.variables = {{"PRE_COMMIT_FROM_REF", "main"}, {"PRE_COMMIT_TO_REF", "topic"}};
        cli::HookOptions options;
        options.call.name = "pre-push";
        options.call.staged = staged;
        options.call.all = all;
        options.call.range = range;
        CHECK(cli::hook(options, fake.get()) == ExitCode::clean);
        REQUIRE(fake.requests.size() == 1);
        return fake.requests[0];
    };
    CHECK(request_of(true, false, "").mode == Mode::index);
    CHECK(request_of(false, true, "").mode == Mode::audit);
    const engine::Request range = request_of(false, false, "v1..v2");
    CHECK(range.mode == Mode::range);
    CHECK(range.base == "v1");
    CHECK(range.head == "v2");
    CHECK(request_of(false, false, "").base == "main");
}

TEST_CASE("a framework at a push hands on no lines, and its range is checked") {
    FakeSurroundings fake;
    fake.variables = {{"PRE_COMMIT_FROM_REF", "main"}, {"PRE_COMMIT_TO_REF", "topic"}};
    run_hook("pre-push", fake);
    REQUIRE(fake.requests.size() == 1);
    CHECK(fake.requests[0].mode == Mode::range);
}

TEST_CASE("a hook that docs-lint does not have is refused with the nearest one") {
    FakeSurroundings fake;
    CHECK(run_hook("pre-recieve", fake) == ExitCode::failure);
    CHECK(contains(fake.err.str(), "did you mean `pre-receive`?"));
    CHECK(fake.requests.empty());
}

TEST_CASE("a server's hook has four seconds, others have what they are given") {
    const auto limit_of = [](const std::string& name, std::optional<double> seconds) {
        FakeSurroundings fake;
        fake.in.str(kOld + " " + kNew + " refs/heads/a\n");
        cli::HookOptions options;
        options.call.name = name;
        options.seconds = seconds;
        cli::hook(options, fake.get());
        REQUIRE(fake.requests.size() == 1);
        const base::TimeBudget& time = fake.requests[0].time;
        return time.is_limited() ? time.length_in_words() : "none";
    };
    CHECK(limit_of("pre-receive", std::nullopt) == "4 s");
    CHECK(limit_of("pre-receive", 0.5) == "0.5 s");
    CHECK(limit_of("pre-commit", std::nullopt) == "none");
    CHECK(limit_of("pre-commit", 30) == "30 s");
}

TEST_CASE("refs for which the time was too short are counted, and are no pass") {
    FakeSurroundings fake;
    for (int at = 0; at < 3; ++at) fake.in.str(fake.in.str() + kOld + " " + kNew + " refs/heads/a\n");
    cli::HookOptions options;
    options.call.name = "pre-receive";
    options.seconds = 0;
    CHECK(cli::hook(options, fake.get()) == ExitCode::unverifiable);
    CHECK(fake.requests.size() == 1);
    CHECK(contains(fake.out.str(), "reached 1 of 3"));
}

TEST_CASE("messages of a hook are broken to 72 columns") {
    FakeSurroundings fake;
    fake.in.str(kOld + " " + kNew + " refs/heads/a\n");
    fake.results = {base::fail(base::ErrorKind::failure,
                               "one two three four five six seven eight nine ten eleven twelve thirteen",
                               "fourteen fifteen sixteen seventeen eighteen nineteen twenty and so on to "
                               "thirty")};
    CHECK(run_hook("pre-receive", fake) == ExitCode::failure);
    std::size_t lines = 0;
    std::istringstream said(fake.err.str());
    for (std::string line; std::getline(said, line); ++lines) CHECK(line.size() <= 72);
    CHECK(lines == 5);
}

TEST_CASE("pre-push reads every line, local against remote") {
    FakeSurroundings fake;
    fake.in.str("refs/heads/a " + kNew + " refs/heads/b " + kOld + "\nrefs/heads/c " + kNew +
                " refs/heads/c " + kZero + "\n");
    CHECK(run_hook("pre-push", fake) == ExitCode::clean);
    REQUIRE(fake.requests.size() == 2);
    CHECK(fake.requests[0].mode == Mode::push);
    CHECK(fake.requests[0].base == kOld);
    CHECK(fake.requests[0].head == kNew);
    CHECK(fake.requests[0].from_environment);
    CHECK(fake.requests[1].base == kZero);
    CHECK(contains(fake.err.str(), "refs/heads/b, aaaaaaaaaa..bbbbbbbbbb"));
    CHECK(contains(fake.err.str(), "refs/heads/c is new, up to bbbbbbbbbb"));
}

TEST_CASE("what is new to a remote does not depend on the refs of this repository") {
    const std::string line = "refs/heads/a " + kNew + " refs/heads/a " + kZero + "\n";
    FakeSurroundings fake;
    fake.in.str(line);
    cli::HookOptions options;
    options.call.name = "pre-push";
    options.call.arguments = {"origin", "/url"};
    CHECK(cli::hook(options, fake.get()) == ExitCode::clean);
    CHECK(fake.requests.at(0).known_refs == std::vector<std::string>{"refs/remotes/origin/"});
    FakeSurroundings unnamed;
    unnamed.in.str(line);
    run_hook("pre-push", unnamed);
    CHECK(unnamed.requests.at(0).known_refs == std::vector<std::string>{"refs/remotes/"});
    FakeSurroundings framework;
    framework.variables = {{"PRE_COMMIT_LOCAL_BRANCH", "refs/heads/a"}, {"PRE_COMMIT_REMOTE_NAME", "fork"}};
    run_hook("pre-commit", framework);
    CHECK(framework.requests.at(0).known_refs == std::vector<std::string>{"refs/remotes/fork/"});
    FakeSurroundings server;
    server.in.str(kZero + " " + kNew + " refs/heads/a\n");
    run_hook("pre-receive", server);
    CHECK(server.requests.at(0).known_refs == std::vector<std::string>{"refs/heads/", "refs/tags/"});
}

TEST_CASE("pre-receive reads every line, old against new, also without a final newline") {
    FakeSurroundings fake;
    fake.in.str(kOld + " " + kNew + " refs/heads/a\n" + kZero + " " + kNew + " refs/heads/b");
    CHECK(run_hook("pre-receive", fake) == ExitCode::clean);
    REQUIRE(fake.requests.size() == 2);
    CHECK(fake.requests[0].base == kOld);
    CHECK(fake.requests[0].head == kNew);
    CHECK(fake.requests[1].base == kZero);
}

TEST_CASE("a deleted ref is said and skipped") {
    FakeSurroundings fake;
    fake.in.str(kOld + " " + kZero + " refs/heads/a\n");
    CHECK(run_hook("pre-receive", fake) == ExitCode::clean);
    CHECK(fake.requests.empty());
    CHECK(contains(fake.err.str(), "refs/heads/a is deleted, nothing to check"));
    CHECK(fake.out.str().empty());
}

TEST_CASE("lines that git does not write are refused") {
    const std::vector<std::string> bad = {"x",
                                          kOld + " " + kNew,
                                          kOld + " short refs/heads/a",
                                          kOld + " " + std::string(40, 'g') + " refs/heads/a",
                                          kOld + "  " + kNew + " refs/heads/a",
                                          "--help " + kNew + " refs/heads/a"};
    for (const std::string& line : bad) {
        FakeSurroundings fake;
        fake.in.str(line + "\n");
        CAPTURE(line);
        CHECK(run_hook("pre-receive", fake) == ExitCode::failure);
        CHECK(fake.requests.empty());
    }
}

TEST_CASE("results of several lines are joined and the worst code stays") {
    FakeSurroundings fake;
    fake.results = {tests::with_unverified(), tests::with_finding(Severity::error, "one"),
                    engine::RunResult{}};
    for (int at = 0; at < 3; ++at) fake.in.str(fake.in.str() + kOld + " " + kNew + " refs/heads/a\n");
    CHECK(run_hook("pre-receive", fake) == ExitCode::findings);
    CHECK(fake.requests.size() == 3);
    CHECK(contains(fake.out.str(), "a.md:1:1: error[a/b] one\n"));
    CHECK(contains(fake.out.str(), "could-not-verify[a/b]"));
}

TEST_CASE("the same finding in two refs is shown once") {
    FakeSurroundings fake;
    fake.results = {tests::with_finding(Severity::error), tests::with_finding(Severity::error)};
    for (int at = 0; at < 2; ++at) fake.in.str(fake.in.str() + kOld + " " + kNew + " refs/heads/a\n");
    CHECK(run_hook("pre-receive", fake) == ExitCode::findings);
    CHECK(contains(fake.out.str(), "docs-lint: 1 error in 1 document"));
}

TEST_CASE("an error in one ref does not hide the findings of another, and decides the code") {
    FakeSurroundings fake;
    fake.results = {base::fail(base::ErrorKind::failure, "broken"),
                    tests::with_finding(Severity::error, "one")};
    for (int at = 0; at < 2; ++at) fake.in.str(fake.in.str() + kOld + " " + kNew + " refs/heads/a\n");
    CHECK(run_hook("pre-receive", fake) == ExitCode::failure);
    CHECK(contains(fake.err.str(), "error: broken"));
    CHECK(contains(fake.out.str(), "one"));
}

TEST_CASE("a hook that git does not feed is refused") {
    FakeSurroundings fake;
    auto surroundings = fake.get();
    surroundings.in_is_terminal = true;
    cli::HookOptions options;
    options.call.name = "pre-push";
    CHECK(cli::hook(options, surroundings) == ExitCode::failure);
}

TEST_CASE("a hook has no colour unless it is asked for") {
    FakeSurroundings fake;
    fake.variables = {{"FORCE_COLOR", "1"}};
    fake.results = {tests::with_finding(Severity::error), tests::with_finding(Severity::error)};
    run_hook("pre-commit", fake);
    CHECK_FALSE(contains(fake.out.str(), "\x1b"));
    cli::HookOptions options;
    options.call.name = "pre-commit";
    options.common.colour = "always";
    cli::hook(options, fake.get());
    CHECK(contains(fake.out.str(), "\x1b[1;31m"));
}
