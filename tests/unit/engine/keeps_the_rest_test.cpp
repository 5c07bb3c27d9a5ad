#include "engine/configuration.hpp"
#include "engine/fix.hpp"
#include "model/document.hpp"
#include "support/defect_record.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using engine::FixScope;
using tests::replaced;

namespace {

constexpr const char* kPath = "docs/product/phase_gates/defect-104-rounding-phase-gate.md";

const policy::Policy& rules_of_the_pack() {
    static const auto policy = policy::load(std::nullopt, engine::known_rules());
    REQUIRE(policy);
    return *policy;
}

facts::DocumentFacts judged(const std::string& text) {
    const policy::Policy& policy = rules_of_the_pack();
    auto document = model::read(kPath, text, *policy.class_of(kPath), policy);
    REQUIRE(document);
    return facts::judge_document(std::move(*document), policy, {});
}

std::string record() {
    tests::DefectRecord record = tests::active_record("0123456789", "9876543210");
    record.extra =
        "Gate status of V: pending\n\n## Change log\n\n| Version | Date | Change |\n| --- | --- | --- |\n"
        "| 1.0 | 2026-02-02 | Opened. |\n";
    return record.text();
}

bool keeps(const std::string& after, FixScope scope) {
    return engine::keeps_the_rest(judged(record()), judged(after), scope);
}

constexpr FixScope kScopes[] = {FixScope::header_date, FixScope::change_log,   FixScope::row_text,
                                FixScope::gate_status, FixScope::next_version, FixScope::next_state};

void never_kept(const std::string& after) {
    for (const FixScope scope : kScopes) {
        CAPTURE(static_cast<int>(scope));
        CHECK_FALSE(keeps(after, scope));
    }
}

} // namespace

TEST_CASE("the same text keeps the rest under every scope") {
    for (const FixScope scope : kScopes) CHECK(keeps(record(), scope));
}

TEST_CASE("no scope lets a sign-off, a state, a status or a filing change") {
    const std::string text = record();
    never_kept(replaced(text, "§2, v1.0\n- Owner confirmation: Yes", "§2, v1.0\n- Owner confirmation: No"));
    never_kept(replaced(text, "§2, v1.0\n", "§2, v1.1\n"));
    never_kept(replaced(
        text, "**Gate V.1 — Defect behaviour resolved**\n\n- Evidence: pending\n",
        "**Gate V.1 — Defect behaviour resolved**\n\n- Evidence: Passed on 2026-02-12 in all three cases\n"
        "- Owner confirmation: Yes — QA Lead, 2026-02-13\n- PMO validation: Pass — PMO Lead, 2026-02-13\n"));
    never_kept(replaced(text, "**Current state:** VERIFICATION", "**Current state:** CLOSED"));
    never_kept(replaced(text, "| TRIAGE | ROOT_CAUSE | 2026-02-03 | T |\n", ""));
    never_kept(replaced(text, "**Status:** Active", "**Status:** Filed"));
    never_kept(replaced(text, "# Defect 104", "# Defect 105"));
    never_kept(text + "\n## Another section\n");
}

TEST_CASE("each scope lets its own change through, and no other does") {
    const std::string text = record();
    const auto only = [](const std::string& after, std::initializer_list<FixScope> allowed) {
        for (const FixScope scope : kScopes) {
            CAPTURE(static_cast<int>(scope));
            CHECK(keeps(after, scope) == (std::find(allowed.begin(), allowed.end(), scope) != allowed.end()));
        }
    };
    only(replaced(text, "**Created:** 2026-02-02", "**Created:** 2026-02-01"),
         {FixScope::header_date, FixScope::next_version});
    only(replaced(text, "| 1.0 | 2026-02-02 |", "| 1.1 | 2026-02-03 | More. |\n| 1.0 | 2026-02-02 |"),
         {FixScope::change_log, FixScope::next_version});
    only(replaced(text, "| 1.0 | 2026-02-02 |", "| 1.0 | 2026-02-01 |"),
         {FixScope::change_log, FixScope::next_version});
    only(replaced(text, "2026-02-10 | I |\n",
                  "2026-02-10 | I |\n| VERIFICATION | IMPLEMENTATION | 2026-02-11 | Reverted |\n"),
         {FixScope::next_state});
    only(replaced(text, "| Version | Date | Change |", "|Version|Date|Change|"),
         {FixScope::header_date, FixScope::change_log, FixScope::row_text, FixScope::gate_status,
          FixScope::next_version, FixScope::next_state});
    only(replaced(text, "| Opened. |", "| Opened. By night. |"), {FixScope::row_text});
}

TEST_CASE("no scope lets a row's text or version change") {
    never_kept(replaced(record(), "| Opened. |", "| Reopened. |"));
    never_kept(replaced(record(), "| 1.0 | 2026-02-02 |", "| 1.1 | 2026-02-02 |"));
}
