#include "support/checked.hpp"
#include "support/expectations.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <utility>
#include <vector>

// What an active record was before: sign-offs, state, severity and priority that a later version passes over.

using namespace docs_lint::tests;

namespace {

constexpr const char* kStale = "gate/signoff-stale";
constexpr const char* kTier = "severity/changed";
constexpr const char* kReversion = "state/reversion-unlogged";
constexpr const char* kUngated = "state/transition-ungated";

/// A record in verification, and the commits that go on from it.
class Desk {
public:
    Desk() { repository.git("checkout", "--quiet", "-B", "work", repository.commits().active); }

    [[nodiscard]] DefectRecord record() const { return repository.active(); }

    std::string commit(const DefectRecord& record, const std::string& date,
                       const char* path = kRecord) const {
        repository.write(path, record.text());
        return repository.commit("Record", date);
    }

    [[nodiscard]] Checked since(const std::string& base) const {
        return check_range(repository.path(), base, "HEAD");
    }

    TidyRepository repository;
};

void expect_refused(const Checked& checked, const std::string& rule, const char* path = kRecord) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has(rule, path));
}

DefectRecord with_priority(DefectRecord record, const std::string& priority) {
    record.header += "**Priority:** " + priority + "\n";
    return record;
}

/// The first item of the second gate says something else, and its sign-offs stay.
DefectRecord with_other_evidence(DefectRecord record) {
    record.item("T.3").evidence = "Seen once on nobody knows which system, by a customer";
    return record;
}

/// Takes the state back to FIX_SCOPE as if the record had never got further.
DefectRecord back_in_fix_scope(DefectRecord record) {
    record.state = "FIX_SCOPE";
    record.log = "| TRIAGE | ROOT_CAUSE | 2026-02-03 | T |\n| ROOT_CAUSE | FIX_SCOPE | 2026-02-05 | RC |\n";
    for (SignedItem& item : record.items)
        if (item.id.starts_with("FS") || item.id.starts_with("I")) item.body = "- Evidence: pending\n";
    return record;
}

} // namespace

TEST_CASE("evidence rewritten under sign-offs that were only touched up") {
    const std::vector<std::pair<std::string, std::function<std::string(std::string)>>> touches = {
        {"a full stop", [](std::string text) { return text + "."; }},
        {"a hyphen", [](std::string text) { return replaced(text, "—", "-"); }},
        {"a tick", [](std::string text) { return text + " ✅"; }},
        {"a time", [](std::string text) { return text + "T10:00:00Z"; }},
        {"an earlier day", [](std::string text) { return replaced(text, "02-03", "02-02"); }},
        {"a note", [](std::string text) { return text + " (wording corrected)"; }},
    };
    for (const auto& [name, touch] : touches) {
        CAPTURE(name);
        const Desk desk;
        DefectRecord record = with_other_evidence(desk.record());
        record.item("T.3").owner = touch(record.item("T.3").owner);
        record.item("T.3").validation = touch(record.item("T.3").validation);
        desk.commit(record, "2026-02-14T09:00:00Z");
        expect_refused(desk.since(desk.repository.commits().active), kStale);
    }
}

TEST_CASE("control: evidence rewritten and signed anew") {
    const Desk desk;
    DefectRecord record = with_other_evidence(desk.record());
    for (std::string* line : {&record.item("T.3").owner, &record.item("T.3").validation})
        *line = replaced(*line, "2026-02-03", "2026-02-14");
    desk.commit(record, "2026-02-14T09:00:00Z");
    CHECK(!desk.since(desk.repository.commits().active).has(kStale, kRecord));
}

TEST_CASE("changed while the record gets the name of another one") {
    for (const char* path : {"docs/product/phase_gates/defect-0104-rounding-phase-gate.md",
                             "docs/product/phase_gates/defect-7-rounding-phase-gate.md",
                             "docs/product/phase_gates/rounding.md"}) {
        CAPTURE(path);
        const Desk desk;
        const std::string base = desk.commit(with_priority(desk.record(), "P0"), "2026-02-12T09:00:00Z");
        desk.repository.remove(kRecord);
        desk.commit(with_priority(with_other_evidence(desk.record()), "P3"), "2026-02-14T09:00:00Z", path);
        const Checked checked = desk.since(base);
        expect_refused(checked, kStale, path);
        expect_refused(checked, kTier, path);
    }
}

