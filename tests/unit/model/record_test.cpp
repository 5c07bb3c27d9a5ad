#include "base/date.hpp"
#include "unit/model/support.hpp"

using namespace docs_lint;
using model::ActionStatus;
using model::DeclarationPlace;
using tests::read_record;
using tests::source_of;

namespace {

std::string when(const model::Transition& transition) {
    return transition.when ? base::to_string(*transition.when) : "none";
}

} // namespace

TEST_CASE("the mixed record") {
    const auto document = read_record(tests::read_fixture("phase-gate-mixed-shapes.md"));
    CHECK(document.title == "Phase Gate: DEF-042 Rounding of exported totals");
    REQUIRE(document.states.size() == 2);
    CHECK(document.states[0].state == "IMPLEMENTATION");
    CHECK(document.states[0].place == DeclarationPlace::table);
    CHECK(document.states[1].place == DeclarationPlace::fenced_block);
    REQUIRE(document.transitions.size() == 4);
    CHECK(document.transitions[0].from == "—");
    CHECK(document.transitions[1].from == "TRIAGE");
    CHECK(document.transitions[1].to == "ROOT_CAUSE");
    CHECK(document.transitions[1].gate == "Gate T");
    CHECK(when(document.transitions[1]) == "2026-03-02T10:15:00Z");
    REQUIRE(document.actions.size() == 3);
    CHECK(document.actions[0].id == "A-1");
    CHECK(document.actions[0].owner == "Head of Engineering");
    CHECK(document.actions[0].status == ActionStatus::not_started);
    CHECK(base::to_string(*document.actions[0].deadline) == "2026-03-06T17:00:00Z");
    CHECK(document.actions[1].status == ActionStatus::blocked);
    CHECK(document.actions[1].blocked_on == "A-1");
    CHECK_FALSE(document.actions[1].deadline);
    CHECK(document.actions[2].status == ActionStatus::complete);
    REQUIRE(document.change_log.size() == 2);
    CHECK(document.change_log[0].version_text == "1.1");
    CHECK(base::to_string(*document.change_log[0].date) == "2026-03-04");
    CHECK(document.change_log[1].date_text == "—");
    CHECK_FALSE(document.change_log[1].date);
}

TEST_CASE("sections nest") {
    const auto document = read_record("# A\n\n## B\n\ntext\n\n### C\n\n## D\n");
    REQUIRE(document.sections.size() == 4);
    CHECK(document.sections[1].title == "B");
    CHECK(source_of(document, document.sections[1].source) == "## B\n\ntext\n\n### C\n\n");
    CHECK(document.sections[0].source.end == document.text.size());
    CHECK(document.sections[3].level == 2);
}

TEST_CASE("states are declared in lines and header fields, too") {
    const auto document = read_record(
        "# A\n\n**Owner:** PMO Lead\n**Current state:** ROOT_CAUSE ✅ (since Monday)\n\n## S\n\n- **Current "
        "state:** FIX_SCOPE — scoped\n\nThe current state: unknown\n\n> Current state: CLOSED\n");
    REQUIRE(document.states.size() == 2);
    CHECK(document.states[0].state == "ROOT_CAUSE");
    CHECK(document.states[0].place == DeclarationPlace::header);
    CHECK(document.states[1].state == "FIX_SCOPE");
    CHECK(document.states[1].place == DeclarationPlace::line);
}

TEST_CASE("transitions in one column, with one timestamp") {
    const auto document = read_record("# A\n\n| Transition | Timestamp (UTC) | Note |\n|---|---|---|\n| "
                                      "TRIAGE → ROOT_CAUSE | 2026-03-02T10:15:00Z | |\n"
                                      "| IMPLEMENTATION → FIX_SCOPE | 2026-03-03 09:05 | Reverted: scope "
                                      "question |\n| VERIFICATION → CLOSED | soon | |\n");
    REQUIRE(document.transitions.size() == 3);
    CHECK(document.transitions[0].from == "TRIAGE");
    CHECK(document.transitions[0].to == "ROOT_CAUSE");
    CHECK(when(document.transitions[0]) == "2026-03-02T10:15:00Z");
    CHECK_FALSE(document.transitions[0].reversion);
    CHECK(document.transitions[1].reversion);
    CHECK(when(document.transitions[1]) == "2026-03-03T09:05:00Z");
    CHECK(when(document.transitions[2]) == "none");
}

