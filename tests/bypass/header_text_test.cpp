#include "support/checked.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

// A status that a reader takes for one thing and a program for another: found, and still protected.

using namespace docs_lint::tests;

namespace {

constexpr const char* kStatusRule = "header/status-invalid";

/// The record with this in place of its status line, first as it is, then edited in a commit of its own.
struct Story {
    Checked as_it_is;
    Checked edited;
};

Story tell(const std::string& header) {
    const TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().fix);
    DefectRecord record = repository.filed();
    record.header = header;
    repository.write(kRecord, record.text());
    const std::string base = repository.commit("Record");
    Story story;
    story.as_it_is = check_revision(repository.path());
    repository.write(kRecord, replaced(record.text(), "by the three steps", "by the four steps"));
    const std::string head = repository.commit("Edit");
    story.edited = check_range(repository.path(), base, head);
    return story;
}

std::string with_status(const std::string& line) {
    return "**Owner:** PMO Lead\n" + line + "\n**Created:** 2026-02-02\n";
}

void found_and_protected(const std::string& header, const std::string& rule = kStatusRule) {
    CAPTURE(header);
    const Story story = tell(header);
    INFO(story.as_it_is.summary());
    INFO(story.edited.summary());
    CHECK(story.as_it_is.exit_code == 1);
    CHECK(story.as_it_is.has(rule, kRecord));
    CHECK(story.edited.exit_code == 1);
    CHECK(story.edited.has("record/changed", kRecord));
}

void found(const std::string& header, const std::string& rule) {
    CAPTURE(header);
    const Story story = tell(header);
    INFO(story.as_it_is.summary());
    CHECK(story.as_it_is.exit_code == 1);
    CHECK(story.as_it_is.has(rule, kRecord));
}

} // namespace

TEST_CASE("zero-width, Cyrillic, fullwidth, long-s in Status or Filed (found, and still protected)") {
    found_and_protected(with_status("**Status:** Fi\xE2\x80\x8B"
                                    "led"));
    found_and_protected(with_status("**Status:** Fil\xD0\xB5"
                                    "d"));
    found_and_protected(
        with_status("**Status:** \xEF\xBC\xA6\xEF\xBD\x89\xEF\xBD\x8C\xEF\xBD\x85\xEF\xBD\x84"));
    found_and_protected(with_status("**Statu\xC5\xBF:** Filed"));
    found_and_protected(with_status("**St\xD0\xB0tus:** Filed"));
    found_and_protected(with_status("**Status:** Fi\xC2\xADled"));
}

TEST_CASE("two Status lines") {
    found_and_protected(
        "**Owner:** PMO Lead\n**Status:** Active\n**Status:** Filed\n**Created:** 2026-02-02\n",
        "header/field-duplicate");
    found_and_protected(
        "**Owner:** PMO Lead\n**Status:** Filed\n**Status:** Active\n**Created:** 2026-02-02\n",
        "header/field-duplicate");
}

TEST_CASE("Status only in a comment") {
    found_and_protected(with_status("<!-- **Status:** Filed -->"));
}

TEST_CASE("Status in a link definition") {
    found_and_protected("**Owner:** PMO Lead\n**Created:** 2026-02-02\n\n[Status]: Filed\n");
}

TEST_CASE("a header turned into a heading by `---`") {
    // Still read as the header that it is meant for: neither missing nor out of reach of the rules.
    const Story filed = tell("**Owner:** PMO Lead\n**Status:** Filed\n**Created:** 2026-02-02\n---\n");
    INFO(filed.as_it_is.summary());
    CHECK(!filed.as_it_is.has("header/missing", kRecord));
    CHECK(filed.edited.exit_code == 1);
    CHECK(filed.edited.has("record/changed", kRecord));
    const Story wrong = tell("**Owner:** PMO Lead\n**Status:** Final\n**Created:** 2026-02-02\n---\n");
    CHECK(wrong.as_it_is.exit_code == 1);
    CHECK(wrong.as_it_is.has(kStatusRule, kRecord));
}

TEST_CASE("lone CR, U+2028, NUL") {
    found_and_protected(with_status("**Status:** Active\r**Status:** Filed"), "header/field-duplicate");
    found_and_protected(with_status("**Status:** Active\xE2\x80\xA8**Status:** Filed"));
    found_and_protected(with_status(std::string("**Status:** Fi\0led", 19)));
}

TEST_CASE("invalid UTF-8 in the status") {
    found_and_protected(with_status("**Status:** Filed\xff"));
    found_and_protected(with_status("**Status:** Fi\xffled"));
}

TEST_CASE("bidi in Owner") {
    found("**Owner:** PMO \xE2\x80\xAE"
          "daeL\n**Status:** Filed\n**Created:** 2026-02-02\n**Filed:** 2026-02-16\n",
          "header/field-missing");
    found("**Owner:** PMO\xE2\x80\x8B Lead\n**Status:** Filed\n**Created:** 2026-02-02\n**Filed:** "
          "2026-02-16\n",
          "header/field-missing");
    const Story named = tell("**Owner:** Größe\t日本 Владимир\n**Status:** Filed\n**Created:** "
                             "2026-02-02\n**Filed:** 2026-02-16\n");
    INFO(named.as_it_is.summary());
    CHECK(named.as_it_is.exit_code == 0);
}

TEST_CASE("struck through, in code, in a quote, as an entity, in capitals") {
    found_and_protected(with_status("**Status:** ~~Filed~~"));
    found_and_protected(with_status("**Status:** &#70;&#105;led"));
    const Story code = tell(with_status("**Status:** `Filed`"));
    CHECK(code.edited.has("record/changed", kRecord));
    const Story quoted = tell("> **Owner:** PMO Lead\n> **Status:** Filed\n> **Created:** 2026-02-02\n");
    CHECK(quoted.edited.has("record/changed", kRecord));
    const Story capitals = tell(with_status("**STATUS:** FILED"));
    CHECK(capitals.edited.has("record/changed", kRecord));
    const Story dated =
        tell("**Owner:** PMO Lead\n**Status:** Active\n**Created:** 2026-02-02\n**Filed:** 2026-02-16\n");
    CHECK(dated.edited.has("record/changed", kRecord));
}

TEST_CASE("`.MD`, `.markdown`, trailing space in a governed folder") {
    for (const std::string ending : {".MD", ".markdown", ".md "}) {
        CAPTURE(ending);
        const TidyRepository repository;
        const std::string path = std::string(kRecords) + "/defect-105-sums-phase-gate" + ending;
        repository.write(path, repository.filed().text());
        const std::string base = repository.commit("Record");
        repository.write(path, replaced(repository.read(path), "by the three steps", "by the four steps"));
        const std::string head = repository.commit("Edit");
        const Checked checked = check_range(repository.path(), base, head);
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        CHECK(checked.has("record/changed", path));
    }
}

TEST_CASE("control: a template with the gate format and placeholders") {
    const TidyRepository repository;
    repository.write("docs/team_skills/pmo/processes/sign_off.md",
                     "# Signing off\n\n**Owner:** PMO Lead\n**Status:** Canonical\n**Version:** 1.0\n**Last "
                     "Updated:** 2026-02-20\n\n"
                     "## Gate T\n\n**Gate T.1 — Defect confirmed against the canonical spec**\n\n"
                     "- Evidence: {path, section, version}\n- Owner confirmation: [Yes/No] — {role}, {date}\n"
                     "- PMO validation: [Pass/Fail] — PMO Lead, {date}\n\n"
                     "## Change log\n\n| Version | Change |\n|---|---|\n| 1.0 | First version. |\n");
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
    CHECK(checked.findings.empty());
}
