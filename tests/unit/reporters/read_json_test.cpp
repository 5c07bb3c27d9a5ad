#include "reporters/format.hpp"
#include "reporters/read_json.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

engine::RunResult some_result() {
    engine::RunResult result;
    diagnostics::Diagnostic finding;
    finding.rule = "gate/owner-unconfirmed";
    finding.severity = diagnostics::Severity::warning;
    finding.message = "a message with \"quotes\", \xc3\xa9 and\ttabs";
    finding.location = {"docs/a b.md", "abcd", {2, 3}, {4, 5}, "the line"};
    finding.commit = "ffff";
    finding.related = {{"here", {"docs/b.md", "", {1, 1}, {1, 1}, ""}}};
    finding.help = "do it";
    finding.fingerprint = "0123456789abcdef";
    finding.line_hash = "1f:2";
    result.outcome.findings = {finding};
    result.outcome.unverified = {{"a/b", "m", finding.location, "h"}};
    result.suppressed = {{finding, "agreed", true}, {finding, "agreed, too", false}};
    result.summary.scope = "scope";
    result.summary.policy = "policy";
    result.summary.judged = 3;
    result.summary.changed = 2;
    result.summary.notes = {"a note"};
    result.shard = {2, 5};
    result.in_every_shard.findings = {finding};
    return result;
}

std::string json_of(const engine::RunResult& result) {
    return reporters::render_json(result, {});
}

} // namespace

TEST_CASE("what is read is what was written") {
    const auto result = some_result();
    const auto read = reporters::read_json(json_of(result), "one.json");
    REQUIRE(read);
    CHECK(json_of(*read) == json_of(result));
    CHECK(read->outcome.findings == result.outcome.findings);
    CHECK(read->outcome.unverified == result.outcome.unverified);
    REQUIRE(read->suppressed.size() == 2);
    CHECK(read->suppressed[0].finding == result.suppressed[0].finding);
    CHECK(read->suppressed[0].in_document);
    CHECK(read->suppressed[1].reason == "agreed, too");
    CHECK_FALSE(read->suppressed[1].in_document);
    CHECK(read->in_every_shard.findings == result.in_every_shard.findings);
    CHECK(read->shard == result.shard);
    CHECK(read->summary.notes == result.summary.notes);
    CHECK(read->summary.changed == 2);
}

TEST_CASE("between processes bytes that are no UTF-8 stay what they are") {
    auto result = some_result();
    result.outcome.findings.front().location.path = "docs/\xff.md";
    const auto unpacked = reporters::unpack(reporters::pack(result));
    REQUIRE(unpacked);
    CHECK(unpacked->outcome.findings == result.outcome.findings);
    CHECK_FALSE(reporters::unpack("nothing of the kind"));
}

TEST_CASE("a report that lacks a part is no report") {
    const std::string whole = json_of(some_result());
    for (const std::string key :
         {"\"rule\"", "\"fingerprint\"", "\"unverified\"", "\"judged\"", "\"count\""}) {
        CAPTURE(key);
        std::string lacking = whole;
        lacking.replace(lacking.find(key), key.size(), "\"other\"");
        const auto read = reporters::read_json(lacking, "one.json");
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == base::ErrorKind::usage);
        CHECK(read.error().message.find("one.json") != std::string::npos);
    }
}
