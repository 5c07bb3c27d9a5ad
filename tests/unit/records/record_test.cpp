#include "records/gates.hpp"
#include "records/record.hpp"
#include "support/defect_record.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using records::ItemStanding;
using tests::DefectRecord;

namespace {

constexpr const char* kPath = "docs/product/phase_gates/defect-104-rounding-phase-gate.md";
const std::string kSpec(40, 'a'), kFix(40, 'b');

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

base::Instant at(const char* text) {
    const auto moment = *base::parse_moment(text);
    const auto day = std::chrono::sys_days{moment.date}.time_since_epoch();
    return {std::chrono::seconds{day + moment.time_of_day.value_or(std::chrono::seconds{0})}.count(), 0};
}

facts::DocumentFacts facts_of(const std::string& text, std::optional<base::Instant> clock = {}) {
    auto document = model::read(kPath, text, *pack().class_of(kPath), pack());
    REQUIRE(document.has_value());
    return facts::judge_document(std::move(*document), pack(), std::nullopt, clock);
}

records::Record stands(const DefectRecord& record, std::optional<base::Instant> clock = {}) {
    return records::standing_of(facts_of(record.text(), clock));
}

const records::Item& item_of(const records::Record& record, const std::string& id) {
    for (const records::Gate& gate : record.gates)
        for (const records::Item& item : gate.items)
            if (item.id == id) return item;
    FAIL("no such item");
    return record.gates.front().items.front();
}

/// The standing of one item of a record in verification whose lines are changed.
records::Record with_item(const std::string& id, void (*change)(tests::SignedItem&)) {
    DefectRecord record = tests::active_record(kSpec, kFix);
    change(record.item(id));
    return stands(record);
}

} // namespace

TEST_CASE("a filed record whose items are all signed is closed, and nobody has to act") {
    const auto record = stands(tests::filed_record(kSpec, kFix));
    CHECK(record.id == "104");
    CHECK(record.process == "Defect run");
    CHECK(record.derived == "CLOSED");
    CHECK(record.declared == "CLOSED");
    CHECK(record.closed);
    CHECK(record.filed);
    CHECK(record.next.empty());
    CHECK(record.unknown.empty());
    CHECK(record.severity == "Medium");
    REQUIRE(record.gates.size() == 5);
    for (const auto& gate : record.gates) {
        CHECK(gate.passed);
        CHECK(gate.standing() == ItemStanding::signed_off);
        CHECK(gate.signed_items() == gate.items.size());
    }
    const auto& item = item_of(record, "T.1");
    CHECK(item.confirmed_by == "QA & Testing Owner");
    CHECK(item.confirmed_at == "2026-02-03");
    CHECK(item.validated_by == "PMO Lead");
    CHECK(item.lacks.empty());
    CHECK(item.line > 0);
}

TEST_CASE("a record before its last gate asks for the evidence of its items, of those who confirm them") {
    const auto record = stands(tests::active_record(kSpec, kFix));
    CHECK(record.derived == "VERIFICATION");
    CHECK_FALSE(record.closed);
    REQUIRE(record.next.size() == 4);
    CHECK(record.next[0].who == "QA Lead");
    CHECK(record.next[0].what.find("give the evidence of V.1") == 0);
    CHECK(record.gates.back().standing() == ItemStanding::pending);
    CHECK(item_of(record, "V.1").lacks ==
          std::vector<std::string>{"the evidence", "the owner confirmation", "the validation"});
}

TEST_CASE("what one item lacks decides who acts on it") {
    const auto unconfirmed = with_item("I.1", [](auto& item) { item.owner = "[Yes / No]"; });
    CHECK(unconfirmed.derived == "IMPLEMENTATION");
    CHECK(item_of(unconfirmed, "I.1").standing == ItemStanding::incomplete);
    REQUIRE(unconfirmed.next.size() == 1);
    CHECK(unconfirmed.next[0].who == "Engineering Owner");
    CHECK(unconfirmed.next[0].what.find("confirm I.1 (") == 0);

    const auto unvalidated = with_item("I.1", [](auto& item) { item.validation = "[PENDING]"; });
    REQUIRE(unvalidated.next.size() == 1);
    CHECK(unvalidated.next[0].who == "PMO Lead");
    CHECK(unvalidated.next[0].what.find("validate I.1 (") == 0);
    CHECK(item_of(unvalidated, "I.1").lacks == std::vector<std::string>{"the validation"});
}

TEST_CASE("a no, a fail and a wrong role are each told apart") {
    const auto refused =
        with_item("I.1", [](auto& item) { item.owner = "No — Engineering Owner, 2026-02-10"; });
    CHECK(item_of(refused, "I.1").standing == ItemStanding::refused);
    CHECK(refused.next[0].what.find("settle why I.1") == 0);
    const auto failed = with_item("I.1", [](auto& item) { item.validation = "Fail — PMO Lead, 2026-02-10"; });
    CHECK(item_of(failed, "I.1").standing == ItemStanding::refused);
    CHECK(failed.next[0].what.find("mend I.1") == 0);
    const auto wrong = with_item("I.1", [](auto& item) { item.owner = "Yes — Product Owner, 2026-02-10"; });
    CHECK(item_of(wrong, "I.1").standing == ItemStanding::wrong_role);
    CHECK(item_of(wrong, "I.1").lacks ==
          std::vector<std::string>{"the owner confirmation by the right role"});
    for (const auto* record : {&refused, &failed, &wrong})
        CHECK(record->gates[3].standing() != ItemStanding::signed_off);
}

