#pragma once

#include "engine/configuration.hpp"
#include "engine/run.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace docs_lint::cli {

/// Everything outside the program that a command may touch, so that tests can put their own in its place.
struct Surroundings {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::filesystem::path program = {}; ///< the running program's file, without links; empty: unknown
    std::size_t columns = 100;          ///< of the terminal
    std::size_t message_columns = 0;    ///< to which messages on `err` are broken; 0: not at all
    std::function<std::optional<std::string>(const std::string&)> variable = {}; ///< the environment
    std::function<base::Result<engine::RunResult>(const engine::Request&)> engine = &engine::run;
    /// The rules that stand here, or in the given configuration file.
    std::function<base::Result<policy::Policy>(const std::optional<std::string>& configuration)> policy =
        [](const std::optional<std::string>& configuration) {
            return engine::read_policy(".", configuration);
        };
};

/// The value of an environment variable; nothing where it is unset or empty.
std::optional<std::string> variable(const Surroundings& surroundings, const std::string& name);

/// Output goes to a build log, whose runner obeys commands in text.
bool under_ci(const Surroundings& surroundings);

} // namespace docs_lint::cli
