#include "reporters/html_records.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/html_data.hpp"
#include "reporters/html_text.hpp"
#include "reporters/html_timeline.hpp"
#include "reporters/status.hpp"
#include "reporters/text.hpp"
#include "reporters/time_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::reporters {
namespace {

using kainjow::mustache::data;
using records::Event;
using records::ItemStanding;
using records::Record;

/// `wrong role` is the class `wrong-role`.
std::string class_of(std::string_view word) {
    std::string name(word);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

void put_standing(data& into, ItemStanding standing) {
    put(into, "word", to_string(standing));
    put(into, "class", class_of(to_string(standing)));
}

std::string anchor_of(const Record& record) {
    return html_anchor("record", record.path);
}

std::string steps_in_words(const Record& record) {
    if (!record.unknown.empty()) return "could not be told: " + record.unknown;
    if (record.next.empty()) return record.closed ? "nobody: it is closed" : "nobody";
    const records::Step& first = record.next.front();
    const std::string more =
        record.next.size() > 1 ? fmt::format(" (and {} more)", record.next.size() - 1) : "";
    return fmt::format("{}: {}{}", first.who, first.what, more);
}

std::string timer_in_words(const Record& record) {
    if (!record.timer || record.closed) return {};
    const std::string due = fmt::format("{} until {}", record.timer->tier, time_text(record.timer->due));
    return record.timer->left ? fmt::format("{}, {}", due, time_left(*record.timer->left)) : due;
}

std::string findings_in_words(std::size_t count) {
    return count == 0 ? "none" : base::count_of(count, "finding");
}

data facts_of(const Record& record) {
    data facts = html_list();
    const auto add = [&](const std::string& text) { facts << data(base::escape_invisible(text)); };
    if (!record.process.empty()) add(fmt::format("{}, state {}", record.process, state_text(record)));
    if (!record.severity.empty()) add("Severity " + record.severity);
    if (const std::string timer = timer_in_words(record); !timer.empty()) add("Timer: " + timer);
    if (record.filed) add("Filed: it may not change any more");
    for (const records::Step& step : record.next)
        add(fmt::format("Next: {} has to {}{}", step.who, step.what,
                        step.by.empty() ? "" : fmt::format(" (by {})", step.by)));
    if (!record.unknown.empty()) add("Where it stands could not be told: " + record.unknown);
    if (!record.history_gap.empty()) add("Its history is not all here: " + record.history_gap);
    return facts;
}

/// An empty cell would leave open whether something is missing.
std::string or_no(const std::string& roles, const std::string& date) {
    return roles.empty() && date.empty() ? "no" : roles;
}

data item_of(const records::Item& item) {
    data row = html_object();
    put(row, "id", item.id);
    put(row, "title", item.title == item.id ? "" : item.title);
    put_standing(row, item.standing);
    put(row, "confirmed_by", or_no(item.confirmed_by, item.confirmed_at));
    put(row, "confirmed_at", item.confirmed_at);
    put(row, "validated_by", or_no(item.validated_by, item.validated_at));
    put(row, "validated_at", item.validated_at);
    put(row, "lacks", item.lacks.empty() ? "nothing" : base::list_in_words(item.lacks));
    return row;
}

data gates_of(const Record& record) {
    data gates = html_list();
    for (const records::Gate& gate : record.gates) {
        data one = html_object();
        put(one, "id", gate.id);
        one.set("moves", data(!gate.from.empty()));
        put(one, "from", gate.from);
        put(one, "to", gate.to);
        put_standing(one, gate.standing());
        data items = html_list();
        for (const records::Item& item : gate.items) items << item_of(item);
        one.set("items", items);
        gates << one;
    }
    return gates;
}

/// The order that spec-first asks for, and those that break it.
std::string_view look_of(records::Order order) {
    if (order == records::Order::spec_first) return "signed";
    return order == records::Order::unknown ? "unknown" : "missing";
}

data orders_of(const Record& record) {
    data orders = html_list();
    for (const records::CommitOrder& pair : record.orders) {
        data row = html_object();
        put(row, "spec", short_commit(pair.spec));
        put(row, "fix", short_commit(pair.fix));
        put(row, "order", to_string(pair.order));
        put(row, "class", look_of(pair.order));
        orders << row;
    }
    return orders;
}

data actions_of(const Record& record) {
    data actions = html_list();
    for (const records::Action& action : record.actions) {
        data row = html_object();
        put(row, "what",
            action.id.empty() ? action.description : fmt::format("{}: {}", action.id, action.description));
        put(row, "owner", action.owner);
        put(row, "by", action.deadline + (action.overdue ? " (past)" : ""));
        put(row, "status", action.status);
        actions << row;
    }
    return actions;
}

data events_of(const Record& record) {
    data events = html_list();
    for (const Event& event : record.events) {
        data row = html_object();
        put(row, "at", time_text(event.at));
        put(row, "what",
            event.what.empty() ? std::string(to_string(event.kind))
                               : fmt::format("{}: {}", to_string(event.kind), event.what));
        put(row, "written", event.written);
        put(row, "commit", short_commit(event.commit));
        events << row;
    }
    return events;
}

data links_of(const Record& record, std::size_t findings) {
    data links = html_list();
    if (findings == 0) return links;
    data link = html_object();
    put(link, "anchor", html_anchor("document", record.path));
    put(link, "text", fmt::format("{} in this record", findings_in_words(findings)));
    links << link;
    return links;
}

data record_of(const Record& record, std::size_t findings) {
    data one = html_object();
    put(one, "anchor", anchor_of(record));
    put(one, "name", name_of(record));
    put(one, "title", record.title.empty() ? name_of(record) : record.title);
    put(one, "path", record.path);
    put(one, "state", state_text(record));
    put(one, "next", steps_in_words(record));
    put(one, "by", record.next.empty() ? "" : record.next.front().by);
    put(one, "timer", timer_in_words(record));
    put(one, "findings", findings_in_words(findings));
    one.set("facts", facts_of(record));
    const std::string timeline = timeline_svg(record, anchor_of(record));
    one.set("has_timeline", data(!timeline.empty()));
    one.set("timeline", data(timeline));
    put(one, "caption",
        "States by the record's log; below them, by commit: how many items of a gate were signed (−: lost "
        "their "
        "signature), O opened, T transition, F filed, S spec, X fix. Stretches are not quite in proportion.");
    one.set("gates", gates_of(record));
    one.set("has_orders", data(!record.orders.empty()));
    one.set("orders", orders_of(record));
    one.set("has_actions", data(!record.actions.empty()));
    one.set("actions", actions_of(record));
    one.set("has_events", data(!record.events.empty()));
    one.set("events", events_of(record));
    put(one, "event_count", base::count_of(record.events.size(), "event"));
    one.set("links", links_of(record, findings));
    return one;
}

data cell_of(const records::Gate* gate) {
    data cell = html_object();
    if (gate == nullptr) {
        put(cell, "word", "no such gate");
        put(cell, "class", "pending");
        put(cell, "count", "");
        return cell;
    }
    put_standing(cell, gate->standing());
    put(cell, "count", fmt::format("{}/{}", gate->signed_items(), gate->items.size()));
    return cell;
}

const records::Gate* find_gate(const Record& record, const std::string& id) {
    const auto found = std::find_if(record.gates.begin(), record.gates.end(),
                                    [&](const records::Gate& gate) { return gate.id == id; });
    return found == record.gates.end() ? nullptr : &*found;
}

data row_of(const Record& record, const std::vector<std::string>& columns) {
    data row = html_object();
    put(row, "anchor", anchor_of(record));
    put(row, "name", name_of(record));
    data cells = html_list();
    for (const std::string& id : columns) cells << cell_of(find_gate(record, id));
    row.set("cells", cells);
    return row;
}

/// One matrix for the records of one process: their gates are the same.
data matrix_of(const std::string& process, const std::vector<const Record*>& rows) {
    std::vector<std::string> columns;
    for (const Record* record : rows)
        for (const records::Gate& gate : record->gates)
            if (std::find(columns.begin(), columns.end(), gate.id) == columns.end())
                columns.push_back(gate.id);
    data matrix = html_object();
    put(matrix, "process", process.empty() ? "Records whose process is not known" : process);
    data heads = html_list();
    for (const std::string& column : columns) heads << data(base::escape_invisible(column));
    matrix.set("columns", heads);
    data lines = html_list();
    for (const Record* record : rows) lines << row_of(*record, columns);
    matrix.set("rows", lines);
    return matrix;
}

data matrices_of(const std::vector<Record>& records) {
    std::map<std::string, std::vector<const Record*>> by_process;
    for (const Record& record : records) by_process[record.process].push_back(&record);
    data matrices = html_list();
    for (const auto& [process, rows] : by_process) matrices << matrix_of(process, rows);
    return matrices;
}

data legend() {
    constexpr std::pair<ItemStanding, std::string_view> kMeanings[] = {
        {ItemStanding::signed_off, "evidence, confirmation and validation are there."},
        {ItemStanding::late, "signed, and validated only after the transition."},
        {ItemStanding::pending, "not begun."},
        {ItemStanding::incomplete, "begun, and something is still to come."},
        {ItemStanding::missing, "the gate counts as passed and the item is not there."},
        {ItemStanding::wrong_role, "confirmed or validated by a role that may not."},
        {ItemStanding::refused, "the owner or the validation said no."},
    };
    data words = html_list();
    for (const auto& [standing, meaning] : kMeanings) {
        data one = html_object();
        put_standing(one, standing);
        put(one, "meaning", meaning);
        words << one;
    }
    return words;
}

} // namespace

void add_records(data& page, const engine::RunResult& result) {
    std::map<std::string_view, std::size_t> findings;
    for (const auto& finding : result.outcome.findings) ++findings[finding.location.path];
    data all = html_list();
    for (const Record& record : result.records) all << record_of(record, findings[record.path]);
    page.set("has_records", data(!result.records.empty()));
    page.set("records", all);
    page.set("legend", legend());
    page.set("matrices", matrices_of(result.records));
}

} // namespace docs_lint::reporters
