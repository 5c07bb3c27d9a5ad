#include "facts/consultation.hpp"
#include "facts/corpus.hpp"
#include "policy/policy.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using facts::EntryAnswer;

namespace {

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

facts::ClosedItem closed_item(const facts::DocumentFacts& document) {
    facts::ClosedItem item;
    item.document = &document;
    item.rule = &*pack().find_process("defect-run")->closure;
    item.ids = {"DEF-104"};
    return item;
}

facts::DocumentFacts record() {
    facts::DocumentFacts document;
    document.policy = &pack();
    return document;
}

EntryAnswer backlog_says(const std::string& status) {
    const auto outline = model::read_outline(
        "docs/product/backlog.md",
        "# Backlog\n\n| ID | Item | Status | Evidence |\n|---|---|---|---|\n| DEF-104 | Totals | " + status +
            " | docs/product/totals.md |\n");
    REQUIRE(outline);
    const facts::DocumentFacts document = record();
    facts::ConsultedEntry entry;
    return facts::consult_backlog(*outline, closed_item(document), entry);
}

EntryAnswer backlog_line(const std::string& line) {
    const auto outline = model::read_outline("docs/product/backlog.md", "# Backlog\n\n" + line + "\n");
    REQUIRE(outline);
    const facts::DocumentFacts document = record();
    facts::ConsultedEntry entry;
    return facts::consult_backlog(*outline, closed_item(document), entry);
}

EntryAnswer changelog_says(const std::string& lines) {
    const auto outline = model::read_outline("CHANGELOG.md", "# Changelog\n\n## 1.1\n\n" + lines + "\n");
    REQUIRE(outline);
    const facts::DocumentFacts document = record();
    facts::ConsultedEntry entry;
    return facts::consult_changelog(*outline, closed_item(document), entry);
}

} // namespace

TEST_CASE("a backlog's status that takes back what it says is open") {
    for (const std::string status :
         {"Not&nbsp;closed", "Closed, re-opened", "Closed (reop\u200Bened)", "Closed?", "Closed (?)",
          "❌ Closed", "☐ Closed", "Closed ❌", "[ ] Closed", "re\u2011opened, was closed"}) {
        CAPTURE(status);
        CHECK(backlog_says(status) == EntryAnswer::open);
    }
}

TEST_CASE("a backlog's status that says it plainly is complete") {
    for (const std::string status : {"Closed", "✅ Closed", "🔒 Closed", "Closed 🟢", "[x] Done", "COMPLETE",
                                     "~~Re-opened~~ Closed", "Closed (P0 🔴)"}) {
        CAPTURE(status);
        CHECK(backlog_says(status) == EntryAnswer::found);
    }
    CHECK(backlog_line("- 🔴 DEF-104: totals, closed 2026-03-07") == EntryAnswer::found);
    CHECK(backlog_line("- ❌ DEF-104: totals, closed 2026-03-07") == EntryAnswer::open);
}

TEST_CASE("a note that nothing refers to is no entry of a backlog") {
    const std::string note = "[^1]: DEF-104 Totals: closed, 2026-03-07";
    CHECK(backlog_line(note) == EntryAnswer::missing);
    CHECK(backlog_line("Closed in this round.[^1]\n\n" + note) == EntryAnswer::found);
}

TEST_CASE("an entry of a changelog tells that an item is done") {
    for (const std::string entry :
         {"- DEF-104: totals are rounded once", "- Totals are rounded once (DEF-099, DEF-104)",
          "- DEF-099 and its follow-up DEF-104 are fixed", "- Fixes DEF-101, DEF-104.",
          "| DEF-104 | 1.1 | Closed |", "- DEF-104: open files are no longer counted",
          "- DEF-104: not all rows were counted", "- DEF-104 no longer occurs",
          "- DEF-104: pending orders are shown", "- Totals are rounded once, see DEF-104",
          "- DEF-104: not completed orders are left out", "- DEF-104 is not reproducible any more",
          "- [x] DEF-104: totals", "- ~~DEF-104: open~~ DEF-104: totals are rounded once",
          "- DEF-104: planned orders are counted for the right year",
          "### DEF-104\n\nTotals are rounded once.",
          "- DEF-104 is still open\n\n## 1.2\n\n- DEF-104: totals are rounded once",
          "- The list stays open while it is sorted (DEF-104)",
          "- No open issues are left: DEF-104 is closed"}) {
        CAPTURE(entry);
        CHECK(changelog_says(entry) == EntryAnswer::found);
    }
}

TEST_CASE(
    "an entry of a changelog that denies an item, or names it beside another one, does not tell of it") {
    for (const std::string entry :
         {"- ~~DEF-104: totals are rounded once~~", "[^a]: DEF-104: totals are rounded once",
          "- [ ] DEF-104: totals are rounded once", "- ☐ DEF-104: totals are rounded once",
          "- DEF-104 is not in this release", "- DEF-104 is still open", "- DEF-104 remains open until May",
          "- DEF-099: labels are translated; found with DEF-104",
          "- DEF-099: labels, see also defect DEF-104", "- DEF-104: TBC", "- DEF-104 — to be described",
          "- DEF-104: open", "- DEF-104 is not&nbsp;fixed", "- DEF-104 is postponed to 1.2",
          "- DEF-104 (not yet fixed)", "- Not in this release: DEF-104",
          "### Known issues\n\n- DEF-104: totals are rounded too early",
          "| ID | Status |\n|---|---|\n| DEF-104 | Open |", "- Known issue: DEF-104"}) {
        CAPTURE(entry);
        CHECK(changelog_says(entry) == EntryAnswer::open);
    }
    CHECK(changelog_says("- DEF-105: labels") == EntryAnswer::missing);
}
