#include "facts/corpus.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

facts::DocumentFacts record_with(const std::string& id, const std::string& evidence) {
    const std::string text =
        "# Record\n\n**Owner:** PMO Lead\n**Status:** Active\n\nCurrent state: TRIAGE\n\n**Gate " + id +
        " — Item**\n\n- Evidence: " + evidence +
        "\n- Owner confirmation: Yes — QA Lead, 2026-03-01\n"
        "- PMO validation: Pass — PMO Lead, 2026-03-01\n";
    const auto* document_class = pack().find_class("defect-phase-gate-document");
    auto document =
        model::read("docs/product/phase_gates/defect-1-x-phase-gate.md", text, *document_class, pack());
    return facts::judge_document(std::move(*document), pack(), std::nullopt);
}

bool signs(const std::string& id, const std::string& evidence) {
    return record_with(id, evidence).find_item(id)->signed_off;
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

TEST_CASE("evidence that says the opposite of what its item asks for signs nothing") {
    CHECK(signs("T.3", "Printing an empty list gave a blank page in three attempts"));
    CHECK_FALSE(signs("T.3", "The blank page could not be reproduced in three attempts"));
    CHECK_FALSE(signs("T.3", "The blank page is NOT REPRODUCIBLE on the test printer"));
    CHECK(signs("V.1", "All cases passed on 2026-03-01, the defect no longer reproduces"));
    CHECK_FALSE(signs("V.1", "All cases passed on 2026-03-01, the defect still reproduces"));
    CHECK(signs("V.3", "Report and export: all passed, no regressions found"));
    CHECK_FALSE(signs("V.3", "All passed, two regressions found"));
}

TEST_CASE("where the text turns round, nobody can say that it says the opposite") {
    CHECK(signs("T.3", "It could not be reproduced at first, but three further attempts gave a blank page"));
    const auto document =
        record_with("T.3", "It could not be reproduced on Monday; on Tuesday it was, three times");
    const auto contradiction = facts::contradiction_in_evidence(*document.find_item("T.3"));
    REQUIRE(contradiction.has_value());
    CHECK_FALSE(contradiction->is_clear);
}
