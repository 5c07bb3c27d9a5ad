#include "cli/colour.hpp"
#include "unit/cli/fake_surroundings.hpp"

#include <doctest/doctest.h>

using docs_lint::cli::ColourChoice;
using docs_lint::tests::FakeSurroundings;

namespace {

bool coloured(std::map<std::string, std::string> variables, bool terminal,
              ColourChoice choice = ColourChoice::automatic) {
    FakeSurroundings fake;
    fake.variables = std::move(variables);
    return docs_lint::cli::use_colour(choice, terminal, fake.get());
}

} // namespace

TEST_CASE("without variables the terminal decides") {
    CHECK(coloured({}, true));
    CHECK_FALSE(coloured({}, false));
}

TEST_CASE("the flag wins over everything") {
    CHECK(coloured({{"NO_COLOR", "1"}, {"TERM", "dumb"}}, false, ColourChoice::always));
    CHECK_FALSE(coloured({{"FORCE_COLOR", "1"}}, true, ColourChoice::never));
}

TEST_CASE("NO_COLOR wins over FORCE_COLOR, unless it is empty") {
    CHECK_FALSE(coloured({{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}, true));
    CHECK_FALSE(coloured({{"NO_COLOR", "0"}, {"CLICOLOR_FORCE", "1"}}, false));
    CHECK(coloured({{"NO_COLOR", ""}}, true));
}

TEST_CASE("FORCE_COLOR and CLICOLOR_FORCE win over TERM and the terminal") {
    CHECK(coloured({{"FORCE_COLOR", "1"}, {"TERM", "dumb"}}, false));
    CHECK(coloured({{"CLICOLOR_FORCE", "1"}}, false));
    CHECK_FALSE(coloured({{"FORCE_COLOR", "0"}, {"CLICOLOR_FORCE", "0"}}, false));
    CHECK_FALSE(coloured({{"FORCE_COLOR", ""}}, false));
}

TEST_CASE("a dumb terminal has no colour") {
    CHECK_FALSE(coloured({{"TERM", "dumb"}}, true));
    CHECK(coloured({{"TERM", "xterm"}}, true));
}
