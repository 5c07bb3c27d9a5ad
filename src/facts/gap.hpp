#pragma once

#include "diagnostics/location.hpp"

#include <string>

namespace docs_lint::facts {

/// Something that the history does not show, for the documents it concerns.
struct Gap {
    std::string message;
    std::string help;
    diagnostics::Location location;
};

} // namespace docs_lint::facts
