#include "unit/model/support.hpp"

#include <string>
#include <vector>

using namespace docs_lint;
using model::StrayPlace;

namespace {

const std::string kHeader = "# R\n\n**Owner:** PMO Lead\n**Status:** Active\n**Created:** 2026-03-01\n\n";

std::vector<model::StrayField> stray_in(const std::string& body) {
    return tests::read_record(kHeader + body).stray_fields;
}

void check_one(const std::string& body, StrayPlace place, const std::string& value) {
    CAPTURE(body);
    const auto stray = stray_in(body);
    REQUIRE(stray.size() == 1);
    CHECK(stray.front().place == place);
    CHECK(stray.front().field.value.text == value);
}

} // namespace

TEST_CASE("a field of the header that stands again elsewhere is found, with its place") {
    check_one("Some text.\n\n**Status:** Filed\n\n## Gate T\n\nText.\n", StrayPlace::head, "Filed");
    check_one("## Gate T\n\n**Status:** Filed\n\nText.\n\n## Gate RC\n\nText.\n", StrayPlace::section,
              "Filed");
    check_one("## Gate T\n\nText.\n\n---\n\n**Filed:** 2026-03-04\n", StrayPlace::footer, "2026-03-04");
    check_one("## Again\n\n- Owner: QA Lead\n- Status: Filed\n- Created: 2026-03-02\n\n## Gate T\n\nText.\n",
              StrayPlace::block, "Filed");
    check_one(
        "## Again\n\n| Field | Value |\n|---|---|\n| Owner | QA Lead |\n| Status | Filed |\n| Created | "
        "2026-03-02 |\n\n## Gate T\n\nText.\n",
        StrayPlace::block, "Filed");
}

TEST_CASE("what is no field of the document itself is not stray") {
    for (const std::string body :
         {"## Gate T\n\nThe status: Filed, as somebody said, was too early.\n",
          "## Gate T\n\n```\nStatus: Filed\n```\n", "## Gate T\n\n> **Status:** Filed\n",
          "<!-- \n**Status:** Filed\n-->\n\n## Gate T\n\nText.\n", "## Gate T\n\n**Severity:** High\n",
          "## Gate T\n\n- Status: Filed\n- Severity: High\n", "## Gate T\n\n**Status:**\n"}) {
        CAPTURE(body);
        CHECK(stray_in(body).empty());
    }
}

TEST_CASE("without a header nothing says anything again") {
    CHECK(tests::read_record("# R\n\nText.\n\n## Gate T\n\n**Status:** Filed\n").stray_fields.empty());
}
