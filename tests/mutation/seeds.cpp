#include "mutation/seeds.hpp"

#include "base/text.hpp"
#include "mutation/judging.hpp"
#include "support/defect_record.hpp"
#include "support/fixture_edits.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::tests {
namespace {

const std::string kSpecCommit = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const std::string kFixCommit = "9daeafb9864cf43055ae93beb0afd6c7d144bfa4";

enum class Shape {
    bullets_under_title,   ///< `### Gate Item: ...`
    bullets_under_bold,    ///< `**Gate T.1 — ...**`
    bullets_under_heading, ///< `#### T.1 — ...`
    paragraph_lines,
    aligned_fence,
    items_in_one_fence,
    table_of_items,
    table_for_each_item,
    row_for_each_item,
};

constexpr std::array kShapes = {
    Shape::bullets_under_title, Shape::bullets_under_bold,  Shape::bullets_under_heading,
    Shape::paragraph_lines,     Shape::aligned_fence,       Shape::items_in_one_fence,
    Shape::table_of_items,      Shape::table_for_each_item, Shape::row_for_each_item};

constexpr std::array kShapeNames = {
    "bullets under a title", "bullets under a bold line", "bullets under a heading",
    "paragraph lines",       "an aligned fence",          "items in one fence",
    "a table of items",      "a table for each item",     "a row for each item"};

/// What people write in more than one way, and mean the same.
struct Manner {
    Shape shape = Shape::bullets_under_bold;
    std::string header, dash, time, label_mark, bullet, tick, owner_label, validation_label;
};

const std::vector<std::string> kHeaders = {"bold", "plain", "list", "table", "front matter"};
const std::vector<std::string> kDashes = {"—", "–", "-", "--"};
const std::vector<std::string> kTimes = {"", "", "T10:30:00Z", "T10:30Z", " 10:30 UTC"};
const std::vector<std::string> kLabelMarks = {"", "**", "*"};
const std::vector<std::string> kBullets = {"-", "*", "+"};
const std::vector<std::string> kTicks = {"", "", "✅ ", " ✅", " ✔"};
const std::vector<std::string> kOwnerLabels = {"Owner confirmation", "Owner Confirmation",
                                               "OWNER CONFIRMATION", "Owner sign-off"};
const std::vector<std::string> kValidationLabels = {"PMO validation", "PMO Validation",
                                                    "PMO Lead validation"};

Manner draw_manner(Shape shape, Random& random) {
    return {shape,
            pick(kHeaders, random),
            pick(kDashes, random),
            pick(kTimes, random),
            pick(kLabelMarks, random),
            pick(kBullets, random),
            pick(kTicks, random),
            pick(kOwnerLabels, random),
            pick(kValidationLabels, random)};
}

/// `Yes — QA Lead, 2026-02-03` in another manner.
std::string in_manner(const std::string& confirmation, const Manner& manner) {
    const std::size_t dash = confirmation.find(" — ");
    const std::string verdict = confirmation.substr(0, dash);
    const bool before = !manner.tick.empty() && manner.tick.back() == ' ';
    return (before ? manner.tick + verdict : verdict + manner.tick) + " " + manner.dash + " " +
           confirmation.substr(dash + std::string(" — ").size()) + manner.time;
}

std::string label_in_manner(const std::string& label, const Manner& manner) {
    return manner.label_mark + label + ":" + manner.label_mark + " ";
}

struct Line {
    std::string label;
    std::string value;
};

std::array<Line, 3> lines_of(const SignedItem& item, const Manner& manner) {
    return {Line{"Evidence", item.evidence}, Line{manner.owner_label, in_manner(item.owner, manner)},
            Line{manner.validation_label, in_manner(item.validation, manner)}};
}

std::string as_bullets(const SignedItem& item, const Manner& manner) {
    std::string text;
    for (const Line& line : lines_of(item, manner))
        text += manner.bullet + " " + label_in_manner(line.label, manner) + line.value + "\n";
    return text + "\n";
}

std::string as_paragraph(const SignedItem& item, const Manner& manner) {
    std::string text;
    for (const Line& line : lines_of(item, manner))
        text += label_in_manner(line.label, manner) + line.value + "  \n";
    return text + "\n";
}

std::string as_aligned_lines(const SignedItem& item, const Manner& manner) {
    constexpr std::size_t kColumn = 22;
    std::string text;
    for (const Line& line : lines_of(item, manner)) {
        const std::string label = line.label + ":";
        text += label + std::string(kColumn - label.size(), ' ') + line.value + "\n";
    }
    return text;
}

std::string as_row(const SignedItem& item, const Manner& manner) {
    std::string row = "|";
    for (const Line& line : lines_of(item, manner)) row += " " + line.value + " |";
    return row + "\n";
}

std::string columns(const Manner& manner) {
    return " Evidence | " + manner.owner_label + " | " + manner.validation_label + " |\n";
}

std::string gate_of(const std::string& id) {
    return id.substr(0, id.find('.'));
}

std::string headed_item(const SignedItem& item, const Manner& manner) {
    const bool numbered = item.id.front() >= '0' && item.id.front() <= '9';
    const std::string heading =
        fmt::format("#### {}{} {} {}\n\n", numbered ? "G" : "", item.id, manner.dash, item.title);
    switch (manner.shape) {
    case Shape::bullets_under_title:
        return "### Gate Item: " + item.title + "\n\n" + as_bullets(item, manner);
    case Shape::bullets_under_bold:
        return fmt::format("**Gate {} {} {}**\n\n", item.id, manner.dash, item.title) +
               as_bullets(item, manner);
    case Shape::bullets_under_heading:
        return heading + as_bullets(item, manner);
    case Shape::paragraph_lines:
        return fmt::format("**Gate {} {} {}**\n\n", item.id, manner.dash, item.title) +
               as_paragraph(item, manner);
    case Shape::aligned_fence:
        return heading + "```\n" + as_aligned_lines(item, manner) + "```\n\n";
    case Shape::items_in_one_fence:
        return fmt::format("Gate {} {} {}\n", item.id, manner.dash, item.title) +
               as_aligned_lines(item, manner) + "\n";
    case Shape::table_of_items:
        return fmt::format("| Gate {} {} {} ", item.id, manner.dash, item.title) + as_row(item, manner);
    case Shape::table_for_each_item: {
        std::string rows = heading + "| Component | Text |\n|---|---|\n";
        for (const Line& line : lines_of(item, manner))
            rows += "| " + line.label + " | " + line.value + " |\n";
        return rows + "\n";
    }
    case Shape::row_for_each_item:
        return heading + "|" + columns(manner) + "|---|---|---|\n" + as_row(item, manner) + "\n";
    }
    return {};
}

std::string gate_section(const policy::ProcessGate& gate, const std::vector<SignedItem>& items,
                         const Manner& manner) {
    std::string body;
    for (const SignedItem& item : items)
        if (gate_of(item.id) == gate.id) body += headed_item(item, manner);
    if (manner.shape == Shape::items_in_one_fence) body = "```\n" + body + "```\n\n";
    if (manner.shape == Shape::table_of_items)
        body = "| Item |" + columns(manner) + "|---|---|---|---|\n" + body + "\n";
    return fmt::format("## Gate {} — {} → {}\n\n", gate.id, gate.from, gate.to) + body;
}

/// `**Key:** value` lines in another shape.
std::string header_in(const std::string& shape, const std::string& title, const std::string& bold) {
    static const re2::RE2 field(R"((?m)^\*\*([^*\n]+):\*\* (.*)\n)");
    std::string fields = bold;
    if (shape == "front matter") {
        re2::RE2::GlobalReplace(&fields, field, "\\1: \\2\n");
        return "---\n" + fields + "---\n\n# " + title + "\n\n";
    }
    if (shape == "plain") re2::RE2::GlobalReplace(&fields, field, "\\1: \\2  \n");
    if (shape == "list") re2::RE2::GlobalReplace(&fields, field, "- **\\1:** \\2\n");
    if (shape == "table") {
        re2::RE2::GlobalReplace(&fields, field, "| \\1 | \\2 |\n");
        fields = "| Field | Value |\n|---|---|\n" + fields;
    }
    return "# " + title + "\n\n" + fields + "\n";
}

std::string record_text(const DefectRecord& record, const std::string& title, const policy::Process& process,
                        const Manner& manner) {
    std::string text = header_in(manner.header, title, record.header) + "## Progress\n\n**Current state:** " +
                       record.state + "\n\n";
    if (!record.log.empty())
        text += "| From | To | Date | Gate |\n| --- | --- | --- | --- |\n" + record.log + "\n";
    for (const policy::ProcessGate& gate : process.gates) {
        const bool held = std::any_of(record.items.begin(), record.items.end(),
                                      [&](const SignedItem& item) { return gate_of(item.id) == gate.id; });
        if (held) text += gate_section(gate, record.items, manner);
    }
    return text + record.extra;
}

/// The first lines of a log, and the items of as many gates.
void cut_to(DefectRecord& record, const policy::Process& process, std::size_t rank) {
    record.state = process.states[rank];
    std::size_t end = 0;
    for (std::size_t row = 0; row < rank; ++row) end = record.log.find('\n', end) + 1;
    record.log.resize(end);
    const auto is_later = [&](const SignedItem& item) {
        for (std::size_t at = rank; at < process.gates.size(); ++at)
            if (process.gates[at].id == gate_of(item.id)) return true;
        return false;
    };
    record.items.erase(std::remove_if(record.items.begin(), record.items.end(), is_later),
                       record.items.end());
}

Seed defect_seed(std::size_t rank, const Manner& manner) {
    const policy::Process& process = *built_in_pack().find_process("defect-run");
    const bool filed = rank + 1 == process.states.size();
    DefectRecord record = filed_record(kSpecCommit, kFixCommit);
    if (!filed) record.header = active_record(kSpecCommit, kFixCommit).header;
    cut_to(record, process, rank);
    return {
        fmt::format("defect at {}, {}", record.state, kShapeNames[static_cast<std::size_t>(manner.shape)]),
        "docs/product/phase_gates/defect-104-rounding-phase-gate.md",
        record_text(record, "Defect 104: totals are rounded too early", process, manner)};
}

/// A text with everything that one of the item's alternatives asks for.
std::string evidence_for(const policy::ProcessItem& item) {
    std::string text = "The labels were gone through one by one";
    for (const policy::EvidenceKind kind : item.evidence.front()) {
        if (kind == policy::EvidenceKind::path) text += " in docs/specs/labels.md";
        if (kind == policy::EvidenceKind::section) text += " §3.1";
        if (kind == policy::EvidenceKind::commit) text += ", commit " + kSpecCommit;
        if (kind == policy::EvidenceKind::date) text += " on 2026-01-30";
        if (kind == policy::EvidenceKind::result) text += ": all passed";
    }
    return text;
}

Seed feature_seed(const Manner& manner) {
    const policy::Process& process = *built_in_pack().find_process("feature-run");
    DefectRecord record;
    record.header =
        "**Owner:** PMO Lead\n**Status:** Filed\n**Created:** 2026-01-29\n**Filed:** 2026-02-21\n";
    record.state = process.states.back();
    for (std::size_t at = 0; at < process.gates.size(); ++at) {
        const policy::ProcessGate& gate = process.gates[at];
        const std::string date = fmt::format("2026-02-{:02}", 3 + 2 * at);
        record.log += fmt::format("| {} | {} | {} | {} |\n", gate.from, gate.to, date, gate.id);
        for (const policy::ProcessItem& item : gate.items)
            record.items.push_back({item.id, item.title, evidence_for(item),
                                    "Yes — Product Owner + Head of Specs Team, " + date,
                                    "Pass — PMO Lead, " + date});
    }
    return {fmt::format("feature, {}", kShapeNames[static_cast<std::size_t>(manner.shape)]),
            "docs/product/phase_gates/9-labels-phase-gate.md",
            record_text(record, "Feature 9: labels", process, manner)};
}

std::string with_commits(std::string text) {
    static const re2::RE2 placeholder(R"(@commit\{[^}]*\})");
    re2::RE2::GlobalReplace(&text, placeholder, kSpecCommit.substr(0, 10));
    return text;
}

} // namespace

