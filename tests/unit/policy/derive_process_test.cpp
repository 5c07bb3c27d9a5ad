#include "base/text.hpp"
#include "policy/derive_process.hpp"
#include "policy/write_process.hpp"
#include "unit/policy/loading.hpp"

#include <fstream>
#include <iterator>
#include <set>

using namespace docs_lint;
using namespace docs_lint::tests;
using policy::DerivedProcess;
using policy::EvidenceKind;
using policy::Policy;
using policy::Process;
using policy::ProcessItem;

namespace {

constexpr const char* kClass = "defect-phase-gate-document";

std::string read_template(const std::string& name) {
    std::ifstream file(std::string(DOCS_LINT_SOURCE_DIR) + "/fixtures/templates/" + name, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The pack, with the defect process taken from a template; `answers` are further keys below `process:`.
Policy with_template(const std::string& answers = {}) {
    const auto loaded =
        load_configuration(std::string("classes:\n  ") + kClass +
                           ":\n    process:\n      from: processes/defect_run.md\n" + answers);
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    return *loaded;
}

DerivedProcess derive(const std::string& text, const std::string& answers = {}) {
    const Policy policy = with_template(answers);
    return derive_process(text, "t.md", *policy.find_class(kClass)->process_template, policy);
}

std::string problems_in(const DerivedProcess& derived) {
    return derived.problem ? derived.problem->message : "";
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

/// The ambiguity is named with its line and its cure, and an answer in the configuration settles it.
void check_ambiguity(const std::string& text, const std::string& what, const std::string& cure,
                     const std::string& answers) {
    CAPTURE(what);
    const std::string problems = problems_in(derive(text));
    INFO(problems);
    CHECK(problems.find(what) != std::string::npos);
    CHECK(problems.find(cure) != std::string::npos);
    CHECK(problems.find("t.md:") == 0);
    CHECK(problems_in(derive(text, answers)) == "");
}

std::set<std::string> names_of(const ProcessItem& item) {
    std::set<std::string> names(item.aliases.begin(), item.aliases.end());
    names.insert(item.title);
    return names;
}

template <typename Value>
std::set<Value> set_of(const std::vector<Value>& values) {
    return {values.begin(), values.end()};
}

std::set<std::set<EvidenceKind>> evidence_of(const ProcessItem& item) {
    std::set<std::set<EvidenceKind>> evidence;
    for (const auto& kinds : item.evidence) evidence.insert(set_of(kinds));
    return evidence;
}

void check_same(const ProcessItem& derived, const ProcessItem& pack) {
    CAPTURE(pack.id);
    CHECK(derived.id == pack.id);
    CHECK(names_of(derived).count(pack.title) == 1);
    for (const std::string& alias : pack.aliases) CHECK(names_of(derived).count(alias) == 1);
    CHECK(derived.confirmed_by == pack.confirmed_by);
    CHECK(evidence_of(derived) == evidence_of(pack));
    CHECK(set_of(derived.waivers) == set_of(pack.waivers));
    CHECK(set_of(derived.contradicted_by) == set_of(pack.contradicted_by));
    CHECK(derived.needs_document.has_value() == pack.needs_document.has_value());
    CHECK(derived.needed_if == pack.needed_if);
    CHECK(derived.needed_for == pack.needed_for);
    REQUIRE(derived.question.has_value() == pack.question.has_value());
    if (!pack.question) return;
    CHECK(set_of(derived.question->subjects) == set_of(pack.question->subjects));
    CHECK(derived.question->affirmed_by == pack.question->affirmed_by);
}

/// Field by field; titles up to aliases, lists whose order means nothing as sets.
void check_same(const Process& derived, const Process& pack) {
    CHECK(derived.id == pack.id);
    CHECK(base::equals_ignoring_case(derived.title, pack.title));
    CHECK(derived.version == pack.version);
    CHECK(derived.states == pack.states);
    CHECK(derived.state_labels == pack.state_labels);
    CHECK(derived.severity_changed_by == pack.severity_changed_by);
    REQUIRE(derived.gates.size() == pack.gates.size());
    for (std::size_t at = 0; at < pack.gates.size(); ++at) {
        CHECK(derived.gates[at].id == pack.gates[at].id);
        CHECK(derived.gates[at].from == pack.gates[at].from);
        CHECK(derived.gates[at].to == pack.gates[at].to);
        REQUIRE(derived.gates[at].items.size() == pack.gates[at].items.size());
        for (std::size_t item = 0; item < pack.gates[at].items.size(); ++item)
            check_same(derived.gates[at].items[item], pack.gates[at].items[item]);
    }
    REQUIRE(derived.reversions.size() == pack.reversions.size());
    for (std::size_t at = 0; at < pack.reversions.size(); ++at) {
        CHECK(derived.reversions[at].from == pack.reversions[at].from);
        CHECK(derived.reversions[at].to == pack.reversions[at].to);
    }
    REQUIRE(derived.severities.size() == pack.severities.size());
    for (std::size_t at = 0; at < pack.severities.size(); ++at) {
        CHECK(derived.severities[at].name == pack.severities[at].name);
        CHECK(derived.severities[at].longest_stay == pack.severities[at].longest_stay);
        CHECK(derived.severities[at].closure_duties == pack.severities[at].closure_duties);
    }
    REQUIRE(derived.spec_first.has_value() == pack.spec_first.has_value());
    if (pack.spec_first) {
        CHECK(derived.spec_first->decision == pack.spec_first->decision);
        CHECK(derived.spec_first->spec_commits == pack.spec_first->spec_commits);
        CHECK(derived.spec_first->fix_commits == pack.spec_first->fix_commits);
        CHECK(derived.spec_first->scope == pack.spec_first->scope);
        CHECK(derived.spec_first->verification == pack.spec_first->verification);
        CHECK(derived.spec_first->confirmed_by_owner == pack.spec_first->confirmed_by_owner);
    }
    REQUIRE(derived.expected_values.has_value() == pack.expected_values.has_value());
    if (pack.expected_values) {
        CHECK(derived.expected_values->decision == pack.expected_values->decision);
        CHECK(derived.expected_values->commit == pack.expected_values->commit);
        CHECK(derived.expected_values->names == pack.expected_values->names);
    }
    REQUIRE(derived.companions.size() == pack.companions.size());
    for (std::size_t at = 0; at < pack.companions.size(); ++at) {
        CHECK(derived.companions[at].decision == pack.companions[at].decision);
        CHECK(derived.companions[at].commit == pack.companions[at].commit);
        CHECK(derived.companions[at].names == pack.companions[at].names);
    }
}

const ProcessItem& item_of(const DerivedProcess& derived, std::string_view id) {
    const ProcessItem* item = derived.process.find_item(id);
    REQUIRE_MESSAGE(item != nullptr, id);
    return *item;
}

using Kinds = std::set<std::set<EvidenceKind>>;
using K = EvidenceKind;

} // namespace

TEST_CASE("the template of the defect process gives the process of the pack") {
    const DerivedProcess derived = derive(read_template("defect_run.md"));
    CHECK(problems_in(derived) == "");
    check_same(derived.process, *built_in_policy().find_process("defect-run"));
}

TEST_CASE("a later version of the template gives its own states, gates and items") {
    const DerivedProcess derived = derive(read_template("defect_run_v1.1.md"));
    CHECK(problems_in(derived) == "");
    const Process& process = derived.process;
    CHECK(process.version == "1.1");
    CHECK(process.states == std::vector<std::string>{"Logged", "Triaged", "Root Cause Identified",
                                                     "Fix In Progress", "Fix Validated", "Closed"});
    REQUIRE(process.gates.size() == 5);
    CHECK(process.gates[3].id == "G4");
    CHECK(process.gates[3].from == "Fix In Progress");
    CHECK(process.gates[3].to == "Fix Validated");
    CHECK(evidence_of(item_of(derived, "G4.1")) == Kinds{{K::statement, K::path, K::date}});
    CHECK(item_of(derived, "G4.1").confirmed_by ==
          std::vector<std::string>{"infrastructure-operations-owner"});
    CHECK(evidence_of(item_of(derived, "G3.2")) == Kinds{{K::commit}, {K::waiver, K::role}});
    REQUIRE(process.reversions.size() == 2);
    CHECK(process.reversions[0].from == "Fix In Progress");
    CHECK(process.reversions[0].to == "Root Cause Identified");
    REQUIRE(process.severities.size() == 4);
    CHECK(process.severities[0].longest_stay.at("Logged") == std::chrono::minutes(30));
    CHECK(process.severities[3].longest_stay.count("Triaged") == 0);
    CHECK(process.severities[1].closure_duties);
    CHECK_FALSE(process.severities[2].closure_duties);
}

TEST_CASE("what the other process secures follows its items to their new numbers") {
    const DerivedProcess derived = derive(read_template("defect_run_v1.1.md"));
    REQUIRE(derived.process.spec_first);
    CHECK(derived.process.spec_first->decision == "G2.2");
    CHECK(derived.process.spec_first->spec_commits == std::vector<std::string>{"G3.2"});
    CHECK(derived.process.spec_first->fix_commits == std::vector<std::string>{"G4.2"});
    CHECK(derived.process.spec_first->confirmed_by_owner == std::vector<std::string>{"G2.2", "G3.2", "G5.3"});
    CHECK(derived.process.companions.empty());
    CHECK(item_of(derived, "G5.3").needed_for == std::vector<std::string>{"Critical", "High", "P0", "P1"});
    CHECK(item_of(derived, "G2.2").question->subjects.size() > 3);
}

TEST_CASE("a template without the sign-off of the spec's owner leaves that item out") {
    std::string text = read_template("defect_run.md");
    const std::size_t begin = text.find("**Gate V.4");
    text.erase(begin, text.find("\n\n---", begin) - begin);
    const DerivedProcess derived = derive(text);
    REQUIRE(derived.process.spec_first);
    CHECK(derived.process.spec_first->confirmed_by_owner == std::vector<std::string>{"RC.2", "FS.2"});
}

TEST_CASE("what is printed is read again as the same process") {
    const DerivedProcess derived = derive(read_template("defect_run.md"));
    const std::string yaml = "processes:\n" + changed(to_yaml(derived.process), "defect-run:", "printed:");
    const auto loaded = load_configuration(yaml);
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    CHECK(changed(to_yaml(*loaded->find_process("printed")), "printed:", "defect-run:") ==
          to_yaml(derived.process));
    for (const Process& process : built_in_policy().processes) {
        const auto again = load_configuration("processes:\n" + to_yaml(process));
        REQUIRE_MESSAGE(again.has_value(), (again ? std::string() : again.error().message));
        CHECK(to_yaml(*again->find_process(process.id)) == to_yaml(process));
    }
}

TEST_CASE("gate headings are read as people write them") {
    const std::string text = read_template("defect_run_v1.1.md");
    for (const std::string heading : {"### Gate G1 — Logged → Triaged", "## G1: Logged -> Triaged",
                                      "## Gate G1: `Logged` --> `Triaged`", "## G1 – logged → TRIAGED"}) {
        CAPTURE(heading);
        const DerivedProcess derived = derive(changed(text, "## G1 — Logged → Triaged", heading));
        CHECK(problems_in(derived) == "");
        CHECK(derived.process.gates.front().from == "Logged");
        CHECK(derived.process.gates.front().items.size() == 3);
    }
}

TEST_CASE("states are read from diagrams in several shapes, or from the gates themselves") {
    const std::string text = read_template("defect_run_v1.1.md");
    const std::size_t begin = text.find("## States");
    const std::size_t end = text.find("## Times");
    const auto with = [&](const std::string& drawing) {
        return derive(text.substr(0, begin) + drawing + text.substr(end));
    };
    for (const std::string drawing :
         {"```\nLogged -> Triaged -> Root Cause Identified -> Fix In Progress -> Fix Validated -> "
          "Closed\n```\n\n",
          "```\nLogged -G1-> Triaged -G2-> Root Cause Identified\n-G3-> Fix In Progress -G4-> Fix Validated "
          "-G5-> Closed\n```\n\n",
          "```mermaid\ngraph TD\nLogged --> Triaged\nTriaged --> Root Cause Identified\nRoot Cause "
          "Identified --> "
          "Fix In Progress\nFix In Progress --> Fix Validated\nFix Validated --> Closed\n```\n\n",
          ""}) {
        CAPTURE(drawing);
        const DerivedProcess derived = with(drawing);
        CHECK(problems_in(derived) == "");
        CHECK(derived.process.states.size() == 6);
    }
}

TEST_CASE("each ambiguity is named with its line, and an answer settles it") {
    const std::string text = read_template("defect_run.md");
    const auto item = [](const std::string& rest) { return "      items:\n        " + rest + "\n"; };
    check_ambiguity(changed(text, "— {Product Owner}", "— {owner}"), "no single role is called \"owner\"",
                    "items: {T.2: {confirmed-by: [ROLE]}}", item("T.2: {confirmed-by: [product-owner]}"));
    check_ambiguity(changed(text, "— {Product Owner}", "— {Product Owner + QA Lead}"),
                    "asks several roles to confirm together", "items: {T.2: {confirmed-by: [ROLE]}}",
                    item("T.2: {confirmed-by: [product-owner]}"));
    check_ambiguity(changed(text, "- Owner confirmation: [Yes/No] — {Product Owner}, {date}\n", ""),
                    "item T.2 has no line for its owner's confirmation", "confirmed-by",
                    item("T.2: {confirmed-by: [product-owner]}"));
    check_ambiguity(changed(text, "{commit hash}", "{proof}"), "no kind of evidence for item I.1 is read",
                    "items: {I.1: {evidence:", item("I.1: {evidence: [[commit]]}"));
    check_ambiguity(changed(text, "- Evidence: {commit hash}\n", ""), "item I.1 has no line for its evidence",
                    "items: {I.1: {evidence:", item("I.1: {evidence: [[commit]]}"));
    check_ambiguity(changed(text, "\"not applicable\"", "\"[this] is not touched\""),
                    "has a placeholder in it",
                    "items: {I.3: {waivers:", item("I.3: {waivers: [not applicable]}"));
    check_ambiguity(changed(text, "RC — ROOT_CAUSE → FIX_SCOPE", "RC — ROOT_CAUSE → FIXING"),
                    "gate RC leads to \"FIXING\"", "gates: {RC: {from: STATE, to: STATE}}",
                    "      gates:\n        RC: {to: FIX_SCOPE}\n");
    check_ambiguity(changed(text, "### Gate RC — ROOT_CAUSE → FIX_SCOPE", "### Gate RC — the cause"),
                    "does not say from which state", "gates: {RC: {from: STATE, to: STATE}}",
                    "      gates:\n        RC: {from: ROOT_CAUSE, to: FIX_SCOPE}\n");
    check_ambiguity(
        changed(text, "[Gate RC]", "[Gate RX]"), "the diagram has a gate RX", "gates: {RX:",
        "      gates:\n        RX: {from: ROOT_CAUSE, to: FIX_SCOPE, items: {RX.1: {title: Looked at, "
        "evidence: [[statement]]}}}\n");
    check_ambiguity(changed(text, "**Gate T.2 — Severity", "**Gate T.1 — Severity"),
                    "there are two items \"T.1\"",
                    "items: {T.1: {title:", item("T.1: {title: Defect confirmed against canonical spec}"));
    check_ambiguity(changed(text, "2 hours", "2 business days"), "is no length of time",
                    "severities: {Critical: {longest-stay: {TRIAGE: 2h}}}",
                    "      severities:\n        Critical: {longest-stay: {TRIAGE: 2h}}\n");
    check_ambiguity(
        changed(text, "Max time in ROOT_CAUSE", "Max time in CAUSE"), "names no state: \"CAUSE\"",
        "severities: {Critical: {longest-stay:",
        "      severities:\n        Critical: {longest-stay: {ROOT_CAUSE: 4h}}\n        High: "
        "{longest-stay: {ROOT_CAUSE: 48h}}\n        Medium: {longest-stay: {ROOT_CAUSE: 72h}}\n        "
        "Low: {longest-stay: {ROOT_CAUSE: 1w}}\n");
    check_ambiguity(changed(text, "**Version:** 1.0\n", ""), "gives no version", "version: \"1.0\"",
                    "      version: \"1.0\"\n");
    check_ambiguity(
        changed(text, "back: the state reverts to `IMPLEMENTATION`", "on: the state reverts to `CLOSED`"),
        "which does not come before it",
        "reversions:", "      reversions: [{from: VERIFICATION, to: IMPLEMENTATION}]\n");
}

TEST_CASE("a gate twice, a gate without items and an item without a gate are asked about") {
    const std::string text = read_template("defect_run.md");
    check_ambiguity(text + "\n### Gate T — TRIAGE → ROOT_CAUSE\n", "there are two gates \"T\"",
                    "gates: {T:", "      gates:\n        T: {from: TRIAGE, to: ROOT_CAUSE}\n");
    const std::string empty = problems_in(derive(text + "\n### Gate X — VERIFICATION → CLOSED\n"));
    CHECK(empty.find("gate X has no item, so that it would pass on nothing") != std::string::npos);
    const std::string lost =
        problems_in(derive(text + "\n**Gate Q.1 — Lost**\n\n- Evidence: {commit hash}\n"));
    CHECK(lost.find("item Q.1 belongs to a gate Q, which no heading describes") != std::string::npos);
}

TEST_CASE("items are read where people put them, and a mention of one is none") {
    const std::string text = read_template("defect_run.md");
    const auto same = [&text](const std::string& other) {
        const DerivedProcess derived = derive(other);
        CHECK(problems_in(derived) == "");
        CHECK(to_yaml(derived.process) == to_yaml(derive(text).process));
    };
    const std::string item =
        text.substr(text.find("**Gate I.1"), text.find("**Gate I.2") - text.find("**Gate I.1"));
    same(changed(
        text, item,
        "- **Gate I.1 — Fix committed**\n  - Evidence: {commit hash}\n  - Owner confirmation: [Yes/No] — "
        "{Engineering owner}, {date}\n  - PMO validation: [Pass/Fail] — PMO Lead, {date}\n\n"));
    same(changed(
        text, item,
        "Gate I.1 — Fix committed\nEvidence: {commit hash}\nOwner confirmation: [Yes/No] — [Engineering "
        "owner], [date]\nPMO validation: [Pass/Fail] — PMO Lead, [date]\n\n"));
    same(changed(
        text, item,
        "```\nGate I.1 — Fix committed\nEvidence:           {commit\n                    hash}\nOwner "
        "confirmation: [Yes/No] — Engineering owner, {date}\nPMO validation:     [Pass/Fail] — PMO Lead\n```"
        "\n\n"));
    same(changed(
        text, item,
        "#### I.1 — Fix committed\n\nEvidence required: {commit hash}\n\n- Owner confirmation: [Yes/No] — "
        "{Engineering owner}, {date}\n\n"));
    same(text +
         "\n## Mistakes\n\n- **Gate V.3 — forgotten:** the fix breaks something else\n\n**FS.2:** the spec "
         "comes first\n");
}

TEST_CASE("an item in a form that is not read is asked about") {
    const std::string text = read_template("defect_run.md");
    const std::string components =
        "- Evidence: {notice}\n- Owner confirmation: [Yes/No] — {Product Owner}, {date}\n\n";
    const std::string table = "| Item | Evidence | Owner confirmation |\n|---|---|---|\n"
                              "| T.5 — Users informed | {notice} | [Yes/No] — {Product Owner}, {date} |\n\n";
    const std::string quote = "> **Gate T.5 — Users informed**\n>\n> - Evidence: {notice}\n> - Owner "
                              "confirmation: [Yes/No] — {Product Owner}, {date}\n\n";
    for (const std::string& item :
         {"**Gate T.5 Users informed**\n\n" + components, "T.5 — Users informed\n\n" + components,
          "**Users informed**\n\n" + components, table, quote}) {
        CAPTURE(item);
        const std::string with_item = changed(text, "**Gate I.1", item + "**Gate I.1");
        CHECK(problems_in(derive(with_item)).find("no item begins above it in a form that is read") !=
              std::string::npos);
    }
    CHECK(problems_in(derive(text + "\n> Confirmation by the owner is given in writing.\n")) == "");
    CHECK(problems_in(derive(text + "\n| Item | Evidence |\n|---|---|\n| T.5 | a notice |\n")) == "");
}

TEST_CASE("a step between two states that no gate guards is asked about") {
    const std::string text = changed(read_template("defect_run_v1.1.md"), "4. Fix In Progress\n",
                                     "4. Fix In Progress\n5. In Review\n");
    const std::string problems = problems_in(derive(text));
    INFO(problems);
    CHECK(problems == "");
    const std::string open = problems_in(derive(changed(text, "6. Closed", "6. Closed\n7. Forgotten")));
    CHECK(open.find("no gate leads from \"Closed\" to \"Forgotten\"") != std::string::npos);
    CHECK(open.find("gates: {ID: {from: Closed, to: Forgotten, items: ...}}") != std::string::npos);
}

TEST_CASE("guarantees are not lost in silence") {
    const std::string text = read_template("defect_run.md");
    CHECK(problems_in(derive("# A process\n\nVersion: 1.0\n")).find("defines no gate") != std::string::npos);
    CHECK(problems_in(derive("# A process\n\nVersion: 1.0\n\n## Gate A — Open → Done\n"))
              .find("no gate item") != std::string::npos);
    std::string without_fix = text;
    without_fix.erase(text.find("**Gate I.1"), text.find("**Gate I.2") - text.find("**Gate I.1"));
    check_ambiguity(without_fix, "which items tie the spec to the fix",
                    "spec-first:", "      spec-first: none\n");
    std::string without_values = text;
    without_values.erase(text.find("**Gate I.2"), text.find("**Gate I.3") - text.find("**Gate I.2"));
    check_ambiguity(without_values, "which items decide on expected values",
                    "expected-values:", "      expected-values: none\n");
    std::string without_table = text;
    without_table.erase(text.find("| Severity"),
                        text.find("---\n\n## STATE: TRIAGE") - text.find("| Severity"));
    CHECK(problems_in(derive(without_table)).find("no severity table is found") != std::string::npos);
}

TEST_CASE("a sentence that denies a way back is none, and a table tells no way back") {
    const std::string text = read_template("defect_run.md");
    const DerivedProcess derived = derive(changed(text, "back: the state reverts to `IMPLEMENTATION`",
                                                  "on, and never falls back to FIX_SCOPE"));
    REQUIRE(derived.process.reversions.size() == 1);
    CHECK(derived.process.reversions[0].from == "IMPLEMENTATION");
}

TEST_CASE("a template by itself, like no other process, says what it can") {
    const std::string configuration = std::string(
        "classes:\n  note:\n    title: Note\n    paths: [notes/**]\n    process: {from: run.md}\n");
    const auto loaded = load_configuration(configuration);
    REQUIRE(loaded.has_value());
    const auto& from = *loaded->find_class("note")->process_template;
    CHECK(from.id == "run");
    const DerivedProcess derived = derive_process(
        "# Run\n\nVersion: 2.0\n\n## Gate A — Open → Done\n\n**A.1 — Seen**\n\n- Evidence: {written "
        "statement}\n- Owner confirmation: [Yes/No] — {QA Lead}, {date}\n",
        "run.md", from, *loaded);
    CHECK(problems_in(derived) == "");
    CHECK(derived.process.states == std::vector<std::string>{"Open", "Done"});
    CHECK(derived.process.id == "run");
}

TEST_CASE("the configuration of a template is checked") {
    const auto problem = [](const std::string& process) {
        return problems_of(std::string("classes:\n  ") + kClass + ":\n    process: " + process + "\n");
    };
    CHECK(problem("{like: defect-run}").find("the key \"from\" is missing") != std::string::npos);
    CHECK(problem("{from: a/*.md}").find("named by a plain path") != std::string::npos);
    CHECK(problem("{from: a//b.md}").find("named by a plain path") != std::string::npos);
    CHECK(problem("{from: ../b.md}").find("named by a plain path") != std::string::npos);
    CHECK(problem("{from: /a.md}").find("matches nothing") != std::string::npos);
    CHECK(problem("{from: a.md, like: other}").find("unknown process \"other\"") != std::string::npos);
    CHECK(problem("{from: a.md, item: {}}").find("unknown key \"item\"") != std::string::npos);
}

TEST_CASE("a process from a template asks for identities where its like does, or the configuration says so") {
    const auto loaded =
        load_configuration(std::string("processes:\n  defect-run:\n    gates:\n      V:\n        items:\n"
                                       "          V.1: {identity: signed, two-identities: true}\n"
                                       "          V.2: {identity: committed}\nclasses:\n  ") +
                           kClass +
                           ":\n    process:\n      from: processes/defect_run.md\n"
                           "      items: {V.2: {identity: claimed}, T.1: {identity: signed}}\n");
    REQUIRE_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    const auto derived = derive_process(read_template("defect_run.md"), "t.md",
                                        *loaded->find_class(kClass)->process_template, *loaded);
    REQUIRE_MESSAGE(!derived.problem, problems_in(derived));
    const auto grade_of = [&](const char* id) { return derived.process.find_item(id)->identity; };
    CHECK(grade_of("V.1") == policy::IdentityGrade::signed_by_key);
    CHECK(derived.process.find_item("V.1")->two_identities == true);
    CHECK(grade_of("V.2") == policy::IdentityGrade::claimed);
    CHECK(grade_of("T.1") == policy::IdentityGrade::signed_by_key);
    CHECK_FALSE(grade_of("V.3").has_value());
    CHECK(to_yaml(derived.process).find("identity: signed") != std::string::npos);
}
