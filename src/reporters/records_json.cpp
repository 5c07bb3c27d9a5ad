#include "reporters/records_json.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;
using namespace records;

template <typename T>
Json optional(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json to_json(const Item& item) {
    return {{"id", item.id},
            {"title", item.title},
            {"standing", to_string(item.standing)},
            {"confirmedBy", item.confirmed_by},
            {"confirmedAt", item.confirmed_at},
            {"validatedBy", item.validated_by},
            {"validatedAt", item.validated_at},
            {"lacks", item.lacks},
            {"line", item.line}};
}

Json to_json(const Action& action) {
    return {{"id", action.id},         {"description", action.description},
            {"owner", action.owner},   {"deadline", action.deadline},
            {"status", action.status}, {"overdue", action.overdue},
            {"line", action.line}};
}

Json to_json(const Step& step) {
    return {{"who", step.who}, {"what", step.what}, {"by", step.by}};
}

Json to_json(const Period& period) {
    return {{"state", period.state}, {"begin", period.begin}, {"end", optional(period.end)}};
}

Json to_json(const Event& event) {
    return {{"kind", to_string(event.kind)},
            {"what", event.what},
            {"written", event.written},
            {"commit", event.commit},
            {"at", event.at}};
}

Json to_json(const CommitOrder& pair) {
    return {{"spec", pair.spec}, {"fix", pair.fix}, {"order", to_string(pair.order)}};
}

Json to_json(const Timer& timer) {
    return {{"tier", timer.tier}, {"state", timer.state}, {"due", timer.due}, {"left", optional(timer.left)}};
}

Json to_json(const Gate& gate);
Json to_json(const Record& record);

template <typename T>
Json list(const std::vector<T>& all) {
    Json array = Json::array();
    for (const T& one : all) array.push_back(to_json(one));
    return array;
}

Json to_json(const Gate& gate) {
    return {{"id", gate.id},         {"from", gate.from},       {"to", gate.to},
            {"passed", gate.passed}, {"claimed", gate.claimed}, {"items", list(gate.items)}};
}

Json to_json(const Record& record) {
    return {{"path", record.path},
            {"id", record.id},
            {"title", record.title},
            {"process", record.process},
            {"unknown", record.unknown},
            {"states", record.states},
            {"derived", record.derived},
            {"declared", record.declared},
            {"severity", record.severity},
            {"filed", record.filed},
            {"closed", record.closed},
            {"gates", list(record.gates)},
            {"actions", list(record.actions)},
            {"next", list(record.next)},
            {"timer", record.timer ? to_json(*record.timer) : Json(nullptr)},
            {"periods", list(record.periods)},
            {"events", list(record.events)},
            {"orders", list(record.orders)},
            {"historyGap", record.history_gap}};
}

std::string text(const Json& object, const char* key) {
    return object.at(key).get<std::string>();
}

std::optional<std::int64_t> seconds(const Json& value) {
    return value.is_null() ? std::nullopt : std::optional(value.get<std::int64_t>());
}

/// One of the words of a kind.
template <typename T>
T word(const Json& object, const char* key, std::optional<T> (*parse)(std::string_view)) {
    const auto value = parse(text(object, key));
    if (!value) throw Json::other_error::create(501, "an unknown word", &object);
    return *value;
}

template <typename T>
std::vector<T> read_list(const Json& array, T (*read)(const Json&)) {
    std::vector<T> all;
    for (const Json& one : array) all.push_back(read(one));
    return all;
}

Item item_of(const Json& json) {
    return {text(json, "id"),
            text(json, "title"),
            word(json, "standing", &parse_item_standing),
            text(json, "confirmedBy"),
            text(json, "confirmedAt"),
            text(json, "validatedBy"),
            text(json, "validatedAt"),
            json.at("lacks").get<std::vector<std::string>>(),
            json.at("line").get<std::size_t>()};
}

Gate gate_of(const Json& json) {
    return {text(json, "id"),
            text(json, "from"),
            text(json, "to"),
            json.at("passed").get<bool>(),
            json.at("claimed").get<bool>(),
            read_list(json.at("items"), &item_of)};
}

Action action_of(const Json& json) {
    return {text(json, "id"),
            text(json, "description"),
            text(json, "owner"),
            text(json, "deadline"),
            text(json, "status"),
            json.at("overdue").get<bool>(),
            json.at("line").get<std::size_t>()};
}

Step step_of(const Json& json) {
    return {text(json, "who"), text(json, "what"), text(json, "by")};
}

Period period_of(const Json& json) {
    return {text(json, "state"), json.at("begin").get<std::int64_t>(), seconds(json.at("end"))};
}

Event event_of(const Json& json) {
    return {word(json, "kind", &parse_event_kind), text(json, "what"), text(json, "written"),
            text(json, "commit"), json.at("at").get<std::int64_t>()};
}

CommitOrder order_of(const Json& json) {
    return {text(json, "spec"), text(json, "fix"), word(json, "order", &parse_order)};
}

std::optional<Timer> timer_of(const Json& json) {
    if (json.is_null()) return std::nullopt;
    return Timer{text(json, "tier"), text(json, "state"), json.at("due").get<std::int64_t>(),
                 seconds(json.at("left"))};
}

Record record_of(const Json& json) {
    Record record;
    record.path = text(json, "path");
    record.id = text(json, "id");
    record.title = text(json, "title");
    record.process = text(json, "process");
    record.unknown = text(json, "unknown");
    record.states = json.at("states").get<std::vector<std::string>>();
    record.derived = text(json, "derived");
    record.declared = text(json, "declared");
    record.severity = text(json, "severity");
    record.filed = json.at("filed").get<bool>();
    record.closed = json.at("closed").get<bool>();
    record.gates = read_list(json.at("gates"), &gate_of);
    record.actions = read_list(json.at("actions"), &action_of);
    record.next = read_list(json.at("next"), &step_of);
    record.timer = timer_of(json.at("timer"));
    record.periods = read_list(json.at("periods"), &period_of);
    record.events = read_list(json.at("events"), &event_of);
    record.orders = read_list(json.at("orders"), &order_of);
    record.history_gap = text(json, "historyGap");
    return record;
}

} // namespace

Json records_to_json(const std::vector<Record>& records) {
    return list(records);
}

std::vector<Record> records_from_json(const Json& json) {
    return read_list(json, &record_of);
}

} // namespace docs_lint::reporters
