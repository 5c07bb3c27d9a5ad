#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct CheckOptions {
    CommonOptions common;
    std::vector<std::string> paths;
    bool staged = false;
    std::string range;
    std::string push;
    std::string revision;
    bool fix = false;
    bool diff = false;
};

CLI::App* add_check(CLI::App& application, CheckOptions& options);

ExitCode check(const CheckOptions& options, const Surroundings& surroundings);

/// Runs one request and shows its result in the `full` format or the one that is asked for.
ExitCode run_and_report(const engine::Request& request, const CommonOptions& options,
                        const Surroundings& surroundings);

/// The same with whatever `run` gives.
ExitCode report(const std::function<base::Result<engine::RunResult>()>& run, const CommonOptions& options,
                const Surroundings& surroundings);

} // namespace docs_lint::cli
