#include "cli/surroundings.hpp"

namespace docs_lint::cli {

std::optional<std::string> variable(const Surroundings& surroundings, const std::string& name) {
    auto value = surroundings.variable ? surroundings.variable(name) : std::nullopt;
    if (value && value->empty()) return std::nullopt;
    return value;
}

bool under_ci(const Surroundings& surroundings) {
    for (const char* name : {"CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"}) {
        if (variable(surroundings, name)) return true;
    }
    return false;
}

} // namespace docs_lint::cli
