#include "yaml/node.hpp"

#include <algorithm>

namespace docs_lint::yaml {

const Node* Node::find(std::string_view key) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [key](const Member& member) { return member.key.scalar == key; });
    return found == members.end() ? nullptr : &found->value;
}

} // namespace docs_lint::yaml
