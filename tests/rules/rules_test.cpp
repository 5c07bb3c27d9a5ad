#include "base/text.hpp"
#include "rules/own_rules.hpp"
#include "support/fixture_case.hpp"
#include "support/rule_page.hpp"
#include "support/scratch.hpp"
#include "support/text_difference.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

bool is_blessing() {
    return std::getenv("DOCS_LINT_BLESS") != nullptr;
}

/// With DOCS_LINT_CASE=text,text only the cases whose path holds one of the texts.
bool is_wanted(const FixtureCase& fixture) {
    const char* filter = std::getenv("DOCS_LINT_CASE");
    if (filter == nullptr) return true;
    const auto texts = base::split(filter, ',');
    return std::any_of(texts.begin(), texts.end(), [path = fixture.path()](const auto& text) {
        return path.find(text) != std::string::npos;
    });
}

bool names_rule(const std::string& output, const std::string& rule) {
    const std::string end = rule.back() == '/' ? "" : "]"; // a whole group, or one rule
    return output.find("[" + rule + end) != std::string::npos;
}

void check_meaning(const FixtureCase& fixture, const std::string& output) {
    const bool found = names_rule(output, fixture.rule);
    if (fixture.is_bad()) CHECK_MESSAGE(found, fixture.path() << " does not yield its rule:\n" << output);
    if (!fixture.is_good()) return;
    CHECK_MESSAGE(!found, fixture.path() << " yields the rule that it must not yield:\n" << output);
    const bool clean = output.size() >= 8 && output.compare(output.size() - 8, 8, "exit: 0\n") == 0;
    CHECK_MESSAGE(clean, fixture.path() << " does not end with exit code 0:\n" << output);
}

void check_output(const FixtureCase& fixture, const std::string& output) {
    const fs::path file = fixture.folder / "expected.txt";
    if (is_blessing()) return write_file(file, output);
    CHECK_MESSAGE(fs::exists(file), fixture.path() << " has no expected.txt; build the target `bless`");
    if (!fs::exists(file)) return;
    const std::string lines = difference(read_file(file), output);
    CHECK_MESSAGE(lines.empty(), fixture.path() << " (- expected, + found):\n" << lines);
}

void check_case(const FixtureCase& fixture) {
    try {
        const std::string output = run_case(fixture);
        check_output(fixture, output);
        check_meaning(fixture, output);
    } catch (const std::exception& problem) {
        FAIL_CHECK(fixture.path() << ": " << std::string(problem.what()));
    }
}

} // namespace

TEST_CASE("every fixture yields what it expects") {
    std::size_t run = 0;
    for (const FixtureCase& fixture : all_fixture_cases()) {
        CHECK_MESSAGE((fixture.is_bad() || fixture.is_good()),
                      fixture.path() << ": a case is called bad-*, example-* or good-*");
        if (!is_wanted(fixture)) continue;
        check_case(fixture);
        ++run;
    }
    CHECK((run > 0 || std::getenv("DOCS_LINT_CASE") != nullptr));
}

TEST_CASE("every kind of own rules, and the pack of decision records, yield what their fixtures expect") {
    std::vector<FixtureCase> cases = pack_cases("adr");
    for (const rules::RuleKind& kind : rules::rule_kinds()) {
        const auto of_kind = own_rule_cases(std::string(kind.name));
        const auto has = [&](auto what) { return std::any_of(of_kind.begin(), of_kind.end(), what); };
        CHECK_MESSAGE(has([](const FixtureCase& one) { return one.is_example(); }),
                      "fixtures/own-rules/" << kind.name << " has no example");
        CHECK_MESSAGE(has([](const FixtureCase& one) { return one.is_good(); }),
                      "fixtures/own-rules/" << kind.name << " has no clean case");
        cases.insert(cases.end(), of_kind.begin(), of_kind.end());
    }
    for (const FixtureCase& fixture : cases)
        if (is_wanted(fixture)) check_case(fixture);
}

TEST_CASE("the pages are written by the bless run, after the fixtures") {
    std::vector<RulePage> pages;
    for (const rules::Rule& rule : rules::all_rules()) pages.push_back(page_of(rule));
    REQUIRE(!pages.empty());
    if (!is_blessing()) return; // tests/meta/pages_test.cpp judges them
    for (const RulePage& page : pages) write_file(page_path(page.rule), render_page(page));
    write_file(index_path(), render_index(pages));
    write_file(own_rules_path(), render_own_rules());
}

} // namespace docs_lint::tests