TEST_CASE("action tables have varying columns") {
    const auto document = read_record(
        "# A\n\n| # | Action | Owner | By when | Status |\n|---|---|---|---|---|\n| 1 | Fix | Engineer | by "
        "2026-03-04 | In progress |\n| 2 | Ask | QA Lead | TBC (was 2026-03-01) | not complete |\n"
        "| 3 | File | PMO Lead | Before release | ✅ |\n\n| Owner | Action | Target date |\n|---|---|---|\n| "
        "PMO Lead | Update | 2026-04-01 |\n\n| Template | Owner | Location |\n|---|---|---|\n| A | B | C "
        "|\n");
    REQUIRE(document.actions.size() == 4);
    CHECK(document.actions[0].id == "1");
    CHECK(base::to_string(*document.actions[0].deadline) == "2026-03-04");
    CHECK(document.actions[0].status == ActionStatus::in_progress);
    CHECK_FALSE(document.actions[1].deadline);
    CHECK(document.actions[1].status == ActionStatus::in_progress);
    CHECK(document.actions[2].status == ActionStatus::complete);
    CHECK(document.actions[3].status == ActionStatus::unknown);
    CHECK(document.actions[3].description == "Update");
}

TEST_CASE("change logs are tables in any order of columns, or lists") {
    const auto table = read_record(
        "# A\n\n**Owner:** x\n\n| Change | Version |\n|---|---|\n| More | v1.1 |\n| First | 1.0 |\n");
    REQUIRE(table.change_log.size() == 2);
    CHECK(table.change_log[0].change == "More");
    CHECK(base::to_string(*table.change_log[0].version) == "1.1");
    CHECK(table.change_log[0].date_text.empty());
    CHECK(source_of(table, table.change_log[1].source) == "| First | 1.0 |");
    const auto list = read_record("# A\n\n## Changelog\n\n- **1.1** (2026-02-20): More\n- 1.0 — First\n\n## "
                                  "Notes\n\n- 2.0 is planned\n");
    REQUIRE(list.change_log.size() == 2);
    CHECK(list.change_log[0].version_text == "1.1");
    CHECK(base::to_string(*list.change_log[0].date) == "2026-02-20");
    CHECK(list.change_log[0].change == "More");
    CHECK(list.change_log[1].change == "First");
    CHECK(read_record("# A\n\n| Document | Version | Description |\n|---|---|---|\n| a.md | 1.0 | x |\n")
              .change_log.empty());
}

TEST_CASE("references are links and paths of running text") {
    const auto document =
        read_record("# A\n\nSee [b](docs/b.md#c), `docs/d.md` v1.2 and "
                    "https://example.org.\n\n```\ndocs/e.md\n```\n\n| Template |\n|---|\n| `docs/f.md` |\n");
    REQUIRE(document.references.size() == 3);
    CHECK(document.references[0].form == docs_lint::model::ReferenceForm::link);
    CHECK(document.references[0].target.path == "docs/b.md");
    CHECK(document.references[0].target.anchor == "c");
    CHECK(document.references[1].target.path == "docs/d.md");
    CHECK(document.references[1].target.version.has_value());
    CHECK(document.references[2].target.path == "docs/f.md");
}

