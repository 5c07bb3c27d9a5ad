#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace docs_lint::cli {

/// An option, or an argument without a name.
struct DescribedOption {
    std::vector<std::string> names = {};  ///< `-o` and `--output`, the short ones first; none: an argument
    std::string placeholder = {};         ///< `FORMAT[=PATH]`; empty: a flag
    std::vector<std::string> values = {}; ///< the words that it takes, where they are known
    std::string description = {};
    bool required = false;
    bool repeatable = false;

    friend bool operator==(const DescribedOption&, const DescribedOption&) = default;
};

/// What the command line understands, as values: completions and the manual are made of it and of nothing
/// else.
struct DescribedCommand {
    std::string name = {};
    std::string description = {};
    std::string footer = {};
    std::vector<DescribedOption> options = {};
    std::vector<DescribedOption> arguments = {};
    std::vector<DescribedCommand> commands = {};
};

/// All that the library knows. Hidden options and commands are left out.
DescribedCommand describe(const CLI::App& application);

/// What the help calls the value of an option: its type without what the library adds about validators.
std::string placeholder_of(const CLI::Option& option);

/// What a value may be besides the known words, as its placeholder says: `FOLDER`; `FILE`, `PATH` or
/// `TEMPLATE` for a file; `[=PATH]` for a file behind a word.
enum class ValueKind { words, folder, file, word_and_file };
ValueKind kind_of(const DescribedOption& option);

/// A command and the words that lead to it: `process show`; none for the program itself.
struct CommandAt {
    std::string path;
    const DescribedCommand* command;
};

/// The program and all its commands, each before those below it.
std::vector<CommandAt> all_commands(const DescribedCommand& program);

/// The program as it can be typed: without a command it takes what `usual` takes, and each command also takes
/// the program's own options that have values.
DescribedCommand as_typed(DescribedCommand program, std::string_view usual);

} // namespace docs_lint::cli
