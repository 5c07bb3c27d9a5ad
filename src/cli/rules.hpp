#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

namespace CLI {
class App;
}

namespace docs_lint::cli {

CLI::App* add_rules(CLI::App& application, CommonOptions& options);

ExitCode list_rules(const CommonOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
