#include "policy/process.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::policy;

namespace {

Process small_process() {
    ProcessItem item;
    item.id = "G.1";
    item.title = "Fix committed (at last)";
    item.aliases = {"Repair committed"};
    Process process;
    process.states = {"TRIAGE", "ROOT_CAUSE"};
    process.gates = {{"G", "TRIAGE", "ROOT_CAUSE", {item}}};
    return process;
}

} // namespace

TEST_CASE("gates and items are found by id, whatever the case") {
    const Process process = small_process();
    REQUIRE(process.find_gate("g") != nullptr);
    REQUIRE(process.find_item("g.1") != nullptr);
    CHECK(process.find_item("g.1")->id == "G.1");
    CHECK(process.find_gate("H") == nullptr);
    CHECK(process.find_item("G.10") == nullptr);
    CHECK(process.find_item("G1") == nullptr);
}

TEST_CASE("items are found by title or alias, punctuation apart") {
    const Process process = small_process();
    CHECK(process.find_item_by_title("fix committed — at last") != nullptr);
    CHECK(process.find_item_by_title("Repair  Committed") != nullptr);
    CHECK(process.find_item_by_title("Fix committed") == nullptr);
    CHECK(process.find_item_by_title(" — ") == nullptr);
}

TEST_CASE("states have a rank, however they are written") {
    const Process process = small_process();
    CHECK(process.rank_of("TRIAGE") == 0U);
    CHECK(process.rank_of("Root cause") == 1U);
    CHECK(process.rank_of("root_cause") == 1U);
    CHECK_FALSE(process.rank_of("ROOT").has_value());
    CHECK_FALSE(process.rank_of("").has_value());
}

TEST_CASE("every kind of evidence has a name that is read back, and a description") {
    for (int number = 0; number <= static_cast<int>(EvidenceKind::severity); ++number) {
        const auto kind = static_cast<EvidenceKind>(number);
        CHECK(parse_evidence_kind(to_string(kind)) == kind);
        CHECK_FALSE(describe(kind).empty());
    }
    CHECK_FALSE(parse_evidence_kind("Commit").has_value());
    CHECK_FALSE(parse_evidence_kind("").has_value());
}
