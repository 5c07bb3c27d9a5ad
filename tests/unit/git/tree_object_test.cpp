#include "git/tree_object.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::git;

namespace {

std::string entry(const std::string& mode, const std::string& name, char id = 'x') {
    return mode + ' ' + name + '\0' + std::string(20, id);
}

bool is_malformed(const std::string& bytes) {
    const auto entries = parse_tree(ObjectId{}, bytes);
    return !entries && entries.error().kind == base::ErrorKind::unverifiable;
}

} // namespace

TEST_CASE("a tree is read in git's order, folders as if they ended in a slash") {
    const std::string bytes = entry("100644", "a.md") + entry("40000", "a") + entry("100755", "a0") +
                              entry("120000", "l") + entry("160000", "s");
    const auto entries = parse_tree(ObjectId{}, bytes);
    REQUIRE(entries);
    REQUIRE(entries->size() == 5);
    CHECK((*entries)[1].mode == Mode::tree);
    CHECK((*entries)[1].name == "a");
    CHECK((*entries)[2].mode == Mode::executable);
    CHECK((*entries)[3].mode == Mode::link);
    CHECK((*entries)[4].mode == Mode::submodule);
}

TEST_CASE("modes that old tools wrote are read as git reads them") {
    const std::string bytes = entry("100664", "a") + entry("100775", "b") + entry("040000", "c");
    const auto entries = parse_tree(ObjectId{}, bytes);
    REQUIRE(entries);
    CHECK((*entries)[0].mode == Mode::file);
    CHECK((*entries)[1].mode == Mode::executable);
    CHECK((*entries)[2].mode == Mode::tree);
}

TEST_CASE("a tree that two readers could read differently is an error") {
    CHECK(is_malformed(entry("100644", "b") + entry("100644", "a")));
    CHECK(is_malformed(entry("100644", "a") + entry("100644", "a")));
    CHECK(is_malformed(entry("100644", "a") + entry("100644", "a.b") + entry("40000", "a")));
    CHECK_FALSE(is_malformed(entry("100644", "a.b") + entry("40000", "a")));
}

TEST_CASE("a tree that no folder could hold is an error") {
    for (const std::string name : {"", ".", "..", ".git", ".GIT", "a/b"}) {
        CAPTURE(name);
        CHECK(is_malformed(entry("100644", name)));
    }
    CHECK(is_malformed(entry("100644", "a", '\0')));
    CHECK(is_malformed(entry("000000", "a")));
    CHECK(is_malformed(entry("10x644", "a")));
    CHECK(is_malformed(entry("", "a")));
    CHECK(is_malformed("100644"));
    CHECK(is_malformed("100644 a"));
    CHECK(is_malformed(entry("100644", "a").substr(0, 20)));
}

TEST_CASE("the order is that of whole paths") {
    const auto file = [](std::string_view name) { return TreeEntry{name, Mode::file, {}}; };
    const auto folder = [](std::string_view name) { return TreeEntry{name, Mode::tree, {}}; };
    CHECK(compare_order(file("a"), file("b")) < 0);
    CHECK(compare_order(file("a"), file("a")) == 0);
    CHECK(compare_order(file("a"), file("a.b")) < 0);
    CHECK(compare_order(folder("a"), file("a.b")) > 0);
    CHECK(compare_order(folder("a"), file("a0")) < 0);
    CHECK(compare_order(file("a"), folder("a")) < 0);
    CHECK(compare_order(file("\x7f"), file("\xc3")) < 0);
}
