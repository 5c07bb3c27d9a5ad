#pragma once

#include "model/components.hpp"
#include "model/gate.hpp"
#include "model/status_words.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// What has been found of the gates while the blocks of a document are read in their order.
struct GateReading {
    explicit GateReading(const GateSource& all) : source(all) {}

    const GateSource& source;
    std::vector<OpenItem> open; ///< the innermost one last
    std::vector<OpenItem> done;

    struct Mention {
        std::string id;
        std::string title;
        base::Span heading;
    };
    std::vector<Mention> gates;
    std::set<std::string> gate_ids; ///< of `gates` and of the items

    struct StatusMention {
        std::string gate;
        GateStatus status;
    };
    std::vector<StatusMention> statuses;

    std::string context;         ///< id of the gate whose section this is
    int context_level = 0;       ///< of its heading; 0 for none
    bool context_struck = false; ///< its heading is struck through: nothing below it counts
    std::string last_gate;       ///< of the item that came last
};

/// Level of a gate's bold line: any heading ends it.
constexpr int kBoldLineLevel = 7;

/// `text` is what `line` was read from; `heading` the line that a finding shows.
OpenItem make_item(const GateReading& reading, const GateLine& line, const markdown::Text& text,
                   base::Span heading, std::size_t container, ItemShape shape);

/// Opens an item; one that stands in the same container is closed.
void open_item(GateReading& reading, OpenItem item);

/// The gate of an item that begins.
void note_gate(GateReading& reading, const OpenItem& item);

void close_item(GateReading& reading);

/// Closes the items that block `index` is no part of.
void leave_containers(GateReading& reading, std::size_t index);

/// The item that block `index` is a part of.
OpenItem* item_around(GateReading& reading, std::size_t index);

/// The component whose list item holds the block: code, tables and HTML there are evidence.
Component* component_around(GateReading& reading, std::size_t index);

/// Further lines of evidence; nobody confirms in code, tables or HTML.
void extend_evidence(Component& component, const std::vector<markdown::Text>& lines);

/// `PMO validation: Fail` where no component can stand, as a heading in the item: what it says against the
/// sign-off is heard.
void hear_line(GateReading& reading, const markdown::Text& line, std::size_t index);

/// A line `Gate status: ...`. The gate is the one that label or value names, else that of the section.
void add_status(GateReading& reading, const markdown::Text& label, const markdown::Text& value);

/// The line says how a gate stands (`Gate 1 — ✅ COMPLETE`); true if it does.
bool add_gate_line_status(GateReading& reading, const GateLine& line, const markdown::Text& text);

/// A gate whose heading is a bold line.
void open_bold_gate(GateReading& reading, const GateLine& line, const markdown::Text& heading);

void read_gate_heading(GateReading& reading, std::size_t block);
void read_gate_paragraph(GateReading& reading, std::size_t block);
void read_gate_fence(GateReading& reading, std::size_t block);
void read_gate_table(GateReading& reading, std::size_t block);

/// Sentences and ticked boxes that say of a gate of the process that it has passed: `Gate 1 passed on ...`.
void read_gate_claims(GateReading& reading, std::size_t block);

/// All gates of a document.
std::vector<Gate> read_gates(const GateSource& source);

} // namespace docs_lint::model
