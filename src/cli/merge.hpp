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

struct MergeOptions {
    CommonOptions common;
    std::vector<std::string> reports; ///< files
};

CLI::App* add_merge(CLI::App& application, MergeOptions& options);

ExitCode merge(const MergeOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
