#pragma once

#include "cli/described_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/surroundings.hpp"

#include <string>

namespace docs_lint::cli {

struct CompletionOptions {
    std::string shell;
};

CLI::App* add_completion(CLI::App& application, CompletionOptions& options);

/// Prints the script that makes a shell complete `program`, which is given as it can be typed.
ExitCode completion(const CompletionOptions& options, const DescribedCommand& program,
                    const Surroundings& surroundings);

/// The scripts. They are whole: the shells do not run the program to complete a word.
std::string bash_completion(const DescribedCommand& program);
std::string zsh_completion(const DescribedCommand& program);
std::string fish_completion(const DescribedCommand& program);

} // namespace docs_lint::cli
