#include "engine/baseline.hpp"

#include <doctest/doctest.h>
#include <string>
#include <utility>
#include <vector>

using namespace docs_lint;

namespace {

const std::string kFirst =
    R"({"fingerprint":"0123456789abcdef","rule":"header/missing","path":"a.md","message":"m"})";
const std::string kSecond =
    R"({"fingerprint":"fedcba9876543210","rule":"header/missing","path":"b.md","message":"n"})";

std::string file_with(const std::string& entries) {
    return "{\n  \"schema\": \"docs-lint-baseline/1\",\n  \"findings\": [\n" + entries + "\n  ]\n}\n";
}

/// What is said of a text that is no baseline; empty where it is one.
std::string fault_in(const std::string& text) {
    const auto baseline = engine::parse_baseline(text, "base.json");
    if (baseline) return {};
    CHECK(baseline.error().kind == base::ErrorKind::configuration);
    return baseline.error().message;
}

std::string without(std::string text, const std::string& part) {
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.erase(at, part.size());
}

} // namespace

TEST_CASE("a baseline is read with the line of each entry") {
    const auto baseline = engine::parse_baseline(file_with(kFirst + ",\n" + kSecond), "base.json");
    REQUIRE(baseline.has_value());
    REQUIRE(baseline->entries.size() == 2);
    CHECK(baseline->entries[0].fingerprint == "0123456789abcdef");
    CHECK(baseline->entries[0].path == "a.md");
    CHECK(baseline->entries[0].line == 4);
    CHECK(baseline->entries[1].message == "n");
    CHECK(baseline->entries[1].line == 5);
    CHECK(engine::parse_baseline(file_with(""), "base.json")->entries.empty());
}

TEST_CASE("what is no baseline is refused, with its place") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "this is no JSON"},
        {"{", "this is no JSON"},
        {"[]", "a baseline holds"},
        {R"({"schema": "docs-lint-baseline/1"})", "a baseline holds"},
        {R"({"schema": "docs-lint-baseline/2", "findings": []})", "a baseline holds"},
        {R"({"schema": "docs-lint-baseline/1", "findings": {}})", "a baseline holds"},
        {R"({"schema": "docs-lint-baseline/1", "findings": [], "more": 1})", "a baseline holds"},
        {file_with("7"), "entry 1 is not"},
        {file_with(kFirst + "," + without(kSecond, R"("path":"b.md",)")), "entry 2 is not"},
        {file_with(without(kFirst, "0123")), "entry 1 is not"},
        {file_with(R"({"fingerprint":"0123456789ABCDEF","rule":"r","path":"p","message":"m"})"),
         "entry 1 is not"},
        {file_with(R"({"fingerprint":"0123456789abcdef","rule":1,"path":"p","message":"m"})"),
         "entry 1 is not"},
        {file_with(kFirst + ",\n" + kFirst), "base.json:4: the finding 0123456789abcdef stands there twice"},
        {file_with(R"({"rule":"x","rule":"y"})"), "the key \"rule\" stands twice"},
        {file_with("[[[[[[[[[[1]]]]]]]]]]"), "nested too deeply"},
    };
    for (const auto& [text, what] : cases) {
        const std::string fault = fault_in(text);
        const std::string shown = text + "\n" + fault;
        INFO(shown);
        CHECK(fault.find("base.json:") == 0);
        CHECK(fault.find(what) != std::string::npos);
    }
}

TEST_CASE("what is written is sorted and is read again as the same") {
    const engine::Baseline baseline{{{"fedcba9876543210", "r/b", "b.md", "said \"so\"\n", 1},
                                     {"0123456789abcdef", "r/a", "a.md", "ü", 1}}};
    const std::string text = engine::render_baseline(baseline);
    const auto again = engine::parse_baseline(text, "base.json");
    REQUIRE(again.has_value());
    REQUIRE(again->entries.size() == 2);
    CHECK(again->entries[0].path == "a.md");
    CHECK(again->entries[0].message == "ü");
    CHECK(again->entries[1].message == "said \"so\"\n");
    CHECK(engine::render_baseline(*again) == text);
    CHECK(engine::render_baseline({}) ==
          "{\n  \"schema\": \"docs-lint-baseline/1\",\n  \"findings\": []\n}\n");
}
