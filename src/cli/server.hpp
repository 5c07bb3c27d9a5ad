#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

namespace CLI {
class App;
}

namespace docs_lint::cli {

CLI::App* add_server(CLI::App& application, CommonOptions& options);

/// Speaks the language server protocol on the standard streams. Ends as the protocol asks: 0 where the client
/// shut it down, 1 where it left without; 2 where the client's messages cannot be told apart.
ExitCode server(const CommonOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
