#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

#include <string>

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct ProcessOptions {
    CommonOptions common; ///< colour, configuration and trust
    bool list = false;
    std::string name; ///< id of a process, or path of a template
    std::string revision;
    std::string format = "text";
};

CLI::App* add_process(CLI::App& application, ProcessOptions& options);

/// Prints processes; what a template leaves open goes to standard error and ends with `failure`, as every use
/// of such a template does.
ExitCode process(const ProcessOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
