#include "reporters/status.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/json_text.hpp"
#include "reporters/markdown_text.hpp"
#include "reporters/records_json.hpp"
#include "reporters/style.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"
#include "reporters/text_table.hpp"
#include "reporters/time_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace docs_lint::reporters {
namespace {

using records::Action;
using records::Record;
using records::Step;

std::vector<std::string> head() {
    return {"RECORD", "STATE", "GATE", "WHO", "DOES WHAT", "BY", "TIMER"};
}

std::string gate_text(const Record& record) {
    const records::Gate* gate = next_gate(record);
    return gate == nullptr ? "" : fmt::format("{} {}/{}", gate->id, gate->signed_items(), gate->items.size());
}

std::string timer_text(const Record& record) {
    if (!record.timer || record.closed) return {};
    return record.timer->left ? time_left(*record.timer->left)
                              : fmt::format("until {}", time_text(record.timer->due));
}

Step step_of(const Action& action) {
    const std::string what =
        action.id.empty() ? action.description : fmt::format("{}: {}", action.id, action.description);
    return {action.owner, what, action.deadline + (action.overdue ? " (past)" : "")};
}

/// What follows from the gates, and then what the record's own table of actions says.
std::vector<Step> steps_of(const Record& record) {
    std::vector<Step> steps = record.next;
    for (const Action& action : record.actions) steps.push_back(step_of(action));
    if (!record.unknown.empty()) steps = {{"", "could not be told: " + record.unknown, ""}};
    if (steps.empty()) steps.push_back({"", record.closed ? "nothing: it is closed" : "nothing", ""});
    return steps;
}

/// One row for each step; the first one says whose they are.
std::vector<std::vector<std::string>> rows_of(const Record& record) {
    std::vector<std::vector<std::string>> rows;
    for (const Step& step : steps_of(record)) {
        if (rows.empty())
            rows.push_back({name_of(record), state_text(record), gate_text(record), step.who, step.what,
                            step.by, timer_text(record)});
        else
            rows.push_back({"", "", "", step.who, step.what, step.by, ""});
    }
    return rows;
}

std::vector<const Record*> shown(const StatusView& view) {
    std::vector<const Record*> records;
    for (const Record& record : view.result.records)
        if (view.all || !record.closed) records.push_back(&record);
    return records;
}

std::string summary_line(const StatusView& view) {
    const std::size_t open =
        static_cast<std::size_t>(std::count_if(view.result.records.begin(), view.result.records.end(),
                                               [](const Record& record) { return !record.closed; }));
    return fmt::format("{} open, {} closed ({})", base::count_of(open, "record"),
                       view.result.records.size() - open, view.result.summary.scope);
}

constexpr std::size_t kLeastForTable = 72; // seven columns, of which one holds sentences

void append_paragraph(std::string& text, std::string_view lead, const std::string& line, std::size_t width) {
    const std::string behind(lead.size() + 2, ' ');
    const std::size_t room = std::max<std::size_t>(width, behind.size() + 1) - behind.size();
    std::string_view front = lead;
    for (const std::string& part : wrap(base::escape_invisible(line), room)) {
        text += fmt::format("{}{}\n", front, part);
        front = behind;
    }
}

std::string step_in_words(const Step& step) {
    const std::string by = step.by.empty() ? "" : fmt::format("by {}", step.by);
    const std::string joint = step.who.empty() || by.empty() ? "" : ", ";
    const std::string front = step.who + joint + by;
    return front.empty() ? step.what : fmt::format("{}: {}", front, step.what);
}

/// A paragraph for each record, where no table of sentences can be read.
std::string render_paragraphs(const StatusView& view, std::size_t width) {
    std::string text;
    for (const Record* record : shown(view)) {
        std::vector<std::string> front = {name_of(*record), state_text(*record)};
        for (std::string part : {gate_text(*record), timer_text(*record)})
            if (!part.empty()) front.push_back(std::move(part));
        append_paragraph(text, "", fmt::format("{}", fmt::join(front, "  ")), width);
        for (const Step& step : steps_of(*record)) append_paragraph(text, "  ", step_in_words(step), width);
        text += "\n";
    }
    return text;
}

std::string render_columns(const StatusView& view, const Options& options) {
    std::vector<std::vector<std::string>> rows = {head()};
    for (const Record* record : shown(view))
        for (std::vector<std::string> row : rows_of(*record)) {
            for (std::string& cell : row) cell = base::escape_invisible(cell);
            rows.push_back(std::move(row));
        }
    if (rows.size() == 1) return {};
    const std::string text = lay_out(rows, options.width);
    const std::size_t end = text.find('\n');
    return Style(options.colour).paint(Ink::strong, text.substr(0, end)) + text.substr(end) + "\n";
}

std::string render_table(const StatusView& view, const Options& options) {
    std::string text = options.width < kLeastForTable ? render_paragraphs(view, options.width)
                                                      : render_columns(view, options);
    if (!options.quiet) {
        append_paragraph(text, "", summary_line(view), options.width);
        append_paragraph(text, "", "findings: " + verdict_alone(view.result), options.width);
    }
    return options.ci ? disarm_commands(text) : text;
}

std::string markdown_row(const std::vector<std::string>& cells) {
    std::string row = "|";
    for (const std::string& cell : cells) row += fmt::format(" {} |", markdown_prose(cell));
    return row + "\n";
}

std::string render_markdown(const StatusView& view, const Options&) {
    std::string text = "| Record | State | Gate | Who | Does what | By | Timer |\n"
                       "| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const Record* record : shown(view))
        for (const auto& row : rows_of(*record)) text += markdown_row(row);
    return text + "\n" + markdown_prose(summary_line(view)) + "\n";
}

std::string render_json(const StatusView& view, const Options&) {
    nlohmann::ordered_json document;
    document["schema"] = "docs-lint-status/1";
    document["scope"] = view.result.summary.scope;
    std::vector<Record> all;
    for (const Record* record : shown(view)) all.push_back(*record);
    document["records"] = records_to_json(all);
    return json_text(document);
}

} // namespace

std::string render_status(std::string_view name, const StatusView& view, const Options& options) {
    if (name == "json") return render_json(view, options);
    return name == "markdown" ? render_markdown(view, options) : render_table(view, options);
}

std::vector<std::string> status_formats() {
    return {"table", "json", "markdown"};
}

std::string state_text(const Record& record) {
    if (!record.unknown.empty()) return "not known";
    if (record.declared.empty() || record.declared == record.derived) return record.derived;
    return fmt::format("{} (declares {})", record.derived, record.declared);
}

const records::Gate* next_gate(const Record& record) {
    const auto found = std::find_if(record.gates.begin(), record.gates.end(), [&](const records::Gate& gate) {
        return !gate.from.empty() && gate.from == record.derived;
    });
    return found == record.gates.end() ? nullptr : &*found;
}

std::string name_of(const Record& record) {
    if (!record.id.empty()) return record.id;
    return record.path.substr(record.path.rfind('/') + 1);
}

} // namespace docs_lint::reporters
