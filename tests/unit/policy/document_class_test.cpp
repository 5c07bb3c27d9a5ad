#include "policy/document_class.hpp"

#include <doctest/doctest.h>

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
