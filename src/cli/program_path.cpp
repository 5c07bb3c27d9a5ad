#include "cli/program_path.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace docs_lint::cli {
namespace {

bool holds_program(std::string_view folder) {
    const std::filesystem::path program = std::filesystem::path(folder) / "docs-lint";
    std::error_code error;
    return std::filesystem::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0;
}

} // namespace

bool is_on_path(const Surroundings& surroundings) {
    const std::string path = variable(surroundings, "PATH").value_or("");
    const auto folders = base::split(path, ':');
    return std::any_of(folders.begin(), folders.end(), holds_program);
}

} // namespace docs_lint::cli
