#include "yaml/node.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using docs_lint::base::ErrorKind;
using docs_lint::yaml::Node;
using docs_lint::yaml::NodeKind;
using docs_lint::yaml::parse;

namespace {

Node parsed(std::string_view text) {
    auto node = parse(text, "pack.yaml");
    REQUIRE_MESSAGE(node.has_value(), (node ? std::string() : node.error().message));
    return *node;
}

std::string refusal(std::string_view text) {
    const auto node = parse(text, "pack.yaml");
    if (node) return "accepted";
    CHECK(node.error().kind == ErrorKind::configuration);
    CHECK(!node.error().help.empty());
    return node.error().message;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

} // namespace

TEST_CASE("values keep their text, kind, order and place") {
    const Node root = parsed("title: é — x\nlist: [1, \"yes\"]\nmap:\n  key: 'it''s'\n  empty:\n");
    REQUIRE(root.kind == NodeKind::mapping);
    REQUIRE(root.members.size() == 3);
    CHECK(root.members[0].key.scalar == "title");
    CHECK(root.find("title")->scalar == "é — x");
    const Node& list = *root.find("list");
    REQUIRE(list.items.size() == 2);
    CHECK(list.items[0].scalar == "1");
    CHECK_FALSE(list.items[0].quoted);
    CHECK(list.items[1].quoted);
    CHECK(list.line == 2);
    CHECK(list.items[1].column == 11);
    CHECK(root.find("map")->find("key")->scalar == "it's");
    CHECK(root.find("map")->find("empty")->kind == NodeKind::null);
    CHECK(root.find("none") == nullptr);
}

TEST_CASE("an empty file and one of comments hold nothing, at their beginning") {
    for (const char* text : {"", "# only a comment\n", "---\n"}) {
        const Node root = parsed(text);
        CHECK(root.kind == NodeKind::null);
        CHECK(root.line >= 1);
    }
}

TEST_CASE("one document may be marked as such, and lines may end with CR LF") {
    CHECK(parsed("---\na: 1\n...\n").find("a")->scalar == "1");
    CHECK(parsed("a: 1\r\nb: 2\r\n").find("b")->scalar == "2");
    CHECK(parsed("a: |\n  one\n  two\n").find("a")->scalar == "one\ntwo\n");
}

TEST_CASE("what strict YAML does not have is refused at its place") {
    struct Case {
        std::string text;
        std::string message;
    };
    const std::vector<Case> cases = {
        {"a: 1\na: 2\n", "pack.yaml:2:1: the key \"a\" stands twice, first in line 1"},
        {"x:\n  {b: 1, b: 2}\n", "pack.yaml:2:10: the key \"b\" stands twice, first in line 2"},
        {"a: &x 1\n", "pack.yaml:1:4: anchors are not allowed"},
        {"a: &x [1]\n", "pack.yaml:1:4: anchors are not allowed"},
        {"&x a: 1\n", "pack.yaml:1:1: anchors are not allowed"},
        {"a: *x\n", "pack.yaml:1:4: aliases are not allowed"},
        {"a: &x [*x]\n", "pack.yaml:1:4: anchors are not allowed"},
        {"a: ! 'x'\n", "pack.yaml:1:4: tags are not allowed"},
        {"a: !!str x\n", "pack.yaml:1:4: tags are not allowed"},
        {"a: !x\n", "pack.yaml:1:4: tags are not allowed"},
        {"a: !!set {b}\n", "pack.yaml:1:4: tags are not allowed"},
        {"<<: {a: 1}\n", "pack.yaml:1:1: merge keys are not allowed"},
        {"? [a]\n: b\n", "pack.yaml:1:3: a key must be plain text"},
        {"{a: 1}: 2\n", "pack.yaml:1:1: a key must be plain text"},
        {"~: 1\n", "pack.yaml:1:1: a key must be plain text"},
        {"a: 1\n---\nb: 2\n", "pack.yaml:2:1: a second document or trailing content follows the first"},
        {"a: 1\n...\ntrailing\n", "pack.yaml:3:1: a second document or trailing content follows the first"},
        {"- a\nb: 1\n", "pack.yaml:2:1: a second document or trailing content follows the first"},
        {"a:\tb\n", "pack.yaml:1:3: tabs are not allowed"},
        {"a:\n\tb: 1\n", "pack.yaml:2:1: tabs are not allowed"},
        {"%YAML 1.2\n---\na: 1\n", "pack.yaml:1:1: directives are not allowed"},
        {"a: \"open\nb: 2\n", "pack.yaml:1:4: the quote is not closed on its line"},
        {"a: 'open\n", "pack.yaml:1:4: the quote is not closed on its line"},
        {"a: \"open \\\"\n", "pack.yaml:1:4: the quote is not closed on its line"},
        {"a: 'open ''\n", "pack.yaml:1:4: the quote is not closed on its line"},
        {"a:\n  - b\n    - c\n", "pack.yaml:2:5: the value runs over several lines"},
        {"a: 'x' y\n", "pack.yaml:1:8: this is not YAML: end of map not found"},
        {"a: [1]]\n", "pack.yaml:1:7: this is not YAML: illegal flow end"},
        {"a: [1, 2\n", "pack.yaml:2:1: this is not YAML: end of sequence flow not found"},
        {"a: b: c\n", "pack.yaml:1:5: this is not YAML: illegal map value"},
        {"a: 1\n\x04\nb: 2\n", "pack.yaml:2:1: the character <U+0004> is not allowed"},
        {std::string("a: 1\n\0", 6), "pack.yaml:2:1: the character <U+0000> is not allowed"},
        {"a: 1\rb: 2\n", "pack.yaml:1:5: the character <U+000D> is not allowed"},
        {"a: x\xE2\x80\xAEy\n", "pack.yaml:1:5: the character <U+202E> is not allowed"},
        {"a: x\xE2\x80\x8By\n", "pack.yaml:1:5: the character <U+200B> is not allowed"},
        {"a: \xFF\n", "pack.yaml:1:4: the character <0xFF> is not allowed"},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        CHECK(refusal(test.text) == test.message);
    }
}

TEST_CASE("the nesting ends at 32 levels") {
    const auto nested = [](std::size_t levels) {
        return repeated("[", levels) + repeated("]", levels) + "\n";
    };
    CHECK(refusal(nested(31)) == "accepted");
    CHECK(refusal(nested(32)) == "accepted");
    CHECK(refusal(nested(33)) == "pack.yaml:1:33: the nesting is deeper than 32 levels");
}

TEST_CASE("a file may hold a million bytes and a line ten thousand") {
    const std::string line = "# " + repeated("x", 97) + "\n";
    const std::string largest = repeated(line, 10'000);
    REQUIRE(largest.size() == 1'000'000);
    CHECK(refusal(largest) == "accepted");
    CHECK(refusal(largest + "\n") == "pack.yaml:1:1: the file is larger than 1000000 bytes");
    CHECK(refusal("a: " + repeated("x", 9'997)) == "accepted");
    CHECK(refusal("a: " + repeated("x", 9'998)) == "pack.yaml:1:10001: the line is longer than 10000 bytes");
}

TEST_CASE("hostile shapes are read or refused at once") {
    std::string keys;
    for (int i = 0; i < 80'000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
    const std::vector<std::string> shapes = {keys,
                                             repeated("[\n", 490'000),
                                             repeated("? \n", 300'000),
                                             repeated("---\n", 200'000),
                                             "a: [" + repeated("x,\n", 300'000) + "]",
                                             repeated("- {a: [b]}\n", 80'000),
                                             "{" + repeated("a\n", 300'000) + "}",
                                             "a: \"" + repeated("x\n", 490'000)};
    for (const std::string& shape : shapes) {
        CAPTURE(shape.substr(0, 20));
        const auto begin = std::chrono::steady_clock::now();
        const auto node = parse(shape, "pack.yaml");
        const bool well_formed = node.has_value() || !node.error().message.empty();
        CHECK(well_formed);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }
}