TEST_CASE("suppressions cover the next block, or their line") {
    const auto document =
        read_record("# A\n\n<!-- docs-lint: ignore[gate/a, gate/b] until=2026-12-31 reason=\"known\" "
                    "-->\n\nBlock one.\n\nBlock two. <!-- docs-lint: ignore[x/y] -->\n\n"
                    "`<!-- docs-lint: ignore[x/z] -->`\n\n```\n<!-- docs-lint: ignore[x/z] -->\n```\n\n<!-- "
                    "docs-lint: ignore -->\n\nEnd.\n\n<!-- docs-lint: ignore[x/y] until=2026-02-30 -->\n");
    REQUIRE(document.suppressions.size() == 4);
    const auto& first = document.suppressions[0];
    CHECK(first.rules == std::vector<std::string>{"gate/a", "gate/b"});
    CHECK(first.reason == "known");
    CHECK(base::to_string(*first.until) == "2026-12-31");
    CHECK_FALSE(first.malformed);
    CHECK(source_of(document, first.covers) == "Block one.");
    CHECK(source_of(document, document.suppressions[1].covers).starts_with("Block two."));
    CHECK(document.suppressions[1].reason.empty());
    CHECK_FALSE(document.suppressions[1].malformed);
    CHECK(document.suppressions[2].malformed);
    CHECK(document.suppressions[3].malformed);
}

TEST_CASE("only a class that records gates has gates") {
    const std::string text = "# A\n\n## Gate T — TRIAGE → ROOT_CAUSE\n\n**Gate T.1 — x**\n\n- Evidence: "
                             "y\n\n| Action | Owner |\n|---|---|\n| a | b |\n";
    policy::DocumentClass plain = *tests::built_in_policy().find_class("phase-gate-document");
    plain.records_gates = false;
    const auto document = model::read("a.md", text, plain, tests::built_in_policy());
    REQUIRE(document.has_value());
    CHECK(document->gates.empty());
    CHECK(document->actions.empty());
    CHECK(read_record(text).gates.size() == 1);
}

TEST_CASE("a document past a limit is not read") {
    markdown::Limits limits;
    limits.bytes = 10;
    const auto& policy = tests::built_in_policy();
    const auto document =
        model::read("a.md", "# A heading\n", *policy.class_of(tests::kRecordPath), policy, limits);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().kind == base::ErrorKind::unverifiable);
}

TEST_CASE("a status of an action that is taken back is not complete") {
    const auto status_of = [](const std::string& status) {
        const auto document =
            read_record("# A\n\n| Action | Owner | Deadline | Status |\n|---|---|---|---|\n| Fix | "
                        "QA Lead | 2026-03-04 | " +
                        status + " |\n");
        REQUIRE(document.actions.size() == 1);
        return document.actions[0].status;
    };
    for (const std::string status :
         {"not&nbsp;complete", "Complete?", "❌ Complete", "☐ Complete", "[ ] Complete", "90 % complete",
          "Complete: 90 %", "to be completed", "Done: no", "Done: no.", "Closed, re-opened", "Mostly done",
          "Not yet complete", "Complete ❌", "will be closed", "Half complete"}) {
        CAPTURE(status);
        CHECK(status_of(status) != ActionStatus::complete);
    }
    for (const std::string status :
         {"Complete", "✅ COMPLETE", "Complete — no open points", "100 % complete", "Complete (100 %)",
          "Done: 2026-03-04", "Complete (was 🔴 blocked)", "Reopened, closed again", "Complete, 12 % faster",
          "Closed, re-opened and closed again", "[x] Done", "Closed on 2026-03-04 in 3 steps"}) {
        CAPTURE(status);
        CHECK(status_of(status) == ActionStatus::complete);
    }
}

TEST_CASE("a list of actions and days is one without owners") {
    const auto document =
        read_record("# A\n\n| Action | Due |\n|---|---|\n| Fix | 2026-03-04 |\n\n| When | What "
                    "|\n|---|---|\n| 2026-03-01 | The total was off |\n");
    REQUIRE(document.actions.size() == 1);
    CHECK(document.actions[0].owner.empty());
}
