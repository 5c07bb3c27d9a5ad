#include "unit/policy/loading.hpp"

#include <string>
#include <vector>

using docs_lint::diagnostics::Severity;
using docs_lint::policy::Configuration;
using docs_lint::policy::EmbeddedFile;
using docs_lint::policy::load_from;
using docs_lint::policy::Policy;
using namespace docs_lint::tests;

namespace {

/// The smallest pack that can be used.
const std::string kSignOff = "sign-off:\n"
                             "  item-keywords: [Gate]\n"
                             "  evidence-labels: [Evidence]\n"
                             "  owner-labels: [Owner]\n"
                             "  validation-labels: [Validation]\n"
                             "  owner-yes: [\"Yes\"]\n"
                             "  owner-no: [\"No\"]\n"
                             "  validation-pass: [Pass]\n"
                             "  validation-fail: [Fail]\n"
                             "  validator-role: lead\n";
const std::string kRoles = "roles:\n  lead: {title: Lead}\n";

/// What is wrong with a pack of these files, beside the sign-off words and a role.
std::string problems_of_pack(const std::string& content) {
    const std::vector<EmbeddedFile> files = {{"pmo", "rules/pmo/a.yaml", kSignOff},
                                             {"pmo", "rules/pmo/b.yaml", kRoles},
                                             {"pmo", "rules/pmo/c.yaml", content}};
    const auto loaded = load_from(files, std::nullopt, some_rules());
    return loaded ? std::string() : loaded.error().message;
}

/// A process with one gate whose item has these lines.
std::string process_with_item(const std::string& lines) {
    return "processes:\n  run:\n    title: Run\n    states: [A, B]\n    gates:\n      G:\n        from: A\n"
           "        to: B\n        items:\n          G.1:\n            title: One\n" +
           lines;
}

} // namespace

TEST_CASE("without a configuration, and with an empty one, the built-in pack is the policy") {
    CHECK(built_in_policy().packs == std::vector<std::string>{"pmo"});
    for (const char* text : {"", "# nothing yet\n", "extends: pmo\n", "extends: [pmo]\n"}) {
        const auto loaded = load_configuration(text);
        REQUIRE(loaded.has_value());
        CHECK(loaded->classes.size() == built_in_policy().classes.size());
        CHECK(loaded->sign_off.owner_yes == std::vector<std::string>{"Yes"});
    }
}

TEST_CASE("a configuration replaces what the pack says key by key") {
    const auto loaded = load_configuration("classes:\n"
                                           "  canonical-specification:\n"
                                           "    paths: [handbook/**]\n"
                                           "roles:\n"
                                           "  qa-lead:\n"
                                           "    aliases: [Test Lead]\n");
    REQUIRE(loaded.has_value());
    const auto* changed = loaded->find_class("canonical-specification");
    REQUIRE(changed != nullptr);
    CHECK(changed->covers("handbook/a.md"));
    CHECK_FALSE(changed->covers("docs/specs/a.md"));
    CHECK(changed->is_canonical_specification);
    CHECK(changed->title == "Canonical specification");
    CHECK(loaded->roles.roles_named("Test Lead") == std::vector<std::string>{"qa-lead"});
    CHECK(loaded->roles.roles_named("QA Lead") == std::vector<std::string>{"qa-lead"});
    CHECK(loaded->roles.roles_named("Quality Assurance Lead").empty());
}

TEST_CASE("one item of a process can be changed without repeating the others") {
    const auto loaded = load_configuration("processes:\n  defect-run:\n    gates:\n      T:\n        items:\n"
                                           "          T.3:\n            confirmed-by: [qa-testing-owner]\n");
    REQUIRE(loaded.has_value());
    const auto* process = loaded->find_process("defect-run");
    REQUIRE(process != nullptr);
    CHECK(process->find_item("T.3")->confirmed_by == std::vector<std::string>{"qa-testing-owner"});
    CHECK(process->find_item("T.3")->title == "Reproduction confirmed");
    CHECK(process->find_item("V.4") != nullptr);
    CHECK(process->gates.size() == 5);
}

TEST_CASE("a team's own class comes before those of the pack") {
    const auto loaded =
        load_configuration("classes:\n  minutes: {title: Minutes, paths: [docs/specs/minutes/**]}\n");
    REQUIRE(loaded.has_value());
    CHECK(loaded->classes.front().id == "minutes");
    CHECK(loaded->class_of("docs/specs/minutes/a.md")->id == "minutes");
    CHECK(loaded->class_of("docs/specs/a.md")->id == "canonical-specification");
}

