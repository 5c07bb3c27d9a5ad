#include "unit/model/support.hpp"

using namespace docs_lint;
using tests::source_of;

namespace {

model::FilingMark mark_of(std::string_view text) {
    return model::read_filing_mark(text, *tests::built_in_policy().class_of(tests::kRecordPath));
}

bool filed(std::string_view text) {
    return mark_of(text).filed;
}

std::string header(std::string_view line) {
    return "# R\n\n**Owner:** PMO Lead\n" + std::string(line) + "\n\n---\n\n## Gate T\n\nText.\n";
}

} // namespace

TEST_CASE("the canonical form files plainly") {
    const std::string text = header("**Status:** Filed");
    const auto mark = mark_of(text);
    CHECK(mark.filed);
    CHECK(mark.plain);
    CHECK(text.substr(mark.source.begin, mark.source.size()) == "**Status:** Filed");
    CHECK(mark_of(header("Status: filed (2026-03-01)")).plain);
    CHECK(mark_of(header("Status: Filed ✅")).plain);
    CHECK(mark_of(header("- **Filed:** 2026-03-01 (immutable from this date)")).plain);
    CHECK(mark_of(header("| Status | Filed |")).plain);
    CHECK(mark_of("---\nstatus: Filed\n---\n# R\n").plain);
}

TEST_CASE("a line may end in one mark that breaks it") {
    for (const std::string mark : {"\\", " \\", "<br>", " <br/>", "<BR />"}) {
        CAPTURE(mark);
        CHECK(mark_of(header("**Status:** Filed" + mark + "\n**Severity:** High")).plain);
        CHECK(mark_of(header("**Filed:** 2026-03-01" + mark)).plain);
        CHECK_FALSE(mark_of(header("**Status:** Filed" + mark + mark)).plain);
        CHECK_FALSE(mark_of(header("**Status:** " + mark + "Filed")).plain);
    }
}

TEST_CASE("every disguise files, and none is plain") {
    for (const std::string& line :
         std::vector<std::string>{"**Status:** F\xD1\x96led",
                                  "**Status:** Fi\xE2\x80\x8Bled",
                                  "**St\xD0\xB0tus:** Filed",
                                  "**Status:** \xEF\xBC\xA6iled",
                                  "**\xC5\xBFtatus:** Filed",
                                  "<!-- Status: Filed -->",
                                  "[Status]: Filed",
                                  "**Status:** &#70;iled",
                                  "**Status:** &#x46;iled",
                                  "**Status:** &filig;led",
                                  "**Status&colon;** Filed",
                                  "**Status:** Fil<!-- x -->ed",
                                  "**Status:** <b>Fil</b>ed",
                                  "**Status:** Fil**ed**",
                                  "**Status:** [Fil](x)ed",
                                  "**Status:**\nFiled",
                                  "**Status:** Fil<!--\n-->ed",
                                  "Owner: x\xE2\x80\xA8Status: Filed",
                                  std::string("**Status:** Fil\0ed", 18),
                                  "**Status:** Fil\xFF"
                                  "ed",
                                  "**Status:** _Filed_",
                                  "| Owner | Status |\n|---|---|\n| PMO Lead | Filed |",
                                  "**Status:** Class 7, Filed",
                                  "**Status:** Active / Filed",
                                  "Status\\: Filed"}) {
        CAPTURE(line);
        CHECK(filed(header(line)));
    }
    CHECK_FALSE(mark_of(header("**Status:** F\xD1\x96led")).plain);
    CHECK_FALSE(mark_of(header("<!-- Status: Filed -->")).plain);
    CHECK_FALSE(mark_of(header("**Status:** &#70;iled")).plain);
    CHECK(filed(header("**Status:** Active\n**Filed:** yes")));
    CHECK(filed("# R\r**Status:** Filed\r"));
    CHECK(filed("# R\nStatus: Filed\n---\n"));
    CHECK(filed("---\nx: 1\n## y: z\nstatus: Filed\n---\n# R\n"));
    CHECK(filed("# R\n\n<div>\n## x\n</div>\n\n**Status:** Filed\n"));
    CHECK(filed("# R\n\n<!--\n## x\n-->\n\n**Status:** Filed\n"));
    CHECK(filed("## R\n\n**Status:** Filed\n"));
}