TEST_CASE("a priority that is taken away, and comes back as another one") {
    const Desk desk;
    const std::string base = desk.commit(with_priority(desk.record(), "P0"), "2026-02-12T09:00:00Z");
    SUBCASE("taken away") {
        desk.commit(desk.record(), "2026-02-13T09:00:00Z");
    }
    SUBCASE("still to be told") {
        desk.commit(with_priority(desk.record(), "TBC"), "2026-02-13T09:00:00Z");
    }
    desk.commit(with_priority(desk.record(), "P3"), "2026-02-14T09:00:00Z");
    expect_refused(desk.since(base), kTier);
}

TEST_CASE("a priority of the title that is lowered, or taken away") {
    const Desk desk;
    const auto commit = [&](const std::string& title, const std::string& date) {
        desk.repository.write(kRecord, replaced(desk.record().text(), "# Defect 104:", title));
        return desk.repository.commit("Record", date);
    };
    const std::string base = commit("# Defect 104 (P0):", "2026-02-12T09:00:00Z");
    SUBCASE("lowered") {
        commit("# Defect 104 (P3):", "2026-02-13T09:00:00Z");
    }
    SUBCASE("taken away") {
        desk.commit(desk.record(), "2026-02-13T09:00:00Z");
    }
    expect_refused(desk.since(base), kTier);
}

TEST_CASE("control: a priority that is changed with a reason") {
    const Desk desk;
    const std::string base = desk.commit(with_priority(desk.record(), "P0"), "2026-02-12T09:00:00Z");
    desk.commit(with_priority(desk.record(), "P3, was P0: no customer sees these totals any more, and the "
                                             "report is going away — Product Owner, 2026-02-13"),
                "2026-02-13T09:00:00Z");
    CHECK(!desk.since(base).has(kTier, kRecord));
}

TEST_CASE("a priority that is changed with a reason that is none, or that denies itself") {
    const Desk desk;
    const std::string base = desk.commit(with_priority(desk.record(), "P0"), "2026-02-12T09:00:00Z");
    const std::string head = desk.repository.id_of("HEAD");
    for (const char* reason :
         {": n/a, changed by the Product Owner on 2026-02-13",
          ": none — changed by the Product Owner on 2026-02-13",
          ": reason tbd, changed by the Product Owner, 2026-02-13",
          ", no rationale was given by the Product Owner on 2026-02-13",
          ": the totals are small, although the Product Owner has never agreed to it",
          ": the totals are small; the Product Owner did not approve, 2026-02-13",
          ": the totals are small, lowered without the Product Owner's consent on 2026-02-13",
          ": the totals are small, lowered without approval of the Product Owner on 2026-02-13",
          ": the totals are small — Product Owner, 2026-02-13, without approval",
          ": the totals are small, not yet agreed with the Product Owner, 2026-02-13"}) {
        CAPTURE(reason);
        desk.commit(with_priority(desk.record(), std::string("P3, was P0") + reason), "2026-02-13T09:00:00Z");
        expect_refused(desk.since(base), kTier);
        desk.repository.git("reset", "--quiet", "--hard", head);
    }
}

TEST_CASE("control: a reason with words that deny something else") {
    const Desk desk;
    const std::string base = desk.commit(with_priority(desk.record(), "P0"), "2026-02-12T09:00:00Z");
    const std::string head = desk.repository.id_of("HEAD");
    for (const char* reason :
         {": never seen by a customer, and not agreed in any contract — Product Owner, 2026-02-13",
          ": no report without approval shows it, none is due — Product Owner, 2026-02-13",
          ": workaround: none needed, the page is gone — Product Owner, 2026-02-13",
          ": duplicate — Product Owner, 2026-02-13"}) {
        CAPTURE(reason);
        desk.commit(with_priority(desk.record(), std::string("P3, was P0") + reason), "2026-02-13T09:00:00Z");
        CHECK(!desk.since(base).has(kTier, kRecord));
        desk.repository.git("reset", "--quiet", "--hard", head);
    }
}

