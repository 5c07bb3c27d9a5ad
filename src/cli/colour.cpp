#include "cli/colour.hpp"

namespace docs_lint::cli {
namespace {

bool is_on(const Surroundings& surroundings, const char* name) {
    const auto value = variable(surroundings, name);
    return value && *value != "0" && *value != "false";
}

} // namespace

bool use_colour(ColourChoice choice, bool is_terminal, const Surroundings& surroundings) {
    if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
    if (variable(surroundings, "NO_COLOR")) return false;
    if (is_on(surroundings, "FORCE_COLOR") || is_on(surroundings, "CLICOLOR_FORCE")) return true;
    if (variable(surroundings, "TERM") == "dumb") return false;
    return is_terminal;
}

} // namespace docs_lint::cli
