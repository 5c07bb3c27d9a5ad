#include "rules/rule.hpp"
#include "support/fixture_case.hpp"
#include "support/rule_page.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"
#include "support/text_difference.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

std::string replaced(std::string text, char from, char to) {
    std::replace(text.begin(), text.end(), from, to);
    return text;
}

/// `gate/date-order` gives `src/rules/gate/date_order.cpp`.
std::string source_of(const std::string& rule) {
    return "src/rules/" + replaced(rule, '-', '_') + ".cpp";
}

bool is_kebab_id(const std::string& id) {
    const bool plain = std::all_of(id.begin(), id.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '/';
    });
    return plain && std::count(id.begin(), id.end(), '/') == 1;
}

std::set<std::string> known_rules() {
    std::set<std::string> ids;
    for (const rules::Rule& rule : rules::all_rules()) ids.emplace(rule.id);
    return ids;
}

} // namespace

TEST_CASE("ids are unique, sorted and in kebab case") {
    std::vector<std::string> ids;
    for (const rules::Rule& rule : rules::all_rules()) ids.emplace_back(rule.id);
    CHECK(ids.size() > 10);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    for (const std::string& id : ids) CHECK_MESSAGE(is_kebab_id(id), id);
}

TEST_CASE("a rule's file and namespace are its id") {
    for (const std::string& id : known_rules()) {
        const std::string file = source_of(id);
        CHECK_MESSAGE(fs::exists(source_root() / file), id << " should stand in " << file);
        if (!fs::exists(source_root() / file)) continue;
        const std::size_t slash = id.find('/');
        const std::string name =
            "docs_lint::rules::" + id.substr(0, slash) + "::" + replaced(id.substr(slash + 1), '-', '_');
        const std::string text = read_file(source_root() / file);
        CHECK_MESSAGE(text.find("namespace " + name + " {") != std::string::npos,
                      file << ": namespace " << name);
    }
}

TEST_CASE("every rule says what it finds, why it matters and how to cure it") {
    for (const rules::Rule& rule : rules::all_rules()) {
        const rules::RuleMetadata& metadata = *rule.metadata;
        CHECK_MESSAGE(metadata.summary.size() > 15, rule.id << ": summary");
        CHECK_MESSAGE(metadata.summary.find('\n') == std::string_view::npos,
                      rule.id << ": the summary is one line");
        CHECK_MESSAGE(metadata.why.size() > 30, rule.id << ": why");
        CHECK_MESSAGE(metadata.fix.size() > 10, rule.id << ": fix");
        CHECK_MESSAGE(metadata.source.size() > 10, rule.id << ": source");
        CHECK_MESSAGE(metadata.severity != diagnostics::Severity::off, rule.id << ": severity");
    }
}

TEST_CASE("every rule has a bad case, a clean one and an example") {
    const auto cases = all_fixture_cases();
    for (const std::string& id : known_rules()) {
        const auto has = [&](auto kind) {
            return std::any_of(cases.begin(), cases.end(),
                               [&](const FixtureCase& one) { return one.rule == id && kind(one); });
        };
        CHECK_MESSAGE(has([](const FixtureCase& one) { return one.is_bad(); }),
                      "fixtures/rules/" << id << " has no bad case");
        CHECK_MESSAGE(has([](const FixtureCase& one) { return one.is_good(); }),
                      "fixtures/rules/" << id << " has no clean case");
        CHECK_MESSAGE(has([](const FixtureCase& one) { return one.is_example(); }),
                      "fixtures/rules/" << id << " has no example");
    }
}

TEST_CASE("every fixture belongs to a rule and is whole") {
    const auto known = known_rules();
    for (const std::string& rule : rules_with_fixtures())
        CHECK_MESSAGE(known.count(rule) == 1, "fixtures/rules/" << rule << " belongs to no rule");
    for (const FixtureCase& fixture : all_fixture_cases()) {
        CHECK_MESSAGE(fs::exists(fixture.folder / "expected.txt"), fixture.path() << " has no expected.txt");
        const int inputs =
            (fixture.is_history() ? 1 : 0) +
            (fs::is_directory(fixture.folder / "tree") || fs::exists(fixture.folder / "edits.txt") ? 1 : 0);
        CHECK_MESSAGE(inputs == 1, fixture.path() << " holds tree/ or edits.txt, or else history/");
    }
}

TEST_CASE("the page of own rules is current") {
    REQUIRE_MESSAGE(fs::exists(own_rules_path()),
                    "rules/docs/own-rules.md is missing; build the target `bless`");
    const std::string stale = difference(read_file(own_rules_path()), render_own_rules());
    CHECK_MESSAGE(stale.empty(), "rules/docs/own-rules.md is stale; build the target `bless`:\n" << stale);
}

TEST_CASE("no code names the second pack") {
    for (const std::string& file : source_files("src", "pp"))
        for (const SourceLine& line : lines_of_code(file))
            for (const char* name : {"\"adr", "madr", "MADR", "decision-record"})
                CHECK_MESSAGE(line.text.find(name) == std::string::npos, place_of(file, line)
                                                                             << " names " << name);
}

TEST_CASE("every rule's page is there and current, and no other is") {
    std::set<std::string> expected = {"rules/docs/README.md", "rules/docs/own-rules.md"};
    std::vector<RulePage> pages;
    for (const rules::Rule& rule : rules::all_rules()) {
        pages.push_back(page_of(rule));
        const fs::path page = page_path(pages.back().rule);
        expected.insert(page.lexically_relative(source_root()).string());
        CHECK_MESSAGE(fs::exists(page), page.string() << " is missing; build the target `bless`");
        if (!fs::exists(page)) continue;
        const std::string stale = difference(read_file(page), render_page(pages.back()));
        CHECK_MESSAGE(stale.empty(), page.string() << " is stale; build the target `bless`:\n" << stale);
    }
    REQUIRE_MESSAGE(fs::exists(index_path()), "rules/docs/README.md is missing; build the target `bless`");
    const std::string stale = difference(read_file(index_path()), render_index(pages));
    CHECK_MESSAGE(stale.empty(), "rules/docs/README.md is stale; build the target `bless`:\n" << stale);
    for (const std::string& file : source_files("rules/docs", ".md"))
        CHECK_MESSAGE(expected.count(file) == 1, file << " is the page of no rule");
}

} // namespace docs_lint::tests
