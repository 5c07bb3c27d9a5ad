#pragma once

#include "yaml/node.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::yaml {

/// What is wrong at a place of the text; `help` says how to write it.
struct Refusal {
    std::size_t line = 0;   ///< from 1
    std::size_t column = 0; ///< from 1, in bytes
    std::string message;
    std::string help;
};

/// What no file may hold, whatever it means: too much text, tabs, directives, and characters that a reader
/// does not see. The library below would take some of them for the end of the text.
std::optional<Refusal> find_refused_text(std::string_view text);

} // namespace docs_lint::yaml
