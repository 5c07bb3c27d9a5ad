#include "source/source_tree.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::Mode;

TEST_CASE("files in memory are listed in byte order and read up to the limit") {
    const auto tree = source::memory({{"b.md", "beta"}, {"a/x.md", "alpha"}, {"l", "b.md", Mode::link}});
    const auto files = value_of(tree->files());
    REQUIRE(files.size() == 3);
    CHECK(files[0].path == "a/x.md");
    CHECK_FALSE(files[0].id);
    CHECK(value_of(tree->read(files[1], 4)) == "beta");
    CHECK(tree->read(files[1], 3).error().kind == base::ErrorKind::unverifiable);
    CHECK(tree->read(files[2], 100).error().kind == base::ErrorKind::unverifiable);
    CHECK(tree->read({"none.md", Mode::file, {}}, 100).error().kind == base::ErrorKind::unverifiable);
}
