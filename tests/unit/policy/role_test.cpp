#include "unit/policy/loading.hpp"

using docs_lint::policy::Role;
using docs_lint::policy::RoleRegister;
using namespace docs_lint::tests;
using Ids = std::vector<std::string>;

TEST_CASE("a role is known by its title, its aliases and its patterns, however they are written") {
    const RoleRegister roles = built_in_policy().roles;
    for (const std::string name :
         {"QA & Testing Owner", "qa and testing owner", "QA  &  Testing owner", "the QA & Testing Owner",
          "**QA & Testing Owner**", "QA & Testing Owner (acting)", "QA/Testing Owner"}) {
        CAPTURE(name);
        CHECK(roles.roles_named(name) == Ids{"qa-testing-owner"});
    }
    CHECK(roles.roles_named("Head of Engineering") == Ids{"head-of-engineering"});
    CHECK(roles.roles_named("PMO Lead (acting)") == Ids{"pmo-lead"});
    CHECK(roles.roles_named("relevant canonical owner") == Ids{"canonical-owner"});
    CHECK(roles.roles_named("Pricing Rules Owner") == Ids{"domain-spec-owner"});
    CHECK(roles.roles_named("Backend Engineer") == Ids{"engineer"});
    CHECK(roles.roles_named("Senior Front-end Engineer") == Ids{"engineer"});
}

TEST_CASE("a name that is doubtful, left open or nobody's is no role") {
    const RoleRegister roles = built_in_policy().roles;
    for (const std::string name : {"",
                                   "  ",
                                   "&",
                                   "(PMO Lead)",
                                   "QA",
                                   "Owner",
                                   "Lead",
                                   "PMO Lead?",
                                   "{PMO Lead}",
                                   "[PMO Lead]",
                                   "<PMO Lead>",
                                   "~~PMO Lead~~",
                                   "not PMO Lead",
                                   "PMO Lead or QA Lead",
                                   "PMO Lead / QA Lead",
                                   "PMO Leader",
                                   "PMO L\u0435ad",
                                   "PMO\u200B Lead",
                                   "Deputy Head of Engineering",
                                   "Sales Engineer",
                                   "Somebody",
                                   "not the Metrics Definitions Owner",
                                   "no spec owner",
                                   "Metrics Owner or API Contracts Owner",
                                   "PMO Lead (pending)",
                                   "Spec Owner TBD",
                                   "Rules Owner of nothing"}) {
        CAPTURE(name);
        CHECK(roles.roles_named(name).empty());
    }
}

TEST_CASE("members may act for a role at any depth, and for no other") {
    const RoleRegister roles = built_in_policy().roles;
    CHECK(roles.may_act_as({"head-of-engineering"}, "engineering-owner"));
    CHECK(roles.may_act_as({"engineering-owner"}, "engineering-owner"));
    CHECK(roles.may_act_as({"qa-lead", "api-contracts-owner"}, "canonical-owner"));
    CHECK(roles.may_act_as({"domain-spec-owner"}, "canonical-owner"));
    CHECK_FALSE(roles.may_act_as({"engineering-owner"}, "head-of-engineering"));
    CHECK_FALSE(roles.may_act_as({"qa-lead"}, "qa-testing-owner"));
    CHECK_FALSE(roles.may_act_as({"pmo-lead"}, "canonical-owner"));
    CHECK_FALSE(roles.may_act_as({}, "pmo-lead"));
    CHECK_FALSE(roles.may_act_as({"pmo-lead"}, "nobody"));
    const auto role = [](std::string id, Ids members) {
        Role made;
        made.title = made.id = std::move(id);
        made.members = std::move(members);
        return made;
    };
    const RoleRegister circle({role("a", {"b"}), role("b", {"c"}), role("c", {"a"}), role("d", {})});
    CHECK(circle.may_act_as({"c"}, "a"));
    CHECK_FALSE(circle.may_act_as({"d"}, "a"));
}

TEST_CASE("one name may mean several roles") {
    Role first;
    first.id = "first";
    first.title = "Owner";
    Role second;
    second.id = "second";
    second.title = "Other";
    second.patterns = {"own.r"};
    CHECK(RoleRegister({first, second}).roles_named("OWNER") == Ids{"first", "second"});
}

TEST_CASE("near misses are suggested") {
    const RoleRegister roles = built_in_policy().roles;
    CHECK(roles.nearest_title("PMO Laed") == "PMO Lead");
    CHECK(roles.nearest_title("Prodct Owner") == "Product Owner");
    CHECK_FALSE(roles.nearest_title("Chief Executive of the whole Company").has_value());
    CHECK_FALSE(RoleRegister().nearest_title("PMO Lead").has_value());
}
