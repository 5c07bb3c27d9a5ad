#pragma once

#include "cli/described_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/surroundings.hpp"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace docs_lint::cli {

/// The one that is meant where none is named.
inline constexpr const char* kUsualCommand = "check";

const std::vector<std::string>& command_names();

/// The program's command line: its commands, what was asked of them, and what they do. Options of commands
/// that are not needed are not defined, for that takes longer than all else that happens before a short run.
class CommandLine {
public:
    /// Commands that no word names are left out; `with_all` keeps them, as whoever shows help needs them.
    CommandLine(const std::vector<std::string>& words, bool with_all);
    ~CommandLine();

    [[nodiscard]] const CLI::App& application() const { return *application_; }

    /// Takes arguments without the program's name, with a command where one is needed. Throws the library's
    /// ParseError, as it does for `--help` and `--version` too.
    void parse(std::vector<std::string> arguments);

    /// The folder of `-C`; empty without one.
    [[nodiscard]] const std::string& folder() const;

    /// Runs the command that was named.
    [[nodiscard]] ExitCode run(const Surroundings& surroundings) const;

private:
    struct Parsed;
    struct Command;
    static const std::vector<Command>& commands();
    friend const std::vector<std::string>& command_names();

    std::unique_ptr<CLI::App> application_;
    std::unique_ptr<Parsed> parsed_;
};

/// All of it, as completions and the manual show it.
DescribedCommand describe_program();

} // namespace docs_lint::cli
