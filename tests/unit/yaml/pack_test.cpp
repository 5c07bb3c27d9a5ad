#include "yaml/pack.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint::yaml;

namespace {

Node parsed() {
    const auto node =
        parse("# a comment\na: [one, \"two\", '']\n\nb:\n  c: ~\n  long: " + std::string(300, 'x') +
                  "\n  d: {e: 1, f: \"\\u00e9\\0\"}\n",
              "test.yaml");
    REQUIRE(node);
    return *node;
}

bool same(const Node& left, const Node& right);

bool same(const Member& left, const Member& right) {
    return same(left.key, right.key) && same(left.value, right.value);
}

bool same(const Node& left, const Node& right) {
    const auto alike = [](const auto& one, const auto& other) { return same(one, other); };
    return left.kind == right.kind && left.line == right.line && left.column == right.column &&
           left.quoted == right.quoted && left.scalar == right.scalar &&
           std::equal(left.items.begin(), left.items.end(), right.items.begin(), right.items.end(), alike) &&
           std::equal(left.members.begin(), left.members.end(), right.members.begin(), right.members.end(),
                      alike);
}

} // namespace

TEST_CASE("what is unpacked is what was packed, with its places") {
    const Node node = parsed();
    const auto unpacked = unpack(pack(node));
    REQUIRE(unpacked);
    CHECK(same(*unpacked, node));
    CHECK_FALSE(same(*unpacked, Node{}));
}

TEST_CASE("bytes that are cut off or go on are no packed node") {
    const std::string bytes = pack(parsed());
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(unpack(bytes.substr(0, size)));
    CHECK_FALSE(unpack(bytes + '\0'));
}

TEST_CASE("damaged bytes never crash") {
    const std::string bytes = pack(parsed());
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const unsigned flip : {0x01U, 0x80U, 0xFFU}) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ flip);
            const auto node = unpack(damaged);
            CHECK((!node || pack(*node).size() <= damaged.size() + 10));
        }
}
