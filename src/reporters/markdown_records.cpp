#include "reporters/markdown_records.hpp"

#include "base/utf8.hpp"
#include "reporters/markdown_text.hpp"
#include "reporters/status.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>
#include <vector>

namespace docs_lint::reporters {
namespace {

using records::Gate;
using records::Record;
using Records = std::vector<const Record*>;

constexpr std::size_t kMostOfADiagram = 49'000; ///< Mermaid draws no more than 50,000 characters
constexpr std::size_t kMostRows = 300;          ///< of one table
constexpr std::size_t kMostInAState = 20;       ///< records that are named in one state

/// The gates that the records of one process have, in the order of the first that has them.
std::vector<Gate> gates_of(const Records& records) {
    std::vector<Gate> gates;
    for (const Record* record : records)
        for (const Gate& gate : record->gates)
            if (std::none_of(gates.begin(), gates.end(), [&](const Gate& one) { return one.id == gate.id; }))
                gates.push_back(gate);
    return gates;
}

std::string cell_of(const Record& record, const std::string& gate_id) {
    for (const Gate& gate : record.gates)
        if (gate.id == gate_id)
            return fmt::format("{} {}/{}", to_string(gate.standing()), gate.signed_items(),
                               gate.items.size());
    return "–";
}

std::string matrix(const Records& records) {
    const auto gates = gates_of(records);
    std::string head = "| Record | State |", rule = "| --- | --- |", rows;
    for (const Gate& gate : gates) {
        head += fmt::format(" {} |", markdown_prose(gate.id));
        rule += " --- |";
    }
    for (std::size_t at = 0; at < std::min(records.size(), kMostRows); ++at) {
        const Record* record = records[at];
        rows +=
            fmt::format("| {} | {} |", markdown_prose(name_of(*record)), markdown_prose(state_text(*record)));
        for (const Gate& gate : gates) rows += fmt::format(" {} |", cell_of(*record, gate.id));
        rows += "\n";
    }
    if (records.size() > kMostRows)
        rows += fmt::format("\n**{} more** records have no room here.\n", records.size() - kMostRows);
    return head + "\n" + rule + "\n" + rows;
}

/// Text in a diagram: what could be syntax, or markup of the page round it, is written as its number.
std::string mermaid_text(std::string_view text) {
    std::string safe;
    for (const char byte : base::escape_invisible(text)) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-' || byte == '.' ||
                           byte == ' ' || static_cast<unsigned char>(byte) >= 0x80;
        safe += plain ? std::string(1, byte) : fmt::format("#{};", static_cast<unsigned char>(byte));
    }
    return safe;
}

std::string names_in(const Records& records, const std::string& state) {
    std::vector<std::string> names;
    std::size_t left_out = 0;
    for (const Record* record : records) {
        if (record->derived != state) continue;
        if (names.size() < kMostInAState)
            names.push_back(mermaid_text(name_of(*record)));
        else
            ++left_out;
    }
    if (left_out > 0) names.push_back(fmt::format("and {} more", left_out));
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Nothing where the records do not say what states their process has.
std::string diagram(const Records& records) {
    const std::vector<std::string>& states = records.front()->states;
    if (states.empty()) return {};
    std::string text = "stateDiagram-v2\n";
    for (std::size_t at = 0; at < states.size(); ++at)
        text += fmt::format("    state \"{}\" as s{}\n", mermaid_text(states[at]), at);
    const auto number_of = [&](const std::string& state) {
        return std::find(states.begin(), states.end(), state) - states.begin();
    };
    text += "    [*] --> s0\n";
    for (const Gate& gate : records.front()->gates)
        if (!gate.from.empty())
            text += fmt::format("    s{} --> s{}: {}\n", number_of(gate.from), number_of(gate.to),
                                mermaid_text("Gate " + gate.id));
    for (std::size_t at = 0; at < states.size(); ++at) {
        const std::string names = names_in(records, states[at]);
        if (!names.empty() && text.size() + names.size() < kMostOfADiagram)
            text += fmt::format("    note right of s{}: {}\n", at, names);
    }
    return fmt::format("\n```mermaid\n{}```\n", text);
}

} // namespace

std::vector<std::string> markdown_records(const engine::RunResult& result) {
    std::map<std::string, Records> by_process;
    for (const Record& record : result.records) by_process[record.process].push_back(&record);
    std::vector<std::string> parts;
    for (const auto& [process, records] : by_process) {
        parts.push_back(
            fmt::format("\n### {}\n\n{}",
                        process.empty() ? "Records whose process is not known" : markdown_prose(process),
                        matrix(records)));
        if (std::string drawn = diagram(records); !drawn.empty()) parts.push_back(std::move(drawn));
    }
    return parts;
}

} // namespace docs_lint::reporters
