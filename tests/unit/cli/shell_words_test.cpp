#include "cli/shell_words.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;

namespace {

constexpr const char* kNasty = R"(it's $HOME `id` "x" \ \' a  b !! *)";

} // namespace

TEST_CASE("a quoted word is what it was to a real shell") {
    for (const char* shell : {"sh", "bash", "zsh"}) {
        CAPTURE(shell);
        const auto result = tests::run_process({shell, "-c", "printf %s " + cli::quoted_for_sh(kNasty)});
        REQUIRE(result.exit_code == 0);
        CHECK(result.out == kNasty);
    }
    const tests::ScratchFolder home; // fish makes folders there
    tests::ProcessOptions options;
    options.environment = {{"HOME", home.path()}};
    const auto result = tests::run_process(
        {"fish", "--no-config", "-c", "printf %s " + cli::quoted_for_fish(kNasty)}, options);
    REQUIRE(result.exit_code == 0);
    CHECK(result.out == kNasty);
}

TEST_CASE("words are joined") {
    CHECK(cli::joined({}) == "");
    CHECK(cli::joined({"a", "b"}, " | ") == "a | b");
}
