#include "reporters/markdown_records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace docs_lint;
using records::Record;

namespace {

Record record_in(const std::string& state, const std::string& id) {
    Record record;
    record.path = "docs/" + id + ".md";
    record.id = id;
    record.process = "Run";
    record.states = {"OPEN", "HALF_WAY", "DONE"};
    record.derived = record.declared = state;
    records::Item item;
    item.id = "A.1";
    item.standing = state == "OPEN" ? records::ItemStanding::pending : records::ItemStanding::signed_off;
    record.gates = {{"A", "OPEN", "HALF_WAY", false, false, {item}},
                    {"B", "HALF_WAY", "DONE", false, false, {}}};
    return record;
}

std::string page_of(std::vector<Record> records) {
    engine::RunResult result;
    result.records = std::move(records);
    std::string page;
    for (const std::string& part : reporters::markdown_records(result)) page += part;
    return page;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("records of one process make one table of gates and one diagram of states") {
    const auto page = page_of({record_in("OPEN", "R-1"), record_in("HALF_WAY", "R-2")});
    CHECK(has(page, "| Record | State | A | B |\n| --- | --- | --- | --- |\n"));
    CHECK(has(page, "| R-1 | OPEN | pending 0/1 | pending 0/0 |"));
    CHECK(has(page, "| signed 1/1 | pending 0/0 |"));
    CHECK(has(page, "```mermaid\nstateDiagram-v2\n    state \"OPEN\" as s0\n"));
    CHECK(has(page, "    s0 --> s1: Gate A\n    s1 --> s2: Gate B\n"));
    CHECK(has(page, "    note right of s1: R-2\n"));
}

TEST_CASE("no record, no text") {
    CHECK(page_of({}).empty());
}

TEST_CASE("no name ends the diagram or becomes syntax in it") {
    auto record = record_in("OPEN", "x\n```\n<script>: \"a\" %% #1;");
    record.states[0] = "OPEN\"; click";
    record.derived = record.states[0];
    const auto page = page_of({record});
    const auto drawn = page.substr(page.find("```mermaid"));
    CHECK_FALSE(has(drawn, "<script>"));
    CHECK_FALSE(has(drawn, "OPEN\";"));
    CHECK(drawn.find("```", 3) == drawn.size() - 4);
    const auto row = page.find("\n| ", page.find("| --- |"));
    CHECK(has(page.substr(row, page.find('\n', row + 1) - row), "pending 0/1")); // one line still
}

TEST_CASE("a diagram stays below what Mermaid draws, and says how many records it leaves out") {
    std::vector<Record> many;
    for (int number = 0; number < 3000; ++number)
        many.push_back(record_in("OPEN", fmt::format("R-{:060}", number)));
    const auto page = page_of(many);
    CHECK(has(page, "and 2980 more"));
    CHECK(has(page, "**2700 more** records"));
    CHECK(page.size() - page.find("```mermaid") < 50'000);
}
