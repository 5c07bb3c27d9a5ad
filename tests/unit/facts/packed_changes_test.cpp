#include "facts/packed_changes.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

using namespace docs_lint;
using facts::PackedChanges;
using facts::PathChange;

namespace {

using Changes = std::unordered_map<std::string, std::vector<PathChange>>;

git::ObjectId id(char digit) {
    return *git::parse_object_id(std::string(40, digit));
}

Changes some_changes() {
    return {{"docs/a.md",
             {{0, id('1'), {}}, {2, id('2'), {id('1'), std::nullopt}}, {7, std::nullopt, {id('2')}}}},
            {"docs/b.md", {{3, id('3'), {std::nullopt}}}},
            {"late.md", {{9, id('4'), {std::nullopt}}}}};
}

/// All but the bytes at `damaged` are as they were written.
std::optional<PackedChanges> opened(const std::string& bytes,
                                    std::optional<std::size_t> damaged = std::nullopt) {
    const auto owner = std::make_shared<const std::string>(bytes);
    return PackedChanges::open(*owner, owner, [owner, damaged](std::string_view some) {
        const auto begin = static_cast<std::size_t>(some.data() - owner->data());
        return !damaged || *damaged < begin || *damaged >= begin + some.size();
    });
}

void check_same(const std::vector<PathChange>& left, const std::vector<PathChange>& right) {
    REQUIRE(left.size() == right.size());
    for (std::size_t at = 0; at < left.size(); ++at) {
        CHECK(left[at].commit == right[at].commit);
        CHECK(left[at].blob == right[at].blob);
        CHECK(left[at].parents == right[at].parents);
    }
}

} // namespace

TEST_CASE("changes come back as they were packed, path by path") {
    const Changes changes = some_changes();
    const auto packed = opened(PackedChanges::pack(changes, 10));
    REQUIRE(packed.has_value());
    CHECK(packed->commits() == 10);
    for (const auto& [path, of_path] : changes) check_same(*packed->of(path), of_path);
    for (const std::string absent : {"", "docs", "docs/a.m", "docs/a.md/x", "docs/aa.md", "zzz"})
        CHECK(packed->of(absent)->empty());
    const Changes all = *packed->all();
    CHECK(all.size() == 3);
    check_same(all.at("docs/a.md"), changes.at("docs/a.md"));
}

TEST_CASE("what later commits changed is left out") {
    const auto packed = opened(PackedChanges::pack(some_changes(), 3));
    REQUIRE(packed.has_value());
    CHECK(packed->of("docs/a.md")->size() == 2);
    CHECK(packed->of("docs/b.md")->empty());
    CHECK(packed->all()->size() == 1);
}

TEST_CASE("bytes that end too early are refused, and damaged ones are never read past their end") {
    const std::string bytes = PackedChanges::pack(some_changes(), 10);
    const std::size_t names = std::string("docs/a.mddocs/b.mdlate.md").size();
    for (std::size_t size = 0; size < bytes.size() - names; ++size)
        CHECK_FALSE(opened(bytes.substr(0, size)));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xC1);
        const auto packed = opened(damaged);
        if (!packed) continue;
        for (const auto& [path, changes] : packed->all().value_or(Changes{}))
            for (const PathChange& change : changes) CHECK(change.commit < packed->commits());
        if (const auto changes = packed->of("docs/a.md")) CHECK(changes->size() <= 4);
    }
}

TEST_CASE("no byte is believed that is not as it was written, and what others say still is") {
    const std::string bytes = PackedChanges::pack(some_changes(), 10);
    std::size_t refused = 0;
    std::size_t of_others = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        const auto packed = opened(bytes, at);
        refused += packed ? 0 : 1;
        if (!packed) continue;
        CHECK_FALSE(packed->all());
        const auto a = packed->of("docs/a.md");
        const auto b = packed->of("docs/b.md");
        of_others += a || b ? 1 : 0;
        if (a) check_same(*a, some_changes().at("docs/a.md"));
        if (b) check_same(*b, some_changes().at("docs/b.md"));
    }
    CHECK(refused > 0); // sizes, paths and names are needed for any of them
    CHECK(refused + of_others == bytes.size());
}
