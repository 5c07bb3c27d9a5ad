#include "facts/packed_changes.hpp"
#include "support/kept_bytes.hpp"

#include <doctest/doctest.h>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;
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

std::optional<PackedChanges> opened(const std::string& bytes) {
    return PackedChanges::open(KeptBytes(bytes).checked);
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
    for (const auto& [path, of_path] : changes) check_same(packed->of(path), of_path);
    for (const std::string absent : {"", "docs", "docs/a.m", "docs/a.md/x", "docs/aa.md", "zzz"})
        CHECK(packed->of(absent).empty());
    const Changes all = packed->all();
    CHECK(all.size() == 3);
    check_same(all.at("docs/a.md"), changes.at("docs/a.md"));
}

TEST_CASE("what later commits changed is left out") {
    const auto packed = opened(PackedChanges::pack(some_changes(), 3));
    REQUIRE(packed.has_value());
    CHECK(packed->of("docs/a.md").size() == 2);
    CHECK(packed->of("docs/b.md").empty());
    CHECK(packed->all().size() == 1);
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
        for (const auto& [path, changes] : packed->all())
            for (const PathChange& change : changes) CHECK(change.commit < packed->commits());
        CHECK(packed->of("docs/a.md").size() <= 4);
    }
}

TEST_CASE("no byte is believed that is not as it was written, and what others say still is") {
    const std::string bytes = PackedChanges::pack(some_changes(), 10);
    std::size_t refused = 0;
    std::size_t of_others = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        const KeptBytes kept(bytes, at);
        const auto packed = PackedChanges::open(kept.checked);
        refused += packed ? 0 : 1;
        if (packed) {
            bool of_any = false;
            for (const std::string path : {"docs/a.md", "docs/b.md"}) {
                const KeptBytes again(bytes, at);
                const auto changes = PackedChanges::open(again.checked)->of(path);
                if (!*again.met_damage) check_same(changes, some_changes().at(path));
                of_any = of_any || !*again.met_damage;
            }
            of_others += of_any ? 1 : 0;
            static_cast<void>(packed->all());
        }
        CHECK(*kept.met_damage);
    }
    CHECK(refused > 0); // sizes, paths and names are needed for any of them
    CHECK(refused + of_others == bytes.size());
}
