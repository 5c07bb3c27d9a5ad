#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"
#include "engine/diagnosis.hpp"

#include <string>

namespace CLI {
class App;
}

namespace docs_lint::cli {

CLI::App* add_doctor(CLI::App& application, CommonOptions& options);

/// Says what can and what cannot be verified here: exit code 0, 3 where something cannot, 2 where nothing
/// can.
ExitCode doctor(const CommonOptions& options, const Surroundings& surroundings);

/// The diagnosis for people, in lines of at most `width` columns.
std::string show_diagnosis(const engine::Diagnosis& diagnosis, std::size_t width, bool colour);

} // namespace docs_lint::cli
