#pragma once

#include "base/result.hpp"
#include "cli/surroundings.hpp"
#include "engine/request.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::cli {

/// What a hook is asked for on its command line.
struct HookCall {
    std::string name;                   ///< empty: whoever runs it does not say
    std::vector<std::string> arguments; ///< what git gives the hook: pre-push gets the name of the remote
    bool staged = false;                ///< these three instead of what the hook would find out
    std::string range;
    bool all = false;
};

/// One thing that a hook has to check, and how to name it. Nothing to check: a deleted ref.
struct HookTask {
    std::string title;
    bool skipped = false;
    engine::Request request = {}; ///< mode, base, head and known refs
};

/// All that a call has to check. pre-push and pre-receive read it from standard input, a task for each line.
base::Result<std::vector<HookTask>> hook_tasks(const HookCall& call, const Surroundings& surroundings);

/// A line `<local ref> <local oid> <remote ref> <remote oid>`, pushed to the remote of that name
base::Result<HookTask> pre_push_task(std::string_view line, std::string_view remote);

/// A line `<old oid> <new oid> <ref>`
base::Result<HookTask> pre_receive_task(std::string_view line);

} // namespace docs_lint::cli