TEST_CASE("severities and suppressions are read") {
    const auto loaded = load_configuration("rules:\n"
                                           "  gate/item-missing: warning\n"
                                           "  gate/evidence-vague: {severity: off}\n"
                                           "suppressions:\n"
                                           "  - rule: header/missing\n"
                                           "    path: docs/specs/old.md\n"
                                           "    reason: predates the guide\n"
                                           "    until: 2026-12-31\n");
    REQUIRE(loaded.has_value());
    CHECK(loaded->severities.at("gate/item-missing") == Severity::warning);
    CHECK(loaded->severities.at("gate/evidence-vague") == Severity::off);
    REQUIRE(loaded->suppressions.size() == 1);
    const auto& suppression = loaded->suppressions.front();
    CHECK(suppression.rule == "header/missing");
    CHECK(suppression.path.matches("docs/specs/old.md"));
    CHECK(suppression.reason == "predates the guide");
    CHECK(suppression.until == docs_lint::base::parse_date("2026-12-31"));
    CHECK(suppression.origin == ".docs-lint.yaml");
    CHECK(suppression.line == 5);
}

TEST_CASE("the words of discovery are read") {
    CHECK_FALSE(built_in_policy().discovery.status_fields.empty());
    const auto loaded = load_configuration("discovery: {owner-fields: [Keeper]}\n");
    REQUIRE(loaded.has_value());
    CHECK(loaded->discovery.owner_fields == std::vector<std::string>{"Keeper"});
    CHECK_FALSE(loaded->discovery.filing_statuses.empty());
    const auto wrong = load_configuration("discovery: {keepers: [Keeper]}\n");
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().message.find(".docs-lint.yaml:1:13: unknown key \"keepers\"") != std::string::npos);
}

