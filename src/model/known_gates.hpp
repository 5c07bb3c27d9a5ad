#pragma once

#include "model/gate.hpp"
#include "policy/process.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::model {

/// How many of a record's gates the process has.
std::size_t gates_known_to(const policy::Process& process, const std::vector<Gate>& gates);

} // namespace docs_lint::model
