#include "unit/policy/loading.hpp"

#include <string>
#include <variant>
#include <vector>

using docs_lint::diagnostics::Severity;
using docs_lint::policy::CompanionFiles;
using docs_lint::policy::EmbeddedFile;
using docs_lint::policy::load_from;
using docs_lint::policy::PatternRule;
using docs_lint::policy::Policy;
using docs_lint::policy::RequiredSections;
using docs_lint::policy::TextPlace;
using namespace docs_lint::tests;

namespace {

/// A configuration with one own rule of these lines.
std::string with_rule(const std::string& lines, const std::string& id = "team/one") {
    return "own-rules:\n  " + id + ":\n    summary: something\n" + lines;
}

std::string with_pattern(const std::string& pattern) {
    return with_rule("    kind: pattern\n    forbid: '" + pattern + "'\n");
}

bool says(const std::string& problems, const std::string& part) {
    INFO(problems);
    return problems.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("own rules of each kind are read with their parameters") {
    const auto loaded = load_configuration(
        "own-rules:\n"
        "  team/words: {kind: pattern, summary: a, forbid: x, where: heading, severity: warning}\n"
        "  team/parts: {kind: required-section, summary: b, sections: [A, {titles: [B, C], level: 2}]}\n"
        "  team/files:\n"
        "    kind: companion-files\n"
        "    summary: c\n"
        "    when: [a/**]\n"
        "    then: [{name: the log, paths: [LOG.md]}]\n"
        "rules:\n"
        "  team/words: information\n"
        "  team/parts: off\n"
        "suppressions:\n"
        "  - {rule: team/words, path: a.md, reason: old}\n");
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    REQUIRE(loaded->own_rules.size() == 3);
    const auto* words = loaded->find_own_rule("team/words");
    REQUIRE(words != nullptr);
    CHECK(words->severity == Severity::warning);
    CHECK(words->origin == ".docs-lint.yaml:2");
    CHECK(std::get<PatternRule>(words->what).forbidden);
    CHECK(std::get<PatternRule>(words->what).where == TextPlace::heading);
    const auto& parts = std::get<RequiredSections>(loaded->find_own_rule("team/parts")->what);
    REQUIRE(parts.sections.size() == 2);
    CHECK(parts.sections[1].titles == std::vector<std::string>{"B", "C"});
    CHECK(parts.sections[1].level == 2);
    CHECK(std::get<CompanionFiles>(loaded->find_own_rule("team/files")->what).then[0].name == "the log");
    CHECK(loaded->severities.at("team/words") == Severity::information);
    CHECK(loaded->severities.at("team/parts") == Severity::off);
}

TEST_CASE("an own rule neither shadows a built-in one nor takes its group") {
    const std::string rule = "    kind: pattern\n    forbid: x\n";
    CHECK(
        says(problems_of(with_rule(rule, "gate/item-missing")),
             ".docs-lint.yaml:2:3: the group \"gate\" belongs to the built-in rules; choose a group of your "
             "own, such as team/item-missing"));
    CHECK(says(problems_of(with_rule(rule, "record/mine")), "the group \"record\" belongs"));
    for (const char* id : {"mine", "Team/mine", "team/", "team/a/b", "team/a_b", "team/a-"})
        CHECK(says(problems_of(with_rule(rule, id)), "cannot be a rule's id"));
    CHECK(problems_of(with_rule(rule, "team2/iso-9001")).empty());
}

TEST_CASE("a kind that is unknown or left out is named with those that there are") {
    CHECK(says(problems_of(with_rule("    kind: patern\n    forbid: x\n")),
               ".docs-lint.yaml:4:11: unknown kind of rule \"patern\"; did you mean \"pattern\"?"));
    CHECK(
        says(problems_of(with_rule("    forbid: x\n")), ".docs-lint.yaml:2:3: the key \"kind\" is missing"));
    CHECK(says(problems_of("own-rules: [a]\n"), "expected a mapping"));
    CHECK(says(problems_of("own-rules: {team/one: pattern}\n"), "expected a mapping"));
}

TEST_CASE("missing, unknown and contradicting parameters are mistakes with their place") {
    CHECK(says(problems_of("own-rules:\n  team/one: {kind: pattern, forbid: x}\n"),
               ":2:3: the key \"summary\" is missing"));
    CHECK(says(problems_of(with_rule("    kind: pattern\n")), "forbids one pattern or requires one"));
    CHECK(says(problems_of(with_rule("    kind: pattern\n    forbid: a\n    require: b\n")),
               "forbids one pattern or requires one"));
    CHECK(says(problems_of(with_rule("    kind: pattern\n    forbid: a\n    where: body\n")),
               ":6:12: unknown place \"body\"; did you mean \"code\"?"));
    CHECK(says(problems_of(with_rule("    kind: pattern\n    forbid: a\n    severity: fatal\n")),
               "unknown severity \"fatal\""));
    CHECK(says(problems_of(with_rule("    kind: pattern\n    forbid: a\n    classes: [nobody]\n")),
               "unknown class \"nobody\""));
    CHECK(says(problems_of(with_rule("    kind: pattern\n    forbid: a\n    paths: []\n")),
               "must not be empty"));
    CHECK(says(problems_of(with_rule("    kind: required-section\n")), "the key \"sections\" is missing"));
    CHECK(
        says(problems_of(with_rule("    kind: required-section\n    sections: []\n")), "must not be empty"));
    CHECK(says(problems_of(with_rule("    kind: required-section\n    sections: [{titles: A, level: 7}]\n")),
               "there is no heading of level 7"));
    CHECK(says(problems_of(with_rule("    kind: table-shape\n    section: A\n")), "\"columns\" is missing"));
    CHECK(
        says(problems_of(with_rule("    kind: table-shape\n    section: A\n    columns: [{values: [a]}]\n")),
             "\"names\" is missing"));
    CHECK(says(problems_of(with_rule("    kind: header-field\n    field: A\n    form: person\n")),
               "unknown form of a field \"person\""));
    CHECK(says(problems_of(with_rule("    kind: companion-files\n    when: [a]\n    then: []\n")),
               "must not be empty"));
    CHECK(says(problems_of(with_rule("    kind: companion-files\n    when: [a]\n    then: [{name: b}]\n")),
               "\"paths\" is missing"));
    CHECK(says(problems_of(with_rule("    kind: companion-files\n    when: [/a]\n    then: []\n")),
               "matches nothing"));
    CHECK(says(problems_of(with_rule("    kind: companion-files\n    when: [a]\n    then: [{name: b, paths: "
                                     "[c]}]\n    classes: [x]\n")),
               "unknown key \"classes\""));
}

TEST_CASE("a record is named by groups that have their place in every path") {
    const auto record = [](const std::string& pattern, const std::string& path) {
        return problems_of(with_rule("    kind: named-record\n    pattern: '" + pattern +
                                     "'\n    record-paths: [\"" + path + "\"]\n"));
    };
    CHECK(record("R-(?P<number>\\d+)", "r/{number}.md").empty());
    CHECK(says(record("R-\\d+", "r/{number}.md"), "catches nothing that could name a record"));
    CHECK(says(record("R-(?P<number>\\d+)", "r/*.md"), "no place for what the group \"number\" catches"));
    CHECK(
        says(problems_of(with_rule("    kind: named-record\n    pattern: 'R-(?P<n>\\d+)'\n    record-paths: "
                                   "[\"{n}.md\"]\n    field: A\n    where: text\n")),
             "searched in a field already"));
}

TEST_CASE("a pattern that is malformed, matches nothing at all or goes over its budget is a mistake") {
    CHECK(says(problems_of(with_pattern("(")), ".docs-lint.yaml:5:13: the pattern cannot be used"));
    CHECK(says(problems_of(with_pattern("x*")), "matches the empty text"));
    CHECK(says(problems_of(with_pattern(std::string(1001, 'x'))), "longer than 1000 bytes"));
    CHECK(problems_of(with_pattern(std::string(1000, 'x'))).empty());
    CHECK(says(problems_of(with_pattern("(?:ab[cd]){900}")), "steps, more than 2000"));
    CHECK(says(problems_of(with_pattern("(?:(?:a{100}){100}){100}")), "the pattern cannot be used"));
}

TEST_CASE("more own rules than two hundred are refused") {
    const auto many = [](int count) {
        std::string text = "own-rules:\n";
        for (int at = 0; at < count; ++at)
            text += "  team/r" + std::to_string(at) + ": {kind: pattern, summary: a, forbid: x}\n";
        return text;
    };
    CHECK(problems_of(many(200)).empty());
    CHECK(says(problems_of(many(201)), "there are 201 own rules, more than 200"));
}

TEST_CASE("the configuration lies over an own rule of a pack key by key") {
    const auto loaded =
        load_configuration("extends: adr\nown-rules:\n  adr/status-missing: {severity: error}\n");
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    REQUIRE(loaded->find_own_rule("adr/status-missing") != nullptr);
    CHECK(loaded->find_own_rule("adr/status-missing")->severity == Severity::error);
    CHECK(loaded->find_own_rule("adr/status-missing")->kind == "header-field");
}

TEST_CASE("a pack without sign-offs stands alone, beside another, and not under a class that records gates") {
    const auto alone = load_configuration("extends: adr\n");
    REQUIRE_MESSAGE(alone.has_value(), (alone ? std::string() : alone.error().message));
    CHECK(alone->processes.empty());
    CHECK(alone->class_of("docs/adr/0001-a.md")->id == "decision-record");
    CHECK(alone->class_of("docs/adr/adr-template.md")->is_template);
    CHECK(alone->class_of("docs/adr/README.md") == nullptr);
    const auto both = load_configuration("extends: [pmo, adr]\n");
    REQUIRE_MESSAGE(both.has_value(), (both ? std::string() : both.error().message));
    CHECK(both->classes.size() == built_in_policy().classes.size() + alone->classes.size());
    CHECK(load_configuration("extends: [adr, pmo]\n").has_value());
    CHECK(says(
        problems_of("extends: adr\nclasses:\n  gate: {title: Gate, paths: [g/**], records-gates: true}\n"),
        ".docs-lint.yaml:3:3: \"gate\" records gates, and there is no \"sign-off\" section"));
}
