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

struct InstallOptions {
    CommonOptions common;           ///< colour and trust only
    std::vector<std::string> hooks; ///< empty: what is usual here
    std::string manager = "auto";
    bool uninstall = false;
    bool dry_run = false;
};

CLI::App* add_install(CLI::App& application, InstallOptions& options);

/// Makes git run docs-lint, or stops it. `clean` means that it does so now, `failure` that something is left
/// to do, which was said: the lines of a manager's configuration, or a hook that is somebody else's.
ExitCode install(const InstallOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
