#include "facts/corpus.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

/// A record with one item of gate T, which nothing else claims to have passed.
bool claims_to_have_passed(const std::string& validation) {
    const std::string text =
        "# Record\n\n**Owner:** PMO Lead\n**Status:** Active\n\nCurrent state: TRIAGE\n\n"
        "**Gate T.3 — Reproduction confirmed**\n\n- Evidence:\n- Owner confirmation: Yes\n"
        "- PMO validation: " +
        validation + "\n";
    const auto* document_class = pack().find_class("defect-phase-gate-document");
    auto document =
        model::read("docs/product/phase_gates/defect-1-x-phase-gate.md", text, *document_class, pack());
    const auto facts = facts::judge_document(std::move(*document), pack(), std::nullopt);
    const auto* item = facts.find_item("T.3");
    REQUIRE(item != nullptr);
    CHECK_FALSE(item->signed_off);
    return item->claim.has_value();
}

} // namespace

TEST_CASE("an item's own validation claims that it has passed, in whatever words") {
    for (const char* validation :
         {"Pass", "Pass — PMO Lead, 2026-03-01", "Pass (pending)", "Pass — Fail", "Passed", "✅"}) {
        CAPTURE(validation);
        CHECK(claims_to_have_passed(validation));
    }
}

TEST_CASE("an item that waits claims nothing") {
    for (const char* validation :
         {"", "[Pass / Fail]", "[PENDING — QA]", "Fail — PMO Lead, 2026-03-01", "TBC", "Not passed"}) {
        CAPTURE(validation);
        CHECK_FALSE(claims_to_have_passed(validation));
    }
}
