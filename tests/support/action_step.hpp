#pragma once

#include "support/process.hpp"

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// What a step that uses the action leaves behind.
struct ActionStep {
    ProcessResult process;
    std::map<std::string, std::string> outputs;
    std::string summary;
    std::string sarif;  ///< text of the file that the output names; empty where it names none
    std::string report; ///< likewise

    [[nodiscard]] std::string output(const std::string& name) const; ///< empty where it was not set
};

/// Runs scripts/action as a runner does: with the built docs-lint on the PATH, an event file (empty for
/// null), and the action's inputs as environment variables.
ActionStep run_action(const std::filesystem::path& folder, const std::string& event,
                      const nlohmann::json& payload, std::map<std::string, std::string> variables = {});

/// The lines of a log in which the runner obeys a command: `::name` at the start of one and `##[name]`
/// anywhere, but neither between `::stop-commands::TOKEN` and `::TOKEN::`, which are left out.
std::vector<std::string> obeyed_commands(const std::string& log);

} // namespace docs_lint::tests
