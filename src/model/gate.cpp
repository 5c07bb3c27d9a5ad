#include "model/gate.hpp"

namespace docs_lint::model {

std::vector<const Component*> GateItem::placed(ComponentKind kind) const {
    std::vector<const Component*> found;
    for (const Component& component : components)
        if (component.kind == kind && component.misplacement == Misplacement::none)
            found.push_back(&component);
    return found;
}

} // namespace docs_lint::model
