#include "support/fixture_edits.hpp"
#include "support/scratch.hpp"
#include "support/text_difference.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace docs_lint::tests {
namespace {

/// What becomes of a file with the lines one, two, three.
std::string edited(const std::string& edits) {
    const ScratchFolder scratch;
    write_file(scratch.path() / "base/a.md", "one\ntwo\nthree\n");
    apply_edits(parse_edits("base: x\n\n" + edits), scratch.path() / "base", scratch.path() / "target");
    return read_file(scratch.path() / "target/a.md");
}

} // namespace

TEST_CASE("edits take lines out, put lines in and keep lines between them") {
    CHECK(edited("") == "one\ntwo\nthree\n");
    CHECK(edited("- two\n") == "one\nthree\n");
    CHECK(edited("- one\n+ One\n  two\n+ and a half\n") == "One\ntwo\nand a half\nthree\n");
    CHECK(edited("- one\n\n- three\n+ four\n") == "two\nfour\n");
    CHECK(edited("+\n  two\n") == "one\n\ntwo\nthree\n");
}

TEST_CASE("edits can write what an editor does not show") {
    CHECK(edited("- two\n+ t\\u{200B}wo\\r\n") == "one\nt\xE2\x80\x8Bwo\r\nthree\n");
}

TEST_CASE("edits that do not fit are refused, never applied by half") {
    CHECK_THROWS_AS(edited("- four\n"), std::runtime_error);
    CHECK_THROWS_AS(edited("- wo\n"), std::runtime_error);
    CHECK_THROWS_AS(edited("+ four\n"), std::runtime_error);
    CHECK_THROWS_AS(edited("four\n"), std::runtime_error);
    CHECK_THROWS_AS(edited("- three\n- two\n"), std::runtime_error);
    CHECK_THROWS_AS(parse_edits("- one\n"), std::runtime_error);
}

TEST_CASE("a difference shows both sides line by line") {
    CHECK(difference("a\nb\nc\n", "a\nb\nc\n").empty());
    CHECK(difference("a\nb\nc\n", "a\nx\nc\n") == "  a\n- b\n+ x\n  c\n");
    CHECK_FALSE(difference("a\n", "a").empty());
    CHECK(difference("", "a\n") == "+ a\n");
}

} // namespace docs_lint::tests