TEST_CASE("each mistake in a configuration is named with its place and a hint") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases = {
        {"extend: pmo\n", ".docs-lint.yaml:1:1: unknown key \"extend\"; did you mean \"extends\"?"},
        {"extends: pmi\n", ".docs-lint.yaml:1:10: unknown pack \"pmi\"; did you mean \"pmo\"?"},
        {"extends: [pmo, company-wide]\n",
         ".docs-lint.yaml:1:16: unknown pack \"company-wide\"; it may be adr or pmo"},
        {"extends: []\n", ".docs-lint.yaml:1:10: \"extends\" must not be empty; name at least one"},
        {"- a\n", ".docs-lint.yaml:1:1: expected a mapping, found a list; "
                  "write it as \"key: value\" lines, indented by two blanks"},
        {"roles: [a]\n", ".docs-lint.yaml:1:8: expected a mapping, found a list; "
                         "write it as \"key: value\" lines, indented by two blanks"},
        {"rules:\n", ".docs-lint.yaml:1:1: expected a mapping, found nothing; "
                     "write it as \"key: value\" lines, indented by two blanks"},
        {"roles:\n  lead:\n    tittle: Lead\n    title: Lead\n",
         ".docs-lint.yaml:3:5: unknown key \"tittle\"; did you mean \"title\"?"},
        {"roles:\n  lead: {aliases: [Boss]}\n",
         ".docs-lint.yaml:2:3: the key \"title\" is missing; it is always needed here"},
        {"roles:\n  qa-lead: {members: [qa-leed]}\n",
         ".docs-lint.yaml:2:23: unknown role \"qa-leed\"; did you mean \"qa-lead\"?"},
        {"roles:\n  qa-lead: {patterns: [\"qa (lead\"]}\n",
         ".docs-lint.yaml:2:24: the pattern cannot be used: missing ): qa (lead; patterns are written in "
         "RE2's syntax"},
        {"roles:\n  qa-lead: {patterns: [\".*\"]}\n",
         ".docs-lint.yaml:2:24: the pattern matches the empty text, and so everything; "
         "make at least one character necessary"},
        {"roles:\n  qa-lead: {identities: [somebody]}\n",
         ".docs-lint.yaml:2:26: \"somebody\" is no e-mail address; identities are the addresses of commits"},
        {"roles:\n  qa-lead: {aliases: Tester}\n",
         ".docs-lint.yaml:2:22: expected a list, found text; "
         "write each entry as \"- entry\", or all of them as [one, two]"},
        {"rules: {gate/item-missing: eror}\n",
         ".docs-lint.yaml:1:28: unknown severity \"eror\"; did you mean \"error\"?"},
        {"rules: {gate/item-missing: {enabled: flase}}\n",
         ".docs-lint.yaml:1:29: unknown key \"enabled\"; it may be severity or effective-from"},
        {"rules: {gate/item-missing: {effective-from: soon}}\n",
         ".docs-lint.yaml:1:45: \"soon\" is no date, version or commit; write 2026-03-01, the version of the "
         "process, such as 1.1, or 7 to 40 digits of a commit's name in lower case"},
        {"rules: {record/changed: {effective-from: 2026-03-01}}\n",
         ".docs-lint.yaml:1:42: the rule \"record/changed\" can only be in force from a commit on; it guards "
         "what nobody may change; name the first commit that it is to hold for"},
        {"rules: {gate/item-mising: off}\n",
         ".docs-lint.yaml:1:9: unknown rule \"gate/item-mising\"; did you mean \"gate/item-missing\"?"},
        {"rules: {record/changed: off}\n",
         ".docs-lint.yaml:1:25: the rule \"record/changed\" cannot be switched off; "
         "it guards what nobody may change"},
        {"classes:\n  role-charter: {template: flase}\n",
         ".docs-lint.yaml:2:28: expected true or false, found \"flase\"; did you mean \"false\"?"},
        {"classes:\n  role-charter: {paths: []}\n",
         ".docs-lint.yaml:2:25: \"paths\" must not be empty; name at least one"},
        {"classes:\n  role-charter: {paths: [\"a/{id\"]}\n",
         ".docs-lint.yaml:2:26: a placeholder is not closed or has no name; write it as {name}, for instance "
         "{id}"},
        {"classes:\n  role-charter: {paths: [./docs/**]}\n",
         ".docs-lint.yaml:2:26: the path \"./docs/**\" matches nothing; "
         "paths begin at the repository's root, without / or ./"},
        {"classes:\n  role-charter: {process: defect-rum}\n",
         ".docs-lint.yaml:2:27: unknown process \"defect-rum\"; did you mean \"defect-run\"?"},
        {"classes:\n  lessons-record: {filing: {statuses: [Fled]}}\n",
         ".docs-lint.yaml:2:40: unknown status \"Fled\"; did you mean \"Filed\"?"},
        {"classes:\n  role-charter: {number: five}\n",
         ".docs-lint.yaml:2:26: expected a whole number, found \"five\""},
        {"classes:\n  role-charter: {fields: [{names: [Owner], requird: false}]}\n",
         ".docs-lint.yaml:2:44: unknown key \"requird\"; did you mean \"required\"?"},
        {"suppressions: {a: b}\n", ".docs-lint.yaml:1:15: expected a list, found a mapping; "
                                   "write each entry as \"- entry\", or all of them as [one, two]"},
        {"suppressions:\n  - {rule: header/missing, path: a.md}\n",
         ".docs-lint.yaml:2:5: the key \"reason\" is missing; it is always needed here"},
        {"suppressions:\n  - {rule: header/missing, path: a.md, reason: \" \"}\n",
         ".docs-lint.yaml:2:48: the text is empty; leave the key out or fill it in"},
        {"suppressions:\n  - {rule: record/changed, path: a.md, reason: old}\n",
         ".docs-lint.yaml:2:12: findings of \"record/changed\" cannot be suppressed; "
         "it guards what nobody may change; correct the document instead"},
        {"suppressions:\n  - {rule: header/mising, path: a.md, reason: old}\n",
         ".docs-lint.yaml:2:12: unknown rule \"header/mising\"; did you mean \"header/missing\"?"},
        {"suppressions:\n  - {rule: header/missing, path: a.md, reason: old, until: 2026-02-30}\n",
         ".docs-lint.yaml:2:60: \"2026-02-30\" is no date; write it as YYYY-MM-DD"},
        {"sign-off: {validator-role: pmo}\n", ".docs-lint.yaml:1:28: unknown role \"pmo\"; it may be "},
        {"sign-off: {owner-yes: []}\n",
         ".docs-lint.yaml:1:23: \"owner-yes\" must not be empty; name at least one"},
        {"processes:\n  defect-run: {reversions: [{from: CLOSED, to: TRIAG}]}\n",
         ".docs-lint.yaml:2:48: unknown state \"TRIAG\"; did you mean \"TRIAGE\"?"},
        {"processes:\n  defect-run: {severities: {Low: {longest-stay: {TRIAGE: 1 week}}}}\n",
         ".docs-lint.yaml:2:58: \"1 week\" is no length of time; write it as 30m, 2h, 3d or 1w"},
        {"processes:\n  defect-run: {severities: {Low: {longest-stay: {TRIAG: 1w}}}}\n",
         ".docs-lint.yaml:2:50: unknown state \"TRIAG\"; did you mean \"TRIAGE\"?"},
        {"processes:\n  defect-run: {spec-first: {fix-commits: [I.9]}}\n",
         ".docs-lint.yaml:2:43: unknown item \"I.9\"; "},
        {"processes:\n  defect-run: {spec-first: {decision: T.1}}\n",
         ".docs-lint.yaml:2:39: the item \"T.1\" decides nothing; "
         "give it a \"question\" with its subjects"},
        {"a: 1\na: 2\n",
         ".docs-lint.yaml:2:1: the key \"a\" stands twice, first in line 1; keep one of them"},
        {"rules: \"open\n", ".docs-lint.yaml:1:8: the quote is not closed on its line; "
                            "close it, or write a long text as a block with >"},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        const std::string found = problems_of(test.text);
        CHECK(found.substr(0, test.problem.size()) == test.problem);
        if (!test.problem.ends_with(" ")) CHECK(found.size() == test.problem.size());
    }
}

