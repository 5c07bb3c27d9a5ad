#include "base/date.hpp"
#include "unit/model/support.hpp"

using namespace docs_lint;
using model::Confirmation;
using model::Verdict;

namespace {

Confirmation read(std::string_view label, const std::string& value) {
    const auto item = tests::read_item("\n- " + std::string(label) + ": " + value + "\n");
    REQUIRE(item.components.size() == 1);
    return model::read_confirmation(item.components[0], tests::built_in_policy());
}

Confirmation owner(const std::string& value) {
    return read("Owner confirmation", value);
}

Confirmation validation(const std::string& value) {
    return read("PMO validation", value);
}

std::string roles_of(const Confirmation& confirmation) {
    std::string names;
    for (const auto& role : confirmation.roles)
        names += (names.empty() ? "" : "|") + role.name + (role.roles.empty() ? "?" : "");
    return names;
}

std::string date_of(const Confirmation& confirmation) {
    return confirmation.date              ? base::to_string(*confirmation.date)
           : confirmation.date_impossible ? "impossible"
                                          : "none";
}

void check_signed(const std::string& value, const std::string& roles, const std::string& date) {
    CAPTURE(value);
    const auto confirmation = owner(value);
    CHECK(confirmation.verdict == Verdict::positive);
    CHECK(roles_of(confirmation) == roles);
    CHECK(date_of(confirmation) == date);
}

} // namespace

TEST_CASE("a confirmation is a verdict, roles and a date") {
    check_signed("Yes — QA & Testing Owner, 2026-03-02", "QA & Testing Owner", "2026-03-02");
    check_signed("✅ Yes — Product Owner + QA Lead, 2026-02-24T10:00:00Z", "Product Owner|QA Lead",
                 "2026-02-24T10:00:00Z");
    check_signed("**Yes** - QA Lead (2026-03-02)", "QA Lead", "2026-03-02");
    check_signed("Yes — Product Owner and QA Lead, 2026-03-02 — no objections", "Product Owner|QA Lead",
                 "2026-03-02");
    check_signed("Yes, QA Lead, 2026-03-02", "QA Lead", "2026-03-02");
    check_signed("Yes (QA Lead, 2026-03-02)", "QA Lead", "2026-03-02");
    check_signed("Yes (QA Lead), 2026-03-02", "QA Lead", "2026-03-02");
    check_signed("yes: the QA Lead on 2026-03-02.", "the QA Lead", "2026-03-02");
    check_signed("Yes ✅ – QA Lead — 2026-03-02", "QA Lead", "2026-03-02");
    check_signed("Yes — QA & Testing Owner & Product Owner, 2026-03-02", "QA & Testing Owner|Product Owner",
                 "2026-03-02");
    check_signed("Yes — Infrastructure and Operations Owner and QA Lead, 2026-03-02",
                 "Infrastructure and Operations Owner|QA Lead", "2026-03-02");
    check_signed("Yes — Product Owner +\n  QA Lead, 2026-03-02", "Product Owner|QA Lead", "2026-03-02");
    check_signed("Yes — QA Lead, 2026-03-02, after the run of 2026-03-01", "QA Lead", "2026-03-02");
    check_signed("Yes — 2026-03-02, QA Lead", "QA Lead", "2026-03-02");
    check_signed("Yes — QA Lead, Sam Fox, 2026-03-02", "QA Lead", "2026-03-02");
    check_signed("Yes — QA Lead, J. A. Fox-Berg, 2026-03-02", "QA Lead", "2026-03-02");
    check_signed("Yes — QA Lead, seen in the call, 2026-03-02", "QA Lead", "none");
}

TEST_CASE("a date that does not count is kept as it is written") {
    CHECK(owner("Yes — QA Lead, 6 March 2026").other_date == "6 March 2026");
    CHECK(owner("Yes — QA Lead, 2026/03/06").other_date == "2026/03/06");
    CHECK(owner("Yes — QA Lead, seen in the call, 2026-03-02").other_date == "2026-03-02");
    CHECK(owner("Yes — QA Lead").other_date.empty());
    CHECK(owner("Yes — QA Lead, 2026-03-02, of 6 March 2026").other_date.empty());
}

