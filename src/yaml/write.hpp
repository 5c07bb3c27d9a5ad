#pragma once

#include "yaml/node.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docs_lint::yaml {

struct DraftMember;

/// A value that is to be written, with what a reader shall know of it.
struct Draft {
    NodeKind kind = NodeKind::mapping;
    std::string scalar;
    std::vector<Draft> items;
    std::vector<DraftMember> members;
    std::vector<std::string> above; ///< comment lines above it; an empty one is an empty line
    std::string behind;             ///< comment at the end of its line
    bool on_one_line = false;       ///< `[a, b]`, `{a: b}`; what stands inside has no comments
};

struct DraftMember {
    std::string key;
    Draft value;
};

Draft draft_of(std::string_view scalar, std::string_view behind = {});
Draft draft_of(const std::vector<std::string>& scalars);

/// Text that `parse` reads as the same values. Long comments are broken into several lines, and characters
/// that nobody sees are written out in them. Scalars must have none (`can_write`).
std::string write(const Draft& root);

/// The strict YAML of this program can hold the text on one line.
bool can_write(std::string_view scalar);

} // namespace docs_lint::yaml
