#include "cli/described_command.hpp"

#include <CLI/CLI.hpp>
#include <doctest/doctest.h>

using namespace docs_lint;
using cli::DescribedCommand;
using cli::DescribedOption;
using cli::ValueKind;

namespace {

/// A program like docs-lint, with one of everything.
struct Small {
    std::string folder, level, path;
    std::vector<std::string> outputs, files;
    bool quiet = false;
    CLI::App application{"Does little."};

    Small() {
        application.name("small");
        application.add_option("-C", folder, "Go there")->type_name("FOLDER");
        CLI::App* run = application.add_subcommand("run", "Run it");
        run->add_option("files", files, "These")->type_name("FILE")->required();
        run->add_option("-o,--output", outputs, "Write so")->type_name("FORMAT[=PATH]")->take_all();
        run->add_option("--level", level, "From here")
            ->type_name("LEVEL")
            ->check(CLI::IsMember({"low", "high"}));
        run->add_flag("-q,--quiet", quiet, "Say less");
        run->add_flag("--secret", quiet, "Nobody sees this")->group("");
        run->footer("Mind the step.");
        CLI::App* deep = application.add_subcommand("deep", "More");
        deep->add_subcommand("down", "Even more");
        application.add_subcommand("hidden", "Nobody sees this")->group("");
    }
};

const DescribedOption* find(const std::vector<DescribedOption>& options, const std::string& name) {
    for (const DescribedOption& option : options)
        for (const std::string& one : option.names)
            if (one == name) return &option;
    return nullptr;
}

} // namespace

TEST_CASE("a command line is described as the library knows it") {
    const Small small;
    const DescribedCommand program = cli::describe(small.application);
    CHECK(program.name == "small");
    CHECK(program.description == "Does little.");
    REQUIRE(program.commands.size() == 2);
    const DescribedCommand& run = program.commands[0];
    CHECK(run.name == "run");
    CHECK(run.footer == "Mind the step.");
    REQUIRE(run.arguments.size() == 1);
    CHECK(run.arguments[0] == DescribedOption{.names = {},
                                              .placeholder = "FILE",
                                              .description = "These",
                                              .required = true,
                                              .repeatable = true});
    CHECK(*find(run.options, "-o") == DescribedOption{.names = {"-o", "--output"},
                                                      .placeholder = "FORMAT[=PATH]",
                                                      .description = "Write so",
                                                      .repeatable = true});
    CHECK(*find(run.options, "--level") == DescribedOption{.names = {"--level"},
                                                           .placeholder = "LEVEL",
                                                           .values = {"low", "high"},
                                                           .description = "From here"});
    CHECK(*find(run.options, "-q") == DescribedOption{.names = {"-q", "--quiet"}, .description = "Say less"});
    CHECK(find(run.options, "--secret") == nullptr);
    CHECK(find(run.options, "--help") != nullptr);
}

TEST_CASE("the placeholder says what completes a value") {
    const auto kind = [](const std::string& placeholder) {
        return cli::kind_of({.names = {}, .placeholder = placeholder});
    };
    CHECK(kind("FOLDER") == ValueKind::folder);
    CHECK(kind("FILE") == ValueKind::file);
    CHECK(kind("PATH") == ValueKind::file);
    CHECK(kind("ID|TEMPLATE") == ValueKind::file);
    CHECK(kind("FORMAT[=PATH]") == ValueKind::word_and_file);
    CHECK(kind("PROFILE") == ValueKind::words);
    CHECK(kind("") == ValueKind::words);
}

TEST_CASE("all commands come with the words that lead to them") {
    const Small small;
    const DescribedCommand program = cli::describe(small.application);
    std::vector<std::string> paths;
    for (const auto& at : cli::all_commands(program)) paths.push_back(at.path);
    CHECK(paths == std::vector<std::string>{"", "run", "deep", "deep down"});
}

TEST_CASE("as it is typed, the usual command needs no name, and the program's options stand anywhere") {
    const Small small;
    const DescribedCommand program = cli::as_typed(cli::describe(small.application), "run");
    CHECK(find(program.options, "--level") != nullptr);
    CHECK(find(program.options, "-C") != nullptr);
    REQUIRE(program.arguments.size() == 1);
    CHECK(find(program.commands[0].options, "-C") != nullptr);
    CHECK(find(program.commands[1].commands[0].options, "-C") != nullptr);
    CHECK(find(program.commands[1].options, "--level") == nullptr);
}
