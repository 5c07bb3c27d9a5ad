#pragma once

#include "cli/surroundings.hpp"

#include <string>
#include <vector>

namespace docs_lint::cli {

/// The whole program but for `main`: arguments without the program's name, and the exit code.
int run(std::vector<std::string> arguments, const Surroundings& surroundings);

/// The real streams, terminal and environment.
Surroundings real_surroundings();

/// With a command in front where the user left out `check`.
std::vector<std::string> with_command(std::vector<std::string> arguments);

} // namespace docs_lint::cli
