#pragma once

#include "base/span.hpp"
#include "markdown/text.hpp"
#include "model/confirmation.hpp"
#include "model/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::model {

/// The three components of a sign-off.
enum class ComponentKind { evidence, owner_confirmation, validation };

/// Why a component that a reader can find somewhere does not count as part of its item's sign-off.
enum class Misplacement {
    none,
    nested,     ///< under another component
    lazy,       ///< Markdown joins it to the component before it (a continuation line without indentation)
    quoted,     ///< in a block quote
    other_list, ///< in another list than the first component (mixed bullets make several lists)
    repeated,   ///< its label says that it is given once more: `PMO re-validation`, `Second PMO validation`
    noted,      ///< a note below it, and no component: `Note: withdrawn`
};

/// One labelled component as it was written.
struct Component {
    ComponentKind kind = ComponentKind::evidence;
    std::string label; ///< as written
    base::Span label_source;
    std::vector<markdown::Text>
        value; ///< the lines behind the label, continuation lines and nested bullets included
    std::vector<PathMention> links;            ///< the paths that links in the value lead to
    std::vector<CommitMention> linked_commits; ///< the commits to whose pages they lead
    base::Span source;                         ///< label and value
    Misplacement misplacement = Misplacement::none;
    bool plain = true; ///< no look-alike or invisible character in label or value
};

enum class ItemShape { bullets, paragraph_lines, fenced_block, table_row, table };

/// One gate item with everything that stands under it. `evidence`, `owner` and `validation` hold every
/// occurrence in the order of the document: exactly one that is not misplaced makes a component.
struct GateItem {
    std::string id;      ///< `FS.2` as the process writes it; empty where neither id nor title is known
    std::string gate_id; ///< `FS`; empty where unknown
    std::string title;   ///< as written, without id
    base::Span heading;  ///< the line that begins it
    base::Span source;   ///< from its heading to its last component
    ItemShape shape = ItemShape::bullets;
    bool struck_out = false; ///< its heading is struck through
    std::vector<Component> components;

    /// The components of that kind that count, those that are misplaced left out.
    [[nodiscard]] std::vector<const Component*> placed(ComponentKind kind) const;
};

/// What a gate says of itself, apart from its items.
struct GateStatus {
    bool passed = false; ///< claims to have passed (read liberally)
    bool open = false;   ///< says that it has not
    std::string text;
    base::Span source;
    bool told = false; ///< by a sentence, which tells what was so then and may be so no more
};

/// A gate of a record, whatever shape it is written in.
struct Gate {
    std::string id; ///< `FS`
    std::string title;
    base::Span heading;               ///< its heading, or the first item's where it has none
    std::vector<GateStatus> statuses; ///< status lines and verdicts in its heading
    std::vector<GateItem> items;
};

} // namespace docs_lint::model
