#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

#include <string>

namespace CLI {
class App;
}

namespace docs_lint::cli {

struct ExplainOptions {
    CommonOptions common; ///< colour only
    std::string rule;
};

CLI::App* add_explain(CLI::App& application, ExplainOptions& options);

ExitCode explain(const ExplainOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli
