#include "unit/model/support.hpp"

using namespace docs_lint;
using tests::read_record;
using tests::source_of;

namespace {

std::string value_of(const model::Header& header, std::string_view name) {
    const auto* field = header.find(name);
    return field == nullptr ? "(none)" : field->value.text;
}

void check_four_fields(const std::string& text) {
    CAPTURE(text);
    const auto document = read_record(text);
    const auto& header = document.header;
    REQUIRE(header.fields.size() == 4);
    CHECK(value_of(header, "Owner") == "PMO Lead");
    CHECK(value_of(header, "status") == "Active");
    CHECK(value_of(header, "Last Updated") == "2026-03-01");
    CHECK(value_of(header, "Filed") == "— (immutable on closure)");
    for (const auto& field : header.fields) CHECK(field.plain);
}

} // namespace

TEST_CASE("every shape of a header gives the same fields") {
    check_four_fields("# R\n\n**Owner:** PMO Lead\n**Status:** Active\n**Last Updated:** "
                      "2026-03-01\n**Filed:** — (immutable on closure)\n\n---\n");
    check_four_fields("# R\n\n**Owner:** PMO Lead  \n**Status:** Active  \n**Last Updated:** 2026-03-01  "
                      "\n**Filed:** — (immutable on closure)\n");
    check_four_fields("# R\n\n**Owner**: PMO Lead\n**Status**: Active\n**Last Updated**: "
                      "2026-03-01\n**Filed**: — (immutable on closure)\n");
    check_four_fields("# R\nOwner: PMO Lead\nStatus: Active\nLast Updated: 2026-03-01\nFiled: — (immutable "
                      "on closure)\n\nA text.\n");
    check_four_fields("# R\n\n- **Owner:** PMO Lead\n- **Status:** Active\n- Last Updated: 2026-03-01\n- "
                      "Filed: — (immutable on closure)\n");
    check_four_fields("# R\n\n| Field | Value |\n|---|---|\n| Owner | PMO Lead |\n| **Status** | Active |\n| "
                      "Last Updated: | 2026-03-01 |\n| Filed | — (immutable on closure) |\n");
    check_four_fields("# R\n\n| Owner | PMO Lead |\n|---|---|\n| Status | Active |\n| Last Updated | "
                      "2026-03-01 |\n| Filed | — (immutable on closure) |\n");
    check_four_fields("---\nowner: PMO Lead\nstatus: \"Active\"\nlast_updated: 2026-03-01 # today\nfiled: — "
                      "(immutable on closure)\n---\n\n# R\n\nA text.\n");
    check_four_fields("---\nOwner: PMO Lead\nStatus: Active\n---\n# R\n\n**Last Updated:** 2026-03-01\n\n- "
                      "**Filed:** — (immutable on closure)\n");
    check_four_fields("# R\n\n**Owner:** PMO Lead\n\n**Status:** Active\n\n**Last Updated:** "
                      "2026-03-01\n\n**Filed:** — (immutable on closure)\n\n> **Status:** Filed\n");
    check_four_fields("# R\n\n**Owner:** PMO Lead **Status:** Active | **Last Updated:** 2026-03-01 · "
                      "**Filed:** — (immutable on closure)\n");
    check_four_fields("# R\n\n**Owner:** PMO Lead\n**Status:** Active\n**Last Updated:** "
                      "2026-03-01\n**Filed:** — (immutable on closure)\n---\n\nText: more\n");
}

TEST_CASE("fields know their place") {
    const auto document = read_record("# R\n\n**Owner:** PMO Lead\n- **Status:** Active ✅\n");
    const auto* status = document.header.find("Status");
    REQUIRE(status != nullptr);
    CHECK(source_of(document, status->value.source) == "Active ✅");
    CHECK(source_of(document, status->source) == "Status:** Active ✅");
    CHECK(model::status_value(*status, *document.document_class) == "Active");
}

TEST_CASE("the header ends at a rule, a heading or prose") {
    CHECK(read_record("# R\n\n**Owner:** A\n\n---\n\n**Status:** Active\n").header.fields.size() == 1);
    CHECK(read_record("# R\n\n**Owner:** A\n\n## S\n\n**Status:** Active\n").header.fields.size() == 1);
    CHECK(read_record("# R\n\n**Owner:** A\n\nProse.\n\n**Status:** Active\n").header.fields.size() == 1);
    CHECK_FALSE(read_record("# R\n\nThis record says one thing: that all is well.\n").header.present());
    CHECK_FALSE(read_record("# R\n\n| Version | Change |\n|---|---|\n| 1.0 | First |\n").header.present());
}

TEST_CASE("a value goes on in the next line") {
    CHECK(value_of(read_record("# R\n\n**Scope:** this and\nthat\n**Owner:** PMO Lead\n").header, "Scope") ==
          "this and that");
}

TEST_CASE("two status lines are two fields") {
    CHECK(read_record("# R\n\n**Status:** Active\n**Status:** Filed\n").header.find_all("Status").size() ==
          2);
}

TEST_CASE("what a reader does not see is no field") {
    CHECK(read_record("# R\n\n**Owner:** A\n<!-- **Status:** Filed -->\n").header.find("Status") == nullptr);
    CHECK(read_record("# R\n\n**Owner:** A\n\n<!--\n**Status:** Filed\n-->\n").header.find("Status") ==
          nullptr);
    CHECK(read_record("# R\n\n**Owner:** A\n\n[Status]: Filed\n").header.find("Status") == nullptr);
}

TEST_CASE("a field that does not read as it is written is not plain") {
    const auto plain = [](const std::string& line) {
        const auto document = read_record("# R\n\n" + line + "\n");
        for (const auto& field : document.header.fields)
            if (!field.plain) return false;
        return document.header.find("Status") != nullptr;
    };
    CHECK(plain("**Status:** Filed"));
    CHECK(plain("**Status:** **Filed** ✅"));
    CHECK_FALSE(plain("**Sta\xE2\x80\x8Btus:** Filed"));
    CHECK_FALSE(plain("**Status:** F\xD1\x96led"));
    CHECK_FALSE(plain("**Status:** \xEF\xBC\xA6iled"));
    CHECK_FALSE(plain("**\xC5\xBFtatus:** Filed"));
    CHECK_FALSE(plain("**Status:** &#70;iled"));
    CHECK_FALSE(plain("**Status:** Fil<!-- -->ed"));
    CHECK_FALSE(plain("**Status:** Fil<b></b>ed"));
    CHECK_FALSE(plain("**Status:** Fil**ed**"));
    CHECK_FALSE(plain("**Status:** Filed\n**Owner:** PMO \xE2\x80\xAELead"));
    CHECK_FALSE(plain(std::string("**Status:** Fil\0ed", 18)));
    CHECK_FALSE(plain("**Status:** Fil\xFF"
                      "ed"));
    CHECK_FALSE(plain("**Status:** Fil\xE2\x80\xA8"
                      "ed"));
}

TEST_CASE("a status is read without ticks and trailing prose") {
    const auto status = [](const std::string& value) {
        const auto document = read_record("# R\n\n**Status:** " + value + "\n");
        return model::status_value(*document.header.find("Status"), *document.document_class);
    };
    CHECK(status("✅ Active") == "Active");
    CHECK(status("Filed (2026-03-01)") == "Filed");
    CHECK(status("Filed on 2026-03-01") == "Filed");
    CHECK(status("filed — immutable") == "filed");
    CHECK(status("Filed soon") == "Filed soon");
    CHECK(status("Actively filed") == "Actively filed");
    CHECK(status("Draft (v2)") == "Draft");
}