TEST_CASE("places are exact") {
    const std::string value = "Yes — Product Owner + **QA Lead**, 2026-03-02";
    const auto document =
        tests::read_record("# R\n\n**Gate T.2 — S**\n\n- Owner confirmation: " + value + "\n");
    const auto confirmation =
        model::read_confirmation(document.gates[0].items[0].components[0], tests::built_in_policy());
    REQUIRE(confirmation.roles.size() == 2);
    CHECK(tests::source_of(document, confirmation.roles[0].source) == "Product Owner");
    CHECK(tests::source_of(document, confirmation.roles[1].source) == "QA Lead");
    CHECK(tests::source_of(document, confirmation.date_source) == "2026-03-02");
    CHECK(tests::source_of(document, confirmation.source) == value);
    CHECK(confirmation.roles[0].roles == std::vector<std::string>{"product-owner"});
}

TEST_CASE("only the process's own word is a yes") {
    const auto verdict = [](const std::string& value) {
        return owner(value + " — QA Lead, 2026-03-02").verdict;
    };
    CHECK(verdict("Yes") == Verdict::positive);
    CHECK(verdict("YES") == Verdict::positive);
    CHECK(verdict("No") == Verdict::negative);
    CHECK(verdict("❌ No") == Verdict::negative);
    CHECK(verdict("Yes?") == Verdict::hedged);
    CHECK(verdict("Yes (pending)") == Verdict::hedged);
    CHECK(verdict("Yes, subject to review") == Verdict::hedged);
    CHECK(verdict("🟡 Yes") == Verdict::hedged);
    CHECK(verdict("Yes but") == Verdict::hedged);
    CHECK(verdict("Not Yes") == Verdict::unclear);
    CHECK(verdict("OK") == Verdict::unclear);
    CHECK(verdict("✅") == Verdict::unclear);
    CHECK(verdict("[x] ") == Verdict::unclear);
    CHECK(verdict("[Yes]") == Verdict::unclear);
    CHECK(verdict("Pass") == Verdict::unclear);
    CHECK(verdict("\xCE\xA5"
                  "es") == Verdict::unclear);
    CHECK(verdict("~~Yes~~") == Verdict::unclear);
    CHECK(verdict("Yes and No") == Verdict::contradictory);
    CHECK(verdict("❌ Yes") == Verdict::contradictory);
    CHECK(verdict("Yes — No") == Verdict::contradictory);
    CHECK(verdict("[Yes / No]") == Verdict::undecided);
    CHECK(verdict("Yes/No") == Verdict::undecided);
    CHECK(verdict("Yes or No") == Verdict::undecided);
    CHECK(owner("").verdict == Verdict::missing);
    CHECK(owner("TBC").verdict == Verdict::pending);
    CHECK(owner("—").verdict == Verdict::pending);
    CHECK(owner("[PENDING — QA Lead]").verdict == Verdict::pending);
    CHECK(owner("Yes — {QA Lead}, {date}").verdict == Verdict::pending);
    CHECK(owner("[Yes/No] — {QA Lead}, {date}").verdict == Verdict::undecided);
}

TEST_CASE("a remark that could mean anything is kept, and the verdict stands") {
    const auto behind = owner("Yes — QA Lead, 2026-03-02; Head of Engineering frowned");
    CHECK(behind.verdict == Verdict::positive);
    CHECK(behind.remark == "Head of Engineering frowned");
    CHECK(behind.remark_word == "frowned");
    CHECK(owner("Yes — QA Lead (out of office), 2026-03-02").remark == "(out of office)");
    CHECK(owner("Yes — QA Lead (Sam Fox), 2026-03-02").remark.empty());
    CHECK(owner("Yes — Sam Fox (QA Lead), 2026-03-02").remark.empty());
    CHECK(owner("Yes — QA Lead, 2026-03-02").remark.empty());
}

