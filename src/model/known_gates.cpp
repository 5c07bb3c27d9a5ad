#include "model/known_gates.hpp"

#include <algorithm>

namespace docs_lint::model {

std::size_t gates_known_to(const policy::Process& process, const std::vector<Gate>& gates) {
    return static_cast<std::size_t>(std::count_if(
        gates.begin(), gates.end(), [&](const Gate& gate) { return process.find_gate(gate.id) != nullptr; }));
}

} // namespace docs_lint::model
