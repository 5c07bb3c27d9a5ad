#pragma once

#include "markdown/ast.hpp"
#include "model/block_tree.hpp"
#include "model/gate.hpp"
#include "model/gate_line.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// All that the readers of gates share.
struct GateSource {
    const BlockTree& tree;
    std::string_view text;
    GateVocabulary vocabulary;
    std::vector<markdown::Link> links; ///< in the order of the text
    std::vector<base::Span> hidden;    ///< parts that HTML hides or strikes out
};

/// A gate item while its blocks are being read.
struct OpenItem {
    GateItem item;
    std::size_t container = 0; ///< the block that holds what begins the item
    int level = 0;             ///< of its heading; 0 for a bold line
    bool quoted = false;
    bool dispensable = false;        ///< named without keyword and unknown: no item unless components follow
    bool mentioned = false;          ///< a sentence begins with the name: no item beside one with components
    std::optional<std::size_t> home; ///< the list, fence, table or container of its first component
    std::map<std::size_t, std::size_t> component_of_list_item;
};

/// The kind of component that a label names, or nothing.
std::optional<ComponentKind> component_kind(LabelKind kind);

/// Takes a checkbox and a list mark off the front of a line. Empty for an open box: what stands behind it is
/// not done.
struct BareLine {
    markdown::Text text;
    bool unchecked = false;
};
BareLine without_checkbox(const markdown::Text& line);

/// Begins a component with its first line. `home` is where it stands.
Component& add_component(OpenItem& open, ComponentKind kind, const markdown::Text& label,
                         const markdown::Text& value, std::size_t home, Misplacement misplacement);

/// A further line of its value.
void extend(Component& component, const markdown::Text& line);

/// Links and plainness of all components, and the item's extent, once everything is read.
void finish(OpenItem& open, const GateSource& source);

/// Label and value of a line of the form `label: value`.
struct LabelledText {
    LabelKind kind = LabelKind::none;
    LabelKind repeated = LabelKind::none; ///< see `classify_repeated_label` and `denied_component`
    markdown::Text label;
    markdown::Text value;
};
LabelledText read_labelled(const markdown::Text& line, const policy::SignOffFormat& format);

/// Keeps what a line says of a sign-off under another label than its own: that it is given once more, or
/// denied (`PMO Lead: Fail`), or a note below it. False where the line says nothing of the kind.
bool hear_beside(OpenItem& open, const LabelledText& labelled, std::size_t home, bool quoted);

} // namespace docs_lint::model