TEST_CASE("what is open is not filed") {
    for (const std::string_view line :
         {"**Status:** Active", "**Filed:** — (immutable on closure)", "**Filed:** —", "**Filed:**",
          "**Date filed:** {date}", "**Filed:** TBC", "**Filed:** on closure of release 2",
          "**Filed:** not yet (target 2026-04-01)", "**Status:** Active (Filed at closure)",
          "**Status:** Active — until Filed", "**Status:** not filed", "**Type:** Filed records",
          "**Filed:**\n**Version:** 1.0", "| Status | Active |\n|---|---|\n| Filed | — |"}) {
        CAPTURE(line);
        CHECK_FALSE(filed(header(line)));
    }
    CHECK_FALSE(filed("# R\n\n**Status:** Active\n\n## Lifecycle\n\nStatus: Filed\nFiled: 2026-03-01\n"));
    CHECK_FALSE(filed(""));
}

TEST_CASE("a class without filing is never filed") {
    const auto* charter = tests::built_in_policy().find_class("phase-gate-document");
    REQUIRE(charter != nullptr);
    policy::DocumentClass open = *charter;
    open.filing.reset();
    CHECK_FALSE(model::read_filing_mark("# R\n\nStatus: Filed\n", open).filed);
}

TEST_CASE("whatever the strict reading calls filed is protected") {
    for (const std::string_view text :
         {"# R\n\nOwner: x\nStatus: Filed\n", "---\nstatus: >\n  Filed\n---\n# R\n", "- Status: Filed\n",
          "Status: Filed\n===\n", "# R\n\n| Status | Filed |\n|--|--|\n",
          "# R\n\n* **Owner:** x **Status:** Filed\n", "# R\n\n<?x\n## y\n?>\n\nStatus: Filed\n"}) {
        const auto document = tests::read_record(std::string(text));
        const auto* field = document.header.find("Status");
        CAPTURE(text);
        REQUIRE(field != nullptr);
        CHECK(model::status_value(*field, *document.document_class) == "Filed");
        CHECK(filed(text));
    }
}

TEST_CASE("a tick files as a yes does, and is not plain") {
    for (const std::string_view line :
         {"**Filed:** ✅", "**Filed:** ✔️ done", "**Filed:** [x]", "**Filed:** [X] Filed", "**Filed:**\n✅",
          "| Filed | ✅ |", "- [x] Filed 2026-03-01", "- [x] Filed", "* [X] **Filed** on 1 March 2026",
          "1. x\n- [x] Filed", "- ✅ Filed 2026-03-01", "- [x] Date filed: 2026-03-01"}) {
        CAPTURE(line);
        const auto mark = mark_of(header("**Status:** Active\n" + std::string(line)));
        CHECK(mark.filed);
        CHECK_FALSE(mark.plain);
    }
}

TEST_CASE("a tick beside something else files nothing") {
    for (const std::string_view line :
         {"**Filed:** ☐", "**Filed:** [ ]", "**Filed:** ❌", "**Filed:** ✅ on closure", "**Filed:** ✅ pending",
          "**Filed:**\n\n- [x] Gate T passed", "**Filed:**\n✅ Gate T passed", "- [ ] Filed 2026-03-01",
          "- [x] Filed records were read", "- [x] Reproduced 2026-03-01", "- [x] Not filed",
          "- [x] Ready to be filed 2026-03-01"}) {
        CAPTURE(line);
        CHECK_FALSE(filed(header("**Status:** Active\n" + std::string(line))));
    }
}