TEST_CASE("each mistake in a pack is named with its file, place and a hint") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases = {
        {"suppressions: []\n", "rules/pmo/c.yaml:1:1: unknown key \"suppressions\"; "},
        {"extends: pmo\n", "rules/pmo/c.yaml:1:1: unknown key \"extends\"; "},
        {"roles:\n  lead: {title: Other}\n",
         "rules/pmo/c.yaml:2:3: \"lead\" is defined twice in one pack, also at "
         "rules/pmo/b.yaml:2; keep one of them"},
        {"sign-off: {validator-role: lead}\n",
         "rules/pmo/c.yaml:1:12: \"validator-role\" is defined twice in one "
         "pack, also at rules/pmo/a.yaml:10; keep one of them"},
        {process_with_item("            evidence: [statment]\n"),
         "rules/pmo/c.yaml:12:24: unknown kind of evidence \"statment\"; did you mean \"statement\"?"},
        {process_with_item("            evidence: []\n"),
         "rules/pmo/c.yaml:12:23: no kind of evidence is asked for; the least is [statement]"},
        {process_with_item("            evidence: [[]]\n"),
         "rules/pmo/c.yaml:12:24: an alternative without a kind would accept anything; name at least one "
         "kind"},
        {process_with_item("            evidence: [waiver]\n"),
         "rules/pmo/c.yaml:12:23: \"G.1\" asks for a waiver that nothing can be; give it \"waivers\", or a "
         "\"question\" that a no can answer"},
        {process_with_item("            evidence: [decision]\n"),
         "rules/pmo/c.yaml:12:23: \"G.1\" asks for a decision that nothing can be; "
         "give it a \"question\" with its subjects"},
        {process_with_item("            evidence: [severity]\n"),
         "rules/pmo/c.yaml:12:23: \"G.1\" asks for a severity that nothing can be; give the process "
         "\"severities\""},
        {process_with_item("            evidence: [statement]\n            confirmed-by: [leed]\n"),
         "rules/pmo/c.yaml:13:28: unknown role \"leed\"; did you mean \"lead\"?"},
        {process_with_item("            evidence: [statement]\n            question: {affirmed-by: [a]}\n"),
         "rules/pmo/c.yaml:13:23: the key \"subjects\" is missing; it is always needed here"},
        {process_with_item("            evidence: [statement]\n      H:\n        from: A\n        to: C\n"
                           "        items:\n          G.1: {title: Again, evidence: [statement]}\n"),
         "rules/pmo/c.yaml:15:13: unknown state \"C\"; did you mean \"A\"?\n"
         "rules/pmo/c.yaml:17:11: the item \"G.1\" stands in two gates; give it to one of them"},
    };
    for (const Case& test : cases) {
        CAPTURE(test.text);
        const std::string found = problems_of_pack(test.text);
        CHECK(found.substr(0, test.problem.size()) == test.problem);
        if (!test.problem.ends_with(" ")) CHECK(found.size() == test.problem.size());
    }
    CHECK(problems_of_pack(process_with_item("            evidence: [statement]\n")).empty());
}

TEST_CASE("all problems are reported at once, in the order of the file") {
    CHECK(problems_of("rules: {gate/item-missing: eror}\nroles:\n  qa-lead: {titel: x}\nclass: {}\n") ==
          ".docs-lint.yaml:1:28: unknown severity \"eror\"; did you mean \"error\"?\n"
          ".docs-lint.yaml:3:13: unknown key \"titel\"; did you mean \"title\"?\n"
          ".docs-lint.yaml:4:1: unknown key \"class\"; did you mean \"classes\"?");
}

