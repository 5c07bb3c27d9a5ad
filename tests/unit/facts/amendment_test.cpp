#include "facts/amendment.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

const std::string kFiled = "# Gate\n\n**Owner:** PMO Lead\n**Status:** Filed\n\nOne.\n";

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

policy::DocumentClass class_with_section(const char* section) {
    policy::DocumentClass declared = *pack().find_class("defect-phase-gate-document");
    declared.filing->amendment_section = section;
    return declared;
}

bool is_amendment(const std::string& appended) {
    return facts::is_declared_amendment(kFiled, kFiled + appended, class_with_section("Amendments"),
                                        pack().roles);
}

} // namespace

TEST_CASE("an amendment gives a date, a reason and an approver under the section that is declared for it") {
    CHECK(is_amendment("\n## Amendments\n\n- **Date:** 2026-03-01\n- **Reason:** wrong row\n"
                       "- **Approved by:** PMO Lead\n"));
    CHECK(is_amendment("\n## amendments\n\nDate: 2026-03-01\nReason: wrong row\nApproved by: PMO Lead\n"
                       "[The row](#gate-v) was a copy.\n"));
}

TEST_CASE("what lacks one of them is none") {
    const std::string head = "\n## Amendments\n\n";
    CHECK_FALSE(is_amendment(head + "Reason: wrong row\nApproved by: PMO Lead\n"));
    CHECK_FALSE(is_amendment(head + "Date: to come\nReason: wrong row\nApproved by: PMO Lead\n"));
    CHECK_FALSE(is_amendment(head + "Date: 2026-03-01\nReason: wrong\nApproved by: PMO Lead\n"));
    CHECK_FALSE(is_amendment(head + "Date: 2026-03-01\nReason: wrong row\nApproved by: nobody\n"));
    CHECK_FALSE(is_amendment("\n## Notes\n\nDate: 2026-03-01\nReason: wrong row\nApproved by: PMO Lead\n"));
    CHECK_FALSE(is_amendment("\nDate: 2026-03-01\nReason: wrong row\nApproved by: PMO Lead\n"));
}

TEST_CASE("a label counts before its colon alone") {
    const std::string head = "\n## Amendments\n\n";
    CHECK_FALSE(is_amendment(head + "Date 2026-03-01\nReason: wrong row\nApproved by: PMO Lead\n"));
    CHECK_FALSE(is_amendment(head + "Date: 2026-03-01\nReason: wrong row\nTo be: approved by PMO Lead\n"));
    CHECK_FALSE(is_amendment(head + "Date: 2026-03-01\nReason: wrong row\nPMO Lead: approved by\n"));
    CHECK_FALSE(is_amendment(head + "Date: 2026-03-01\nFor no: reason given here\nApproved by: PMO Lead\n"));
}

TEST_CASE("what a reader does not see amends nothing") {
    const std::string head = "\n## Amendments\n\n";
    const std::string whole = "Date: 2026-03-01\nReason: wrong row\nApproved by: PMO Lead\n";
    CHECK(is_amendment(head + whole + "<!-- checked -->\n"));
    CHECK_FALSE(is_amendment(head + "<!--\n" + whole + "-->\n"));
    CHECK_FALSE(is_amendment(head + "<!--\n" + whole));
    CHECK_FALSE(is_amendment(head + whole + "note\r# Gate V\r\rMore.\n"));
}

TEST_CASE("other sections, header fields and changes above make it none") {
    const std::string whole =
        "\n## Amendments\n\nDate: 2026-03-01\nReason: wrong row\nApproved by: PMO Lead\n";
    CHECK_FALSE(is_amendment(whole + "\n## Gate V\n\nMore.\n"));
    CHECK_FALSE(is_amendment(whole + "\nGate V\n---\n"));
    CHECK_FALSE(is_amendment(whole + "\n<h1>Gate V</h1>\n"));
    CHECK_FALSE(is_amendment(whole + "\n<!-- so --> <h1>Gate V</h1>\n"));
    CHECK_FALSE(is_amendment(whole + "\n> # Gate V\n"));
    CHECK_FALSE(is_amendment(whole + "\n[result]: https://example.org/other\n"));
    CHECK_FALSE(is_amendment(whole + "\n**Status:** Active\n"));
    CHECK_FALSE(facts::is_declared_amendment(kFiled, "x" + kFiled + whole, class_with_section("Amendments"),
                                             pack().roles));
    CHECK_FALSE(facts::is_declared_amendment("# Gate", "# Gate" + whole, class_with_section("Amendments"),
                                             pack().roles));
    CHECK_FALSE(facts::is_declared_amendment(kFiled, kFiled + whole,
                                             *pack().find_class("defect-phase-gate-document"), pack().roles));
}
