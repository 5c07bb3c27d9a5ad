#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct BaselineOptions {
    CommonOptions common;
    bool initial = false;
};

CLI::App* add_baseline(CLI::App& application, BaselineOptions& options);

/// Writes the findings of the working tree into a baseline where there is none; afterwards only takes out
/// entries whose findings are gone. Never adds to one that is there.
ExitCode baseline(const BaselineOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