std::vector<Seed> fixture_seeds() {
    const std::filesystem::path records = std::filesystem::path(DOCS_LINT_SOURCE_DIR) / "fixtures/records";
    std::vector<Seed> seeds;
    for (const auto& path : relative_files_below(records)) {
        if (path.string().find("phase_gates") == std::string::npos) continue;
        std::ifstream file(records / path, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        const auto in_record = std::filesystem::path(path).lexically_relative(*path.begin());
        seeds.push_back(
            {"fixture " + path.begin()->string(), in_record.generic_string(), with_commits(std::move(text))});
    }
    return seeds;
}

std::vector<Seed> rendered_seeds(Random& random) {
    std::vector<Seed> seeds;
    const std::size_t states = built_in_pack().find_process("defect-run")->states.size();
    for (const Shape shape : kShapes) {
        for (int record = 0; record < 3; ++record)
            seeds.push_back(defect_seed(1, draw_manner(shape, random)));
        seeds.push_back(defect_seed(states - 1, draw_manner(shape, random)));
        seeds.push_back(feature_seed(draw_manner(shape, random)));
    }
    for (std::size_t rank = 2; rank < states; ++rank)
        seeds.push_back(defect_seed(rank, draw_manner(pick(kShapes, random), random)));
    return seeds;
}

} // namespace docs_lint::tests
