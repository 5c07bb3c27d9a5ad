#include "policy/document_class.hpp"
#include "policy/policy.hpp"

#include <doctest/doctest.h>

namespace policy = docs_lint::policy;
using docs_lint::base::PathPattern;
using docs_lint::policy::DocumentClass;

TEST_CASE("a class covers its paths but for the excluded ones, and reads the item's id from them") {
    DocumentClass made;
    made.paths = {*PathPattern::parse("gates/{id}-{slug}-gate.md"), *PathPattern::parse("gates/**")};
    made.excluded_paths = {*PathPattern::parse("gates/README.md")};
    CHECK(made.covers("gates/BLG-TECH-01-a-gate.md"));
    CHECK(made.covers("gates/deep/other.md"));
    CHECK_FALSE(made.covers("gates/README.md"));
    CHECK_FALSE(made.covers("other/a.md"));
    CHECK(made.item_id("gates/BLG-TECH-01-a-gate.md") == "BLG-TECH-01");
    CHECK_FALSE(made.item_id("gates/deep/other.md").has_value());
    CHECK_FALSE(made.item_id("gates/README.md").has_value());
}

TEST_CASE("a class says whether its documents keep a change log") {
    using policy::ChangeLogDuty;
    const auto pack = *policy::load(std::nullopt, {});
    CHECK(pack.find_class("canonical-specification")->change_log == ChangeLogDuty::required);
    CHECK(pack.find_class("role-charter")->change_log == ChangeLogDuty::optional);
    CHECK(pack.find_class("lessons-record")->change_log == ChangeLogDuty::none);
    const auto refused = policy::load(
        policy::Configuration{".docs-lint.yaml", "classes:\n  role-charter:\n    change-log: always\n"}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find(".docs-lint.yaml:3:17: \"always\" is no duty") != std::string::npos);
}
