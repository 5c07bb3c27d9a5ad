#include "unit/policy/loading.hpp"

using namespace docs_lint::policy;
using namespace docs_lint::tests;
using Ids = std::vector<std::string>;

namespace {

const std::string kKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPz4wRr3KIJV9Wca+FgjEqbo3AopwWhSpdvC2vBdl+ep";

Policy loaded(const std::string& content) {
    auto policy = load_configuration(content);
    REQUIRE_MESSAGE(policy.has_value(), (policy ? std::string() : policy.error().message));
    return *policy;
}

} // namespace

TEST_CASE("the built-in pack asks nobody who he is") {
    const Policy policy = built_in_policy();
    CHECK(policy.sign_off.identity.grade == IdentityGrade::claimed);
    CHECK_FALSE(policy.sign_off.identity.two_identities);
    for (const Role& role : policy.roles.roles()) {
        CHECK(role.identities.empty());
        CHECK(role.keys.empty());
    }
}

TEST_CASE("a grade of identity is asked of every sign-off, or of an item") {
    const Policy policy =
        loaded("sign-off: {identity: committed, two-identities: true}\n"
               "processes:\n  defect-run:\n    gates:\n      V:\n        items:\n"
               "          V.1: {identity: signed}\n          V.2: {two-identities: false}\n");
    CHECK(policy.sign_off.identity.grade == IdentityGrade::committed);
    CHECK(policy.sign_off.identity.two_identities);
    const Process* process = policy.find_process("defect-run");
    CHECK(process->find_item("V.1")->identity == IdentityGrade::signed_by_key);
    CHECK(process->find_item("V.2")->two_identities == false);
    CHECK_FALSE(process->find_item("V.3")->identity.has_value());
}

TEST_CASE("an unknown grade is a mistake, and so is a key that is none") {
    CHECK(problems_of("sign-off: {identity: sigend}\n").find("signed") != std::string::npos);
    CHECK(problems_of("sign-off: {two-identities: perhaps}\n") != "");
    CHECK(problems_of("roles:\n  qa-lead: {keys: [0123456789ABCDEF]}\n").find("public key") !=
          std::string::npos);
    CHECK(problems_of("roles:\n  qa-lead: {keys: [\"" + kKey + "\"]}\n").empty());
}

TEST_CASE("the register knows roles by address and by key, members included") {
    const Policy policy = loaded("roles:\n  qa-lead: {identities: [qa@example.org]}\n"
                                 "  pmo-lead: {identities: [QA@example.org]}\n"
                                 "  engineer: {keys: [\"" +
                                 kKey + "\"]}\n");
    CHECK(policy.roles.roles_of("qa@EXAMPLE.org") == Ids{"pmo-lead", "qa-lead"});
    CHECK(policy.roles.roles_of("nobody@example.org").empty());
    const auto key = docs_lint::signatures::parse_public_key(kKey + " comment");
    CHECK(policy.roles.roles_of(*key) == Ids{"engineer"});
    CHECK(policy.roles.has_identity("qa-lead"));
    CHECK_FALSE(policy.roles.has_identity("engineering-owner"));
    CHECK(policy.roles.has_key("engineering-owner"));
    CHECK_FALSE(policy.roles.has_key("qa-lead"));
}

TEST_CASE("a class says who may write it, and who may not") {
    const Policy policy = loaded("classes:\n  scope-document: {writers: [product-owner]}\n");
    CHECK(policy.find_class("scope-document")->writers == Ids{"product-owner"});
    CHECK(policy.find_class("canonical-specification")->barred_writers == Ids{"pmo-lead"});
    CHECK(problems_of("classes:\n  scope-document: {writers: [nobody-known]}\n") != "");
}