TEST_CASE("a file that cannot be read raises no false complaints about what it may hold") {
    const std::vector<EmbeddedFile> files = {{"pmo", "rules/pmo/a.yaml", kSignOff},
                                             {"pmo", "rules/pmo/b.yaml", "roles: [\n"}};
    const auto loaded = load_from(files, std::nullopt, some_rules());
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().message.find('\n') == std::string::npos);
    CHECK(loaded.error().message.starts_with("rules/pmo/b.yaml:2:1: this is not YAML"));
}

TEST_CASE("of several packs the later one lies over the earlier") {
    const std::vector<EmbeddedFile> files = {
        {"base", "rules/base/a.yaml", kSignOff},
        {"base", "rules/base/b.yaml", kRoles},
        {"base", "rules/base/c.yaml", "classes:\n  note: {title: Note, paths: [notes/**]}\n"},
        {"top", "rules/top/a.yaml",
         "classes:\n  note: {title: Better note}\n  memo: {title: Memo, paths: [notes/m*.md]}\n"}};
    const auto loaded =
        load_from(files, Configuration{".docs-lint.yaml", "extends: [base, top]\n"}, some_rules());
    REQUIRE(loaded.has_value());
    CHECK(loaded->packs == std::vector<std::string>{"base", "top"});
    CHECK(loaded->find_class("note")->title == "Better note");
    CHECK(loaded->class_of("notes/m1.md")->id == "memo");
}

TEST_CASE("a policy whose classes record gates is refused without sign-off words") {
    const std::string classes = "classes:\n  gate: {title: Gate, paths: [g/**], records-gates: true}\n";
    const std::vector<EmbeddedFile> files = {{"pmo", "rules/pmo/b.yaml", kRoles},
                                             {"pmo", "rules/pmo/c.yaml", classes}};
    const auto loaded = load_from(files, std::nullopt, some_rules());
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().message.find("there is no \"sign-off\" section") != std::string::npos);
}

TEST_CASE("references, dated classes and needed documents are read, and every mistake in them is told") {
    const auto loaded =
        load_configuration("references:\n  generic-names: [NOTES.md]\nclasses:\n  notes:\n    title: "
                           "Notes\n    paths: [notes/**]\n    dated: true\n");
    REQUIRE(loaded.has_value());
    CHECK(loaded->references.generic_names == std::vector<std::string>{"NOTES.md"});
    CHECK_FALSE(loaded->references.planned_words.empty());
    CHECK(loaded->find_class("notes")->is_dated);
    CHECK(loaded->find_class("lessons-record")->is_dated);
    CHECK_FALSE(loaded->find_class("scope-document")->is_dated);
    const std::string problems = problems_of(
        "references:\n  path-colums: [Path]\nprocesses:\n  run:\n    title: Run\n    states: [A, B]\n    "
        "gates:\n"
        "      G:\n        from: A\n        to: B\n        items:\n          G.1:\n            title: Done\n"
        "            evidence: [[statement]]\n            needs-document: {class: [scope-documnt], "
        "checklist: "
        "[]}\n");
    CHECK(problems.find(".docs-lint.yaml:2:3: ") != std::string::npos);
    CHECK(problems.find("path-colums") != std::string::npos);
    CHECK(problems.find("scope-documnt") != std::string::npos);
    CHECK(problems.find("checklist") != std::string::npos);
}

TEST_CASE("only a backlog asks a closure for the words that mark an item complete") {
    const std::string process =
        "processes:\n  run:\n    title: Run\n    states: [A, B]\n    gates:\n      G:\n        "
        "from: A\n        to: B\n        items:\n          G.1: {title: Done, evidence: "
        "[[statement]]}\n    closure:\n      state: B\n";
    const std::string lessons = "      lessons-records: [\"lessons/{id}.md\"]\n";
    const auto loaded = load_configuration(process + lessons);
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    CHECK(loaded->find_process("run")->closure->lessons_records.size() == 1);
    CHECK(problems_of(process + lessons + "      backlogs: [backlog.md]\n").find("complete-words") !=
          std::string::npos);
    CHECK(problems_of(process + lessons + "      backlogs: [backlog.md]\n      complete-words: []\n")
              .find("complete-words") != std::string::npos);
    CHECK(
        load_configuration(process + lessons + "      backlogs: [backlog.md]\n      complete-words: [done]\n")
            .has_value());
    const auto pack = load_configuration("extends: pmo\n");
    REQUIRE(pack.has_value());
    const docs_lint::policy::Closure& feature = *pack->find_process("feature-run")->closure;
    CHECK(feature.state == "CLOSED");
    CHECK(feature.lessons_records.front().text() == "docs/product/lessons_learnt/**/{id}-{slug}-lessons.md");
    CHECK(feature.backlogs.empty());
    CHECK(feature.changelogs.empty());
}
