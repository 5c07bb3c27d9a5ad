#pragma once

#include "base/result.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"
#include "engine/request.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct HookOptions {
    CommonOptions common;
    std::string name;
    std::vector<std::string> arguments; ///< what git gives the hook: pre-push gets the name of the remote
};

CLI::App* add_hook(CLI::App& application, HookOptions& options);

ExitCode hook(const HookOptions& options, const Surroundings& surroundings);

/// One thing that a hook has to check, and how to name it. Nothing to check: a deleted ref.
struct HookTask {
    std::string title;
    bool skipped = false;
    engine::Request request = {};
};

/// From the variables that the pre-commit framework sets, or the index.
HookTask pre_commit_task(const Surroundings& surroundings);

/// A line `<local ref> <local oid> <remote ref> <remote oid>`, pushed to the remote of that name
base::Result<HookTask> pre_push_task(std::string_view line, std::string_view remote);

/// A line `<old oid> <new oid> <ref>`
base::Result<HookTask> pre_receive_task(std::string_view line);

} // namespace docs_lint::cli
