#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct StatusOptions {
    CommonOptions common;
    std::vector<std::string> paths;
    std::string revision;
    bool all = false;
};

CLI::App* add_status(CLI::App& application, StatusOptions& options);

/// Shows where each open record stands, who does what next and by when. It judges nothing: findings leave the
/// exit code at 0. What could not be told (a record that cannot be read, a process that is not known) makes
/// it 3.
ExitCode status(const StatusOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
