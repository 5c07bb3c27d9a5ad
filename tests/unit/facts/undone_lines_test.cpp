#include "facts/undone_lines.hpp"

#include <doctest/doctest.h>

using docs_lint::facts::LinesOfWork;

namespace {

const LinesOfWork& work() {
    static const LinesOfWork lines("a\nold\n}\nz\n", "a\nnew\nmore\n}\n}\nz\n");
    return lines;
}

} // namespace

TEST_CASE("work is undone where its lines are gone and those that it took out are back") {
    CHECK(work().is_undone_in("a\nold\n}\nz\n"));
    CHECK(work().is_undone_in("other\n  old  \nz\n"));
    CHECK_FALSE(work().is_undone_in("a\nold\nmore\nz\n"));
    CHECK_FALSE(work().is_undone_in("a\nz\n"));
    CHECK_FALSE(LinesOfWork("a\n", "a\n\n}\n").is_undone_in("a\n"));
}

TEST_CASE("a line that was only taken out is back where it stands between the same lines") {
    const LinesOfWork lines("a\nbreak\nb\nc\n", "a\nb\nc\n");
    CHECK(lines.is_undone_in("new\na\n\n  break\nb\n"));
    CHECK_FALSE(lines.is_undone_in("a\nb\nbreak\nc\n"));
    const LinesOfWork last("a\nbreak\n", "a\n");
    CHECK(last.is_undone_in("new\na\nbreak\n"));
    CHECK_FALSE(last.is_undone_in("break\na\n"));
}

TEST_CASE("work is whole where all of its lines are there and none that it took out") {
    CHECK(work().is_whole_in("new\nb\nmore\n"));
    CHECK_FALSE(work().is_whole_in("new\n"));
    CHECK_FALSE(work().is_whole_in("new\nmore\nold\n"));
}

TEST_CASE("nothing else changed where every other line stands as often as in a parent") {
    const std::string parent = "a\nnew\nmore\n}\nz\n";
    CHECK(work().is_all_that_changed("a\nold\nz\n", {parent}));
    CHECK_FALSE(work().is_all_that_changed("a\nold\nz\nother\n", {parent}));
    CHECK_FALSE(work().is_all_that_changed("old\nz\n", {parent}));
    CHECK(work().is_all_that_changed("a\nold\nother\n", {parent, "a\nold\nother\n"}));
}

TEST_CASE("work that only adds lines takes none out") {
    CHECK(work().takes_lines_out());
    CHECK_FALSE(LinesOfWork("a\n", "a\nb\n").takes_lines_out());
}
