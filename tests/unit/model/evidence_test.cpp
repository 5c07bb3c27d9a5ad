#include "base/date.hpp"
#include "unit/model/support.hpp"

using namespace docs_lint;
using model::Evidence;

namespace {

Evidence evidence(const std::string& value) {
    const auto item = tests::read_item("\n- Evidence: " + value + "\n");
    REQUIRE(item.components.size() == 1);
    return model::read_evidence(item.components[0], tests::built_in_policy());
}

std::string commits(const std::string& value) {
    std::string found;
    for (const auto& commit : evidence(value).commits)
        found += (found.empty() ? "" : " ") + commit.digits + (commit.well_formed ? "" : "!");
    return found;
}

std::string paths(const std::string& value) {
    std::string found;
    for (const auto& path : evidence(value).paths) {
        found += (found.empty() ? "" : " | ") + path.path;
        if (!path.anchor.empty()) found += "#" + path.anchor;
        if (!path.section.empty()) found += " §" + path.section;
        if (path.version) found += " v" + base::to_string(*path.version);
    }
    return found;
}

} // namespace

TEST_CASE("commits are hexadecimal words") {
    CHECK(commits("commit 4f2a91c") == "4f2a91c");
    CHECK(commits("see 4f2a91c and `deadbeef`, done") == "4f2a91c deadbeef");
    CHECK(commits("commits abcdefa, 1234567 and 9ABCDEF0") == "abcdefa 1234567 9abcdef0");
    CHECK(commits("commit: 0123456789abcdef0123456789abcdef01234567.") ==
          "0123456789abcdef0123456789abcdef01234567");
    CHECK(commits("commit 4f2") == "4f2!");
    CHECK(commits("commit 0123456789abcdef0123456789abcdef012345678") ==
          "0123456789abcdef0123456789abcdef012345678!");
    CHECK(commits("(4f2a91c)") == "4f2a91c");
}

TEST_CASE("the page of a commit cites it") {
    CHECK(commits("https://example.org/team/app/commit/4f2a91c") == "4f2a91c");
    CHECK(commits("see https://example.org/a/b/-/commit/abcdefa.") == "abcdefa");
    CHECK(commits("https://example.org/commit/0123456789abcdef0123456789abcdef01234567)") ==
          "0123456789abcdef0123456789abcdef01234567");
}

TEST_CASE("what only looks like a commit is none") {
    for (const std::string value :
         {"release v1-2-gabc1234", "x4f2a91c", "4f2a91cx", "src/4f2a91c/a.py",
          "https://example.org/tree/4f2a91c", "https://example.org/commit/4f2a91c/x.py", "1234567 rows",
          "on 2026-03-02", "20260302", "DEADBEEF1", "4f2a91c~1", "HEAD", "the decade faded",
          "commit added a test", "4f2a9", "version 1.2.3456789",
          "caf\xC3\xA9"
          "1234567a"}) {
        CAPTURE(value);
        CHECK(commits(value).empty());
    }
}

TEST_CASE("a commit knows its place") {
    const auto document =
        tests::read_record("# R\n\n**Gate T.2 — S**\n\n- Evidence: commit `4f2a91c` in `docs/a.md` §3.2\n");
    const auto read =
        model::read_evidence(document.gates[0].items[0].components[0], tests::built_in_policy());
    REQUIRE(read.commits.size() == 1);
    CHECK(tests::source_of(document, read.commits[0].source) == "4f2a91c");
    REQUIRE(read.paths.size() == 1);
    CHECK(tests::source_of(document, read.paths[0].source) == "docs/a.md");
}

TEST_CASE("paths stand in backticks, in links or bare") {
    CHECK(paths("`docs/specs/Metrics & Totals — v2: final+.md` §3.2, v1.4") ==
          "docs/specs/Metrics & Totals — v2: final+.md §3.2 v1.4");
    CHECK(paths("docs/specs/metrics.md v1.4 (section 3)") == "docs/specs/metrics.md §3 v1.4");
    CHECK(paths("changed `src/a.py:12` and validation_data.py, too.") == "src/a.py | validation_data.py");
    CHECK(paths("[spec](docs/My%20spec.md#rounding)") == "docs/My spec.md#rounding");
    CHECK(paths("`docs/a.md#rounding`") == "docs/a.md#rounding");
    CHECK(paths("see src/export/totals and `src/model`") == "src/export/totals | src/model");
    CHECK(paths("`docs/größe.md`") == "docs/größe.md");
}

TEST_CASE("what only looks like a path is none") {
    for (const std::string value :
         {"`POST /validate/calculations` returned all pass", "Yes/No", "and/or", "n/a",
          "https://example.org/a.md", "`git log docs/a.md`", "P0/P1", "TRIAGE/ROOT_CAUSE", "2026/03/02",
          "`docs/{id}.md`", "mail@example.org"}) {
        CAPTURE(value);
        CHECK(paths(value).empty());
    }
}

TEST_CASE("sections, versions, dates and roles") {
    const auto read = evidence("QA & Testing Owner ran section 4 of the plan v1.2 on 2026-03-02");
    CHECK(read.has_section);
    CHECK(read.has_version);
    REQUIRE(read.dates.size() == 1);
    CHECK(base::to_string(read.dates[0]) == "2026-03-02");
    CHECK(read.roles == std::vector<std::string>{"qa-testing-owner"});
    const auto none = evidence("the owner looked at it twice");
    CHECK_FALSE(none.has_section);
    CHECK_FALSE(none.has_version);
    CHECK(none.roles.empty());
    CHECK(none.words == 6);
}

TEST_CASE("words of roles, paths and commits are no statement") {
    CHECK(evidence("QA Lead, `docs/a.md`, 4f2a91c, 2026-03-02").words == 0);
    CHECK(evidence("Backend Engineer wrote the export").words == 3);
    CHECK(evidence("Backend Engineer wrote the export").roles.size() == 1);
}

TEST_CASE("pending, vague and spoken evidence") {
    for (const std::string value : {"{commit hash}", "[PENDING — commit]", "TBC", "pending", "—", "???",
                                    "[specific reference]", "commit to follow", "4f2a91c (pending push)"}) {
        CAPTURE(value);
        CHECK(evidence(value).is_pending);
    }
    for (const std::string value : {"no pending defects remain", "`docs/pending.md`",
                                    "calls `GET /items/{id}` twice", "reports of 2026-03-02"}) {
        CAPTURE(value);
        CHECK_FALSE(evidence(value).is_pending);
    }
    for (const std::string value : {"done", "See above.", "✅", "Done, OK", "QA Lead: confirmed"}) {
        CAPTURE(value);
        CHECK(evidence(value).is_vague);
    }
    CHECK_FALSE(evidence("done in 4f2a91c").is_vague);
    CHECK_FALSE(evidence("export fixed").is_vague);
    CHECK(evidence("verbal confirmation by QA Lead").is_spoken);
    CHECK_FALSE(evidence("verbal confirmation, minuted in `docs/minutes.md`").is_spoken);
}
