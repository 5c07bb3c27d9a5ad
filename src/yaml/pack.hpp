#pragma once

#include "yaml/node.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::yaml {

/// A parsed file in bytes that are quick to read: what is built into the program is parsed when it is built.
std::string pack(const Node& node);

/// The node that was packed; nothing where these are no such bytes.
std::optional<Node> unpack(std::string_view bytes);

} // namespace docs_lint::yaml
