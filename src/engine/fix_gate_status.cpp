#include "base/text.hpp"
#include "engine/fix_makers.hpp"
#include "model/gate_line.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

/// `Gate status: ` stands before the value on its line, whatever marks are round it. A heading, a sentence or
/// a table cell tells more than a status, and is its writer's.
bool stands_behind_label(const FixSource& source, base::Span value) {
    const model::Document& document = *source.document.document;
    const base::Span line = document.lines.line(document.lines.line_of(value.begin));
    if (value.end > line.end) return false;
    std::string_view before = std::string_view(document.text).substr(line.begin, value.begin - line.begin);
    const std::size_t first = before.find_first_not_of(" \t-*+_");
    const std::size_t colon = before.rfind(':');
    if (first == std::string_view::npos || colon == std::string_view::npos || colon < first) return false;
    if (before.find_first_not_of(" \t*_", colon + 1) != std::string_view::npos) return false;
    return model::classify_label(before.substr(first, colon - first), source.document.policy->sign_off) ==
           model::LabelKind::gate_status;
}

/// Items of the process that are not signed off; nothing where the document has others that are not, either.
std::vector<std::string> open_items(const facts::GateFacts& gate) {
    std::vector<std::string> ids;
    for (const facts::ItemFacts& item : gate.items) {
        if (item.signed_off) continue;
        if (item.definition == nullptr) return {};
        ids.push_back(item.definition->id);
    }
    return ids;
}

std::string upper(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return word;
}

} // namespace

std::vector<Fix> fix_gate_status(const FixSource& source) {
    const auto& words = source.document.policy->sign_off.status_open;
    std::vector<Fix> fixes;
    for (const facts::GateFacts& gate : source.document.gates) {
        const auto open = open_items(gate);
        if (gate.gate == nullptr || open.empty() || words.empty()) continue;
        for (const model::GateStatus& status : gate.gate->statuses) {
            if (!status.passed || status.told || !stands_behind_label(source, status.source)) continue;
            const std::string text =
                fmt::format("{} — open: {}", upper(words.front()), fmt::join(open, ", "));
            fixes.push_back({"gate/status-inconsistent",
                             status.source,
                             {{status.source, text}},
                             fmt::format("the status of gate {} becomes \"{}\"", gate.id, text),
                             FixScope::gate_status});
        }
    }
    return fixes;
}

} // namespace docs_lint::engine
