#include "reporters/records_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace docs_lint;
using records::Record;

namespace {

/// Every field holds something of its own, so that two that are exchanged are seen.
Record full_record() {
    Record record;
    record.path = "docs/a.md";
    record.id = "A-1";
    record.title = "Title";
    record.process = "Defect run";
    record.unknown = "why";
    record.states = {"OPEN", "DONE"};
    record.derived = "OPEN";
    record.declared = "DONE";
    record.severity = "High";
    record.filed = true;
    record.closed = true;
    records::Item item{"T.1",      "Item", records::ItemStanding::wrong_role, "by", "at", "vby", "vat",
                       {"a", "b"}, 7};
    record.gates = {{"T", "OPEN", "DONE", true, true, {item}}};
    record.actions = {{"X", "text", "owner", "deadline", "status", true, 9}};
    record.next = {{"who", "what", "by"}};
    record.timer = records::Timer{"High", "OPEN", 100, -5};
    record.periods = {{"OPEN", 1, 2}, {"DONE", 2, std::nullopt}};
    record.events = {{records::EventKind::sign_off_lost, "T.1", "2026-03-01", "abc", 50}};
    record.orders = {{"spec", "fix", records::Order::taken_back}};
    record.history_gap = "shallow";
    return record;
}

} // namespace

TEST_CASE("what is read back is written again as the same text") {
    const auto written = reporters::records_to_json({full_record(), Record{}});
    const auto read = reporters::records_from_json(written);
    REQUIRE(read.size() == 2);
    CHECK(reporters::records_to_json(read) == written);
    const Record& record = read[0];
    CHECK(record.gates[0].items[0].standing == records::ItemStanding::wrong_role);
    CHECK(record.gates[0].items[0].validated_by == "vby");
    CHECK(record.timer->left == -5);
    CHECK(record.periods[1].end == std::nullopt);
    CHECK(record.orders[0].order == records::Order::taken_back);
    CHECK(record.history_gap == "shallow");
    CHECK_FALSE(read[1].timer.has_value());
}

TEST_CASE("an unknown word, a wrong type or a missing key is refused") {
    const auto written = reporters::records_to_json({full_record()});
    for (const auto& [place, value] : {std::pair{"/0/gates/0/items/0/standing", "fine"},
                                       {"/0/events/0/at", "noon"},
                                       {"/0/orders/0/order", "?"}}) {
        auto damaged = written;
        damaged[nlohmann::ordered_json::json_pointer(place)] = value;
        CHECK_THROWS_AS(reporters::records_from_json(damaged), nlohmann::json::exception);
    }
    auto short_one = written;
    short_one[0].erase("filed");
    CHECK_THROWS_AS(reporters::records_from_json(short_one), nlohmann::json::exception);
}
