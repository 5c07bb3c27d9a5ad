#include "cli/progress.hpp"
#include "unit/cli/fake_surroundings.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <string>
#include <thread>

using docs_lint::cli::Progress;
using docs_lint::tests::FakeSurroundings;

namespace {

std::string shown(FakeSurroundings& fake, bool terminal, std::chrono::milliseconds takes) {
    auto surroundings = fake.get();
    surroundings.err_is_terminal = terminal;
    {
        Progress progress(surroundings);
        progress.stage("reading the documents");
        std::this_thread::sleep_for(takes);
    }
    return fake.err.str();
}

constexpr std::chrono::milliseconds kLong{1500}, kShort{20};

} // namespace

TEST_CASE("a run of more than a second says on a terminal what it does, and takes it back") {
    FakeSurroundings fake;
    const std::string text = shown(fake, true, kLong);
    CHECK(text.find("docs-lint: reading the documents (1 s)") != std::string::npos);
    CHECK(text.ends_with("\r\x1b[K"));
}

TEST_CASE("a quick run, a pipe, a build log and a dumb terminal are shown nothing") {
    FakeSurroundings quick, pipe, log, dumb;
    log.variables["CI"] = "true";
    dumb.variables["TERM"] = "dumb";
    CHECK(shown(quick, true, kShort).empty());
    CHECK(shown(pipe, false, kLong).empty());
    CHECK(shown(log, true, kLong).empty());
    CHECK(shown(dumb, true, kLong).empty());
}
