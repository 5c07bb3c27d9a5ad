#pragma once

#include "base/span.hpp"
#include "policy/process.hpp"
#include "policy/sign_off_format.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::model {

/// What the components of a sign-off are called.
enum class LabelKind { none, evidence, owner_confirmation, validation, other, gate_status };
LabelKind classify_label(std::string_view label, const policy::SignOffFormat& format);

/// The component that a label gives once more: `PMO re-validation`, `Second PMO validation`, `PMO validation
/// (2026-02-14)`; or whose name it only begins. `none` for the plain labels.
LabelKind classify_repeated_label(std::string_view label, const policy::SignOffFormat& format);

/// A line that begins with the name of a gate or of a gate item: `Gate T.1 — Defect confirmed`.
struct GateLine {
    bool is_item = false;
    std::string id;      ///< as the process writes it, else as written; empty for `Gate Item: description`
    std::string gate_id; ///< of the item; of a gate its own
    base::Span rest;     ///< behind id and separators
    bool has_keyword = false;
    bool is_known = false;      ///< the process has it
    bool has_separator = false; ///< a dash, a colon, a bracket, a glyph or nothing follows the id
    bool struck_out = false;
};

/// Where the gate keywords, labels and known ids come from.
struct GateVocabulary {
    const policy::SignOffFormat& format;
    const policy::Process* process = nullptr;
};

std::optional<GateLine> read_gate_line(std::string_view text, const GateVocabulary& vocabulary);

/// Small letters or a comma come right behind the id: the line is a sentence (`FS.1 and FS.2 were ...`) and
/// no heading.
bool runs_on(const GateLine& line, std::string_view text);

/// The gate that an item id belongs to: the process's, else the id before its last `.`.
std::string gate_of_item(std::string_view id, const policy::Process* process);

/// The gate id that a cell such as `Gate T`, `T` or `Gate T — Triage` names; nothing for an item.
std::optional<std::string> read_gate_name(std::string_view text, const GateVocabulary& vocabulary);

} // namespace docs_lint::model
