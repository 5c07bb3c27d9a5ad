#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::yaml {

enum class NodeKind { null, scalar, sequence, mapping };

struct Member;

/// A value of a YAML file with its place. Scalars stay text: nothing is guessed to be a number or a boolean.
struct Node {
    NodeKind kind = NodeKind::null;
    std::size_t line = 0;   ///< from 1
    std::size_t column = 0; ///< from 1, in bytes
    bool quoted = false;    ///< scalars
    std::string scalar;
    std::vector<Node> items;     ///< sequences
    std::vector<Member> members; ///< mappings, in the order of the file; keys are scalars

    /// The value under a key, or nothing.
    [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Member {
    Node key;
    Node value;
};

/// Strict YAML: one document, no duplicate keys, anchors, aliases, tags, merge keys or keys that are no
/// scalars, nothing after the document, at most 32 levels and 1 MB. `name` is the file for messages, which
/// read `name:line:column: ...`. Errors are of kind `configuration`.
base::Result<Node> parse(std::string_view text, std::string_view name);

/// The version of yaml-cpp that this was built with; it does not say which one runs.
std::string library_version();

} // namespace docs_lint::yaml
