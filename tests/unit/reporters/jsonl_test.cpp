#include "base/text.hpp"
#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <vector>

using namespace docs_lint;
using nlohmann::json;

namespace {

engine::RunResult example() {
    auto result = tests::hostile_result("a\n\"b\"");
    result.suppressed = {{result.outcome.findings[0], "it may stand", true}};
    return result;
}

std::vector<json> lines_of(const engine::RunResult& result) {
    const std::string text = reporters::render_jsonl(result, {});
    REQUIRE(text.back() == '\n');
    std::vector<json> lines;
    for (const auto line : base::split(std::string_view(text).substr(0, text.size() - 1), '\n'))
        lines.push_back(json::parse(line));
    return lines;
}

json without_type(json line) {
    line.erase("type");
    line.erase("schema");
    return line;
}

} // namespace

TEST_CASE("each line is a part of what json holds, and says which") {
    const json whole = json::parse(reporters::render_json(example(), {}));
    const auto lines = lines_of(example());
    REQUIRE(lines.size() == 4);
    CHECK(lines[0]["type"] == "finding");
    CHECK(without_type(lines[0]) == whole["findings"][0]);
    CHECK(lines[1]["type"] == "unverified");
    CHECK(without_type(lines[1]) == whole["unverified"][0]);
    CHECK(lines[2]["type"] == "suppressed");
    CHECK(without_type(lines[2]) == whole["suppressedFindings"][0]);
    CHECK(lines[3]["type"] == "summary");
    CHECK(lines[3]["schema"] == "docs-lint/1");
    CHECK(without_type(lines[3]) == whole["summary"]);
}

TEST_CASE("a clean run is the summary alone, and a shard says which it is") {
    CHECK(lines_of({}).size() == 1);
    engine::RunResult shard;
    shard.shard = {2, 3};
    CHECK(lines_of(shard)[0]["shard"]["number"] == 2);
    CHECK_FALSE(lines_of({})[0].contains("shard"));
}
