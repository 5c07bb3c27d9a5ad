#include "engine/comparisons.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using git::Entry;
using git::Mode;

namespace {

Entry entry(const char* path, std::uint8_t content, Mode mode = Mode::file) {
    Entry made{path, mode, {}};
    made.id.bytes[0] = content;
    return made;
}

} // namespace

TEST_CASE("entries that differ are changes, equal ones are none") {
    const auto changes = engine::compare_entries({entry("a", 1), entry("b", 1), entry("d", 1)},
                                                 {entry("a", 1), entry("b", 2), entry("c", 1)});
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].path == "b");
    CHECK(changes[0].old_mode == Mode::file);
    CHECK(changes[0].new_mode == Mode::file);
    CHECK(changes[1].path == "c");
    CHECK(changes[1].old_mode == Mode::none);
    CHECK(changes[2].path == "d");
    CHECK(changes[2].new_mode == Mode::none);
}

TEST_CASE("another mode is a change") {
    const auto changes = engine::compare_entries({entry("a", 1)}, {entry("a", 1, Mode::link)});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].new_mode == Mode::link);
}
