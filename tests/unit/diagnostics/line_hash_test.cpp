#include "diagnostics/line_hash.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint::diagnostics;

namespace {

std::vector<std::string> hashes_of(std::string_view text) {
    std::vector<std::string> hashes;
    for (const LineHash& hash : line_hashes(text)) hashes.push_back(to_string(hash));
    return hashes;
}

} // namespace

// The first three are among the upload action's own vectors.
TEST_CASE("a line has the hash that the upload action gives it") {
    using Hashes = std::vector<std::string>;
    CHECK(hashes_of("") == Hashes{"c129715d7a2bc9a3:1"});
    CHECK(hashes_of(" a\nb\n  \t\tc\n d") ==
          Hashes{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
    CHECK(hashes_of(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End") ==
          Hashes{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
                 "b86d3392aea1be30:1", "e6ceba753e1a442:1"});
}

// By a program in node that reads the bytes as UTF-8 and goes over them with a window of 100 characters.
TEST_CASE("byte order mark, pairs of surrogates, and each kind of line end count as in JavaScript") {
    const std::string text = "\xef\xbb\xbf# T\xc3\xaftle \xf0\x9f\x98\x80\r\n\r\nx\r \ny\r\rx\n" +
                             std::string(130, '0') + "\nx\n\nx\n";
    CHECK(hashes_of(text) ==
          std::vector<std::string>{"f686693793c6145a:1", "85cdf48568dd14f1:1", "5ea4314228d3749b:1",
                                   "cc29525fd72c15c1:1", "89d8c1d41a3e92ab:1", "a898488a79d421fc:1",
                                   "65e255fd9c885732:1", "877bc0cd997bcf40:1", "455c7456ac3db555:1",
                                   "9b880b129a60314b:1", "828973aa50c68d6d:1", "c129715d7a2bc9a3:1"});
}

TEST_CASE("lines that go on alike for a hundred characters are counted") {
    const std::string line = std::string(100, '=') + "\n";
    const auto hashes = hashes_of(line + line + "x\n" + line + "=" + line);
    REQUIRE(hashes.size() == 6);
    const std::string value = hashes[0].substr(0, hashes[0].find(':'));
    CHECK(hashes[0] == value + ":1");
    CHECK(hashes[1] == value + ":2");
    CHECK(hashes[3] == value + ":3");
    CHECK(hashes[4] == value + ":4");
}

TEST_CASE("text that is not UTF-8 has none") {
    CHECK(line_hashes("a\n\xff\n").empty());
}
