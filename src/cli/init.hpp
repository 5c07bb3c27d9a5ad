#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct InitOptions {
    CommonOptions common; ///< colour and trust only
    bool force = false;
    bool to_stdout = false;
};

CLI::App* add_init(CLI::App& application, InitOptions& options);

/// Writes the configuration that the documents of the working tree suggest, and checks them by it. Findings
/// are no failure: they are what it is for.
ExitCode init(const InitOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