TEST_CASE("a severity lowered, and the old sign-off touched up") {
    const Desk desk;
    DefectRecord record = desk.record();
    record.item("T.2").evidence = replaced(record.item("T.2").evidence, "Medium", "Critical");
    const std::string base = desk.commit(record, "2026-02-12T09:00:00Z");
    record.item("T.2").evidence = replaced(record.item("T.2").evidence, "Critical", "Low");
    record.item("T.2").owner += ".";
    desk.commit(record, "2026-02-13T09:00:00Z");
    expect_refused(desk.since(base), kTier);
}

TEST_CASE("a merge edits a record that its first parent never had") {
    const std::vector<std::pair<DefectRecord (*)(DefectRecord), const char*>> edits = {
        {with_other_evidence, kStale}, {back_in_fix_scope, kReversion}};
    for (const auto& [edit, rule] : edits) {
        CAPTURE(rule);
        const Desk desk;
        const std::string base = desk.repository.id_of("HEAD");
        desk.repository.git("checkout", "--quiet", "-B", "old", desk.repository.commits().start);
        desk.repository.write("notes/side.md", "# Side\n");
        desk.repository.commit("Side", "2026-02-03T09:00:00Z");
        desk.repository.git("merge", "--quiet", "--no-ff", "--no-commit", base);
        desk.commit(edit(desk.record()), "2026-02-14T09:00:00Z");
        expect_refused(desk.since(base), rule);
    }
}

TEST_CASE("a merge leaves out what the base had gone on to say") {
    const std::vector<std::pair<std::function<DefectRecord(DefectRecord)>, const char*>> edits = {
        {[](DefectRecord record) { return with_priority(std::move(record), "P0"); }, kTier},
        {[](DefectRecord record) {
             record.state = "CLOSED";
             return record;
         },
         kReversion}};
    for (const auto& [edit, rule] : edits) {
        CAPTURE(rule);
        const Desk desk;
        const std::string fork = desk.repository.id_of("HEAD");
        const std::string base = desk.commit(edit(desk.record()), "2026-02-13T09:00:00Z");
        desk.repository.git("checkout", "--quiet", "-B", "side", fork);
        desk.repository.write("notes/side.md", "# Side\n");
        desk.repository.commit("Side", "2026-02-12T09:00:00Z");
        desk.repository.git("merge", "--quiet", "--strategy", "ours", "--no-edit", base);
        expect_refused(desk.since(base), rule);
    }
}

TEST_CASE("a merge takes back the version of a spec") {
    const Desk desk;
    const std::string fork = desk.repository.id_of("HEAD");
    desk.repository.write(kSpec, spec_text("1.2", "2026-02-12"));
    const std::string base = desk.repository.commit("Spec 1.2", "2026-02-12T09:00:00Z");
    desk.repository.git("checkout", "--quiet", "-B", "side", fork);
    desk.repository.write("notes/side.md", "# Side\n");
    desk.repository.commit("Side", "2026-02-12T10:00:00Z");
    desk.repository.git("merge", "--quiet", "--strategy", "ours", "--no-edit", base);
    expect_refused(desk.since(base), "version/decreased", kSpec);
}

TEST_CASE("control: an honest merge of what the base went on to say") {
    const Desk desk;
    const std::string fork = desk.repository.id_of("HEAD");
    const std::string base = desk.commit(with_priority(desk.record(), "P0"), "2026-02-13T09:00:00Z");
    desk.repository.git("checkout", "--quiet", "-B", "side", fork);
    desk.repository.write("notes/side.md", "# Side\n");
    desk.repository.commit("Side", "2026-02-12T09:00:00Z");
    desk.repository.merge(base, "2026-02-14T09:00:00Z");
    expect_passed(desk.since(base));
}

