#pragma once

#include "cli/exit_code.hpp"
#include "cli/hook_tasks.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

#include <optional>

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct HookOptions {
    CommonOptions common;
    HookCall call;
    std::optional<double> seconds; ///< that it may take; nothing: the hook's own limit, if it has one
};

CLI::App* add_hook(CLI::App& application, HookOptions& options);

/// Says in one line what it checks, and checks it.
ExitCode hook(const HookOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