TEST_CASE("what stands before a role is a name, or no part of the signature") {
    check_signed("Yes — Sam Fox (QA Lead), 2026-03-02", "Sam Fox (QA Lead)", "2026-03-02");
    check_signed("Yes — Sam Fox, QA Lead, 2026-03-02", "Sam Fox?|QA Lead", "2026-03-02");
    check_signed("Yes — Sam, QA Lead, 2026-03-02", "Sam?|QA Lead", "2026-03-02");
    check_signed("Yes — nobody asked (QA Lead), 2026-03-02", "nobody asked (QA Lead)?", "2026-03-02");
    check_signed("Yes — Nobody (QA Lead), 2026-03-02", "Nobody (QA Lead)?", "2026-03-02");
    check_signed("Yes — under duress, QA Lead, 2026-03-02", "under duress?|QA Lead", "none");
    check_signed("Yes — Nobody Asked, QA Lead, 2026-03-02", "Nobody Asked?|QA Lead", "none");
}

TEST_CASE("what stands behind a verdict may take it back") {
    CHECK(owner("Yes — QA Lead, 2026-03-02 (to be confirmed)").verdict == Verdict::hedged);
    CHECK(owner("Yes — QA Lead?, 2026-03-02").verdict == Verdict::hedged);
    CHECK(owner("Yes — QA Lead, 2026-03-02\n  pending the second run").verdict == Verdict::hedged);
    CHECK(owner("Yes — QA Lead, 2026-03-02; No — Product Owner, 2026-03-02").verdict ==
          Verdict::contradictory);
    CHECK(owner("Yes — QA Lead, 2026-03-02 (seen, but read only)").verdict == Verdict::hedged);
    CHECK(owner("Yes — QA Lead, 2026-03-02, tests failed").verdict == Verdict::contradictory);
    CHECK(validation("Pass — PMO Lead, 2026-03-02 (failed after all)").verdict == Verdict::contradictory);
    CHECK(validation("Pass — PMO Lead, 2026-03-02 (after the first Fail)").verdict == Verdict::positive);
    CHECK(owner("Yes — QA Lead, 2026-03-02\n  by e-mail").verdict == Verdict::positive);
    CHECK(validation("Pass — PMO Lead, 2026-03-02").verdict == Verdict::positive);
    CHECK(validation("Pass / Fail — PMO Lead, 2026-03-02").verdict == Verdict::undecided);
    CHECK(validation("Pass and Fail — PMO Lead, 2026-03-02").verdict == Verdict::contradictory);
    CHECK(validation("Pass — PMO Lead, 2026-03-02. Fail.").verdict == Verdict::contradictory);
    CHECK(validation("Fail — PMO Lead, 2026-03-02").verdict == Verdict::negative);
    CHECK(validation("Yes — PMO Lead, 2026-03-02").verdict == Verdict::unclear);
}

TEST_CASE("the date stands right behind the roles") {
    CHECK(date_of(owner("Yes — QA Lead")) == "none");
    CHECK(roles_of(owner("Yes — QA Lead")) == "QA Lead");
    CHECK(date_of(owner("Yes — QA Lead, see mail of 2026-03-02")) == "none");
    CHECK(date_of(owner("Yes — QA Lead — mail of 2026-03-02")) == "none");
    CHECK(date_of(owner("Yes — QA Lead, 2026-02-30")) == "impossible");
    CHECK(date_of(owner("Yes — QA Lead, 2026-02-30, 2026-03-02")) == "impossible");
    CHECK(date_of(owner("Yes — QA Lead, March 2026")) == "none");
    CHECK(date_of(owner("Yes")) == "none");
}

TEST_CASE("unknown roles stay in the list, without a meaning") {
    CHECK(roles_of(owner("Yes — Chief Wizard, 2026-03-02")) == "Chief Wizard?");
    CHECK(roles_of(owner("Yes — Product Owner + Chief Wizard, 2026-03-02")) == "Product Owner|Chief Wizard?");
    CHECK(roles_of(owner("Yes — A. Person (QA Lead), 2026-03-02")) == "A. Person (QA Lead)");
    CHECK(owner("Yes, 2026-03-02").roles.empty());
}