TEST_CASE("a gate that is said to have passed, and signed afterwards with earlier dates") {
    const Desk desk;
    DefectRecord record = desk.record();
    SUBCASE("by the state alone") {
        record.state = "CLOSED";
    }
    SUBCASE("by a status line") {
        record.extra = "\n**Gate V — ✅ COMPLETE (2026-02-13)**\n";
    }
    desk.commit(record, "2026-02-13T08:00:00Z");
    desk.commit(desk.repository.filed(), "2026-02-16T09:00:00Z");
    expect_refused(desk.since(desk.repository.commits().active), kUngated);
}

TEST_CASE("a way back that has no date, and one that nobody is to see") {
    const Desk desk;
    DefectRecord record = desk.record();
    std::string when;
    SUBCASE("a dash") {
        when = "—";
    }
    SUBCASE("nothing") {
        when = "";
    }
    SUBCASE("in words") {
        when = "9 February 2026";
    }
    SUBCASE("suppressed") {
        when = "2026-02-09";
        record.extra = "\n<!-- docs-lint-disable state/reversion-unlogged -- agreed in the team -->\n";
    }
    record.log = replaced(record.log, "| IMPLEMENTATION | VERIFICATION |",
                          "| IMPLEMENTATION | FIX_SCOPE | " + when +
                              " | scope question |\n| FIX_SCOPE | IMPLEMENTATION | 2026-02-09 | FS |\n"
                              "| IMPLEMENTATION | VERIFICATION |");
    desk.commit(record, "2026-02-12T09:00:00Z");
    expect_refused(desk.since(desk.repository.commits().active), kReversion);
}

/// The newest row of the log goes back.
DefectRecord gone_back(DefectRecord record, const std::string& date, const std::string& remark) {
    record.log += "| VERIFICATION | IMPLEMENTATION | " + date + " | " + remark + " |\n";
    return record;
}

TEST_CASE("a way back that waits for something, while the state stays where it was") {
    for (const char* remark : {"pending", "planned", "on hold", "Open", "in progress"}) {
        CAPTURE(remark);
        const Desk desk;
        desk.commit(gone_back(desk.record(), "2026-02-11", remark), "2026-02-12T09:00:00Z");
        expect_refused(desk.since(desk.repository.commits().active), "state/mismatch");
    }
}

TEST_CASE("control: a way back that is planned, and has no date") {
    const Desk desk;
    desk.commit(gone_back(desk.record(), "—", "pending"), "2026-02-12T09:00:00Z");
    expect_passed(desk.since(desk.repository.commits().active));
}

TEST_CASE("a log that gives no date") {
    const Desk desk;
    DefectRecord record = desk.record();
    for (const char* day : {"2026-02-03", "2026-02-05", "2026-02-07", "2026-02-10"})
        record.log = replaced(record.log, day, "—");
    desk.commit(record, "2026-02-12T09:00:00Z");
    expect_refused(check_revision(desk.repository.path()), "state/log-missing");
}

TEST_CASE("a row that says reverted and goes on, beside a claim that nobody signed") {
    const Desk desk;
    for (const char* claim : {"Gate V has passed.", "**Gate V — ✅ COMPLETE (2026-02-13)**",
                              "All items of gate V are signed off."}) {
        CAPTURE(claim);
        DefectRecord record = desk.record();
        record.log =
            replaced(record.log, "| 2026-02-10 | I |", "| 2026-02-10 | I, a wrong label was reverted |");
        record.extra = std::string("\n") + claim + "\n";
        desk.commit(record, "2026-02-12T09:00:00Z");
        expect_refused(check_revision(desk.repository.path()), "gate/owner-unconfirmed");
    }
}

TEST_CASE("a version of the record in between that is too deep to be read") {
    const TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().active);
    const std::string text = repository.read(kRecord);
    repository.write(kRecord, text + "\n" + std::string(5000, '>') + " deep\n");
    repository.commit("Quote", "2026-02-12T09:00:00Z");
    repository.write(kRecord, text);
    repository.commit("Take the quotes out", "2026-02-12T10:00:00Z");
    const Checked checked = audit(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 3);
    CHECK(checked.could_not_verify("what this version says"));
}
