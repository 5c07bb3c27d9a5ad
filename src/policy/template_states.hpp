#pragma once

#include "policy/template_names.hpp"
#include "policy/template_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace docs_lint::policy {

/// A gate that a diagram of the states names on its way from one to the next.
struct DiagramGate {
    Written id;
    std::size_t from = 0; ///< index of the state before it
};

/// A place that may show the states of the process: a diagram with arrows, or a list.
struct StateDrawing {
    std::vector<Written> states;
    std::vector<DiagramGate> gates;
};

/// Every such place, diagrams before lists.
std::vector<StateDrawing> find_state_drawings(const TemplateText& text, const SignOffFormat& format,
                                              const TemplateWords& words);

} // namespace docs_lint::policy