TEST_CASE("what is signed after the transition that rests on it is late, and counts as signed") {
    const auto late = with_item("T.1", [](auto& item) { item.validation = "Pass — PMO Lead, 2026-02-20"; });
    CHECK(item_of(late, "T.1").standing == ItemStanding::late);
    CHECK(late.gates[0].standing() == ItemStanding::late);
    CHECK(late.gates[0].signed_items() == late.gates[0].items.size());
    CHECK(item_of(stands(tests::active_record(kSpec, kFix)), "T.1").standing == ItemStanding::signed_off);
}

TEST_CASE("an item that a passed gate lacks is missing; that of a gate still to come is pending") {
    DefectRecord passed = tests::active_record(kSpec, kFix);
    passed.remove_item("I.4");
    CHECK(item_of(stands(passed), "I.4").standing == ItemStanding::missing);
    CHECK(item_of(stands(passed), "I.4").line == 0);
    DefectRecord to_come = tests::active_record(kSpec, kFix);
    to_come.remove_item("V.4");
    CHECK(item_of(stands(to_come), "V.4").standing == ItemStanding::pending);
}

TEST_CASE("a gate of which something is signed has begun") {
    DefectRecord record = tests::active_record(kSpec, kFix);
    record.remove_item("V.4");
    record.item("V.1") = tests::filed_record(kSpec, kFix).item("V.1");
    const auto standing = stands(record);
    CHECK(standing.gates.back().signed_items() == 1);
    CHECK(standing.gates.back().standing() == ItemStanding::incomplete);
}

TEST_CASE("a record that says less than its sign-offs has its transition recorded next") {
    DefectRecord record = tests::filed_record(kSpec, kFix);
    record.header = tests::active_record(kSpec, kFix).header;
    record.state = "VERIFICATION";
    record.log = tests::active_record(kSpec, kFix).log;
    const auto standing = stands(record);
    CHECK(standing.derived == "CLOSED");
    CHECK(standing.declared == "VERIFICATION");
    CHECK_FALSE(standing.closed);
    REQUIRE(standing.next.size() == 1);
    CHECK(standing.next[0].who == "PMO Lead");
    CHECK(standing.next[0].what == "record the transition to CLOSED");
}

TEST_CASE("the timer runs by the severity's limit and the clock, and only in a state that has a limit") {
    DefectRecord record = tests::scoped_record(kSpec);
    record.state = "TRIAGE";
    record.log = "| — | TRIAGE | 2026-02-03T09:00:00Z | — |\n";
    const auto early = stands(record, at("2026-02-04T09:00:00Z"));
    REQUIRE(early.timer.has_value());
    CHECK(early.timer->tier == "Medium");
    CHECK(early.timer->state == "TRIAGE");
    CHECK(early.timer->due == at("2026-02-05T09:00:00Z").seconds);
    CHECK(early.timer->left == 24 * 3600);
    CHECK(stands(record, at("2026-02-05T10:00:00Z")).timer->left == -3600);
    const auto without_clock = stands(record);
    REQUIRE(without_clock.timer.has_value());
    CHECK_FALSE(without_clock.timer->left.has_value());
    CHECK_FALSE(stands(tests::active_record(kSpec, kFix), at("2026-02-12")).timer.has_value());
}

TEST_CASE("a record that went back is in the state that it went back to, until its gate is signed anew") {
    DefectRecord record = tests::scoped_record(kSpec);
    record.state = "FIX_SCOPE";
    record.log += "| IMPLEMENTATION | FIX_SCOPE | 2026-02-20T09:00:00Z | Scope question |\n";
    const auto standing = stands(record);
    CHECK(standing.derived == "FIX_SCOPE");
    REQUIRE_FALSE(standing.next.empty());
    CHECK(standing.next[0].who == "PMO Lead");
    CHECK(standing.next[0].what.starts_with("validate FS.1 ("));
    CHECK(standing.next[0].what.ends_with(" anew"));
    for (tests::SignedItem& item : record.items)
        if (item.id.starts_with("FS.")) item.validation = "Pass — PMO Lead, 2026-02-21";
    CHECK(stands(record).derived == "IMPLEMENTATION");
}

TEST_CASE("a record of another process is not told, and says so") {
    const auto record = records::standing_of(
        facts_of("# Record\n\n**Owner:** PMO Lead\n**Status:** Active\n\nCurrent state: BREWING\n\n"
                 "## Gate Z — BREWING → DONE\n\n### Gate Item: Z.1 — Water is hot\n\n- Evidence: seen\n"
                 "- Owner confirmation: Yes — QA Lead, 2026-02-03\n"
                 "- PMO validation: Pass — PMO Lead, 2026-02-03\n"));
    CHECK_FALSE(record.unknown.empty());
    CHECK(record.derived.empty());
    CHECK_FALSE(record.closed);
}

TEST_CASE("words of standings, events and orders are read back as they are written") {
    for (const char* word : {"signed", "late", "wrong role", "refused", "incomplete", "pending", "missing"}) {
        const auto standing = records::parse_item_standing(word);
        REQUIRE(standing.has_value());
        CHECK(to_string(*standing) == word);
    }
    for (const char* word : {"opened", "transition", "signed", "sign-off lost", "filed", "spec", "fix"})
        CHECK(to_string(records::parse_event_kind(word).value()) == word);
    for (const char* word : {"spec first", "fix first", "one commit", "taken back", "unrelated", "unknown"})
        CHECK(to_string(records::parse_order(word).value()) == word);
    CHECK_FALSE(records::parse_order("anything").has_value());
}
