#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint;

namespace {

std::vector<std::string> names_of(const std::vector<cli::DescribedCommand>& commands) {
    std::vector<std::string> names;
    for (const cli::DescribedCommand& command : commands) names.push_back(command.name);
    return names;
}

} // namespace

TEST_CASE("the library knows every command by the name under which it is run") {
    CHECK(names_of(cli::describe_program().commands) == cli::command_names());
}

TEST_CASE("only the commands that a word names are defined") {
    const cli::CommandLine line({"-C", "docs", "audit", "status"}, false);
    CHECK(names_of(cli::describe(line.application()).commands) ==
          std::vector<std::string>{"audit", "status"});
}

TEST_CASE("a folder for all commands, before and behind the command") {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"-C", "docs", "audit"}, std::vector<std::string>{"audit", "-C", "docs"}}) {
        cli::CommandLine line(words, false);
        line.parse(words);
        CHECK(line.folder() == "docs");
    }
}
