#include "policy/expression.hpp"
#include "unit/policy/loading.hpp"

#include <map>
#include <tuple>

using docs_lint::policy::EvidenceKind;
using docs_lint::policy::Policy;
using docs_lint::policy::Process;
using docs_lint::policy::ProcessItem;
using namespace docs_lint::tests;
using Ids = std::vector<std::string>;

namespace {

const Policy& pack() {
    static const Policy policy = built_in_policy();
    return policy;
}

const ProcessItem& item(std::string_view id) {
    const ProcessItem* found = pack().find_process("defect-run")->find_item(id);
    REQUIRE(found != nullptr);
    return *found;
}

std::string class_of(std::string_view path) {
    const auto* found = pack().class_of(path);
    return found == nullptr ? "" : found->id;
}

} // namespace

TEST_CASE("the defect process has its nineteen items, each with who confirms it and what proves it") {
    using K = EvidenceKind;
    using Evidence = std::vector<std::vector<K>>;
    const std::vector<std::tuple<std::string, Ids, Evidence>> expected = {
        {"T.1", {"qa-testing-owner"}, {{K::specification, K::section, K::version}}},
        {"T.2", {"product-owner"}, {{K::severity, K::statement}}},
        {"T.3", {"qa-lead", "head-of-engineering"}, {{K::statement}}},
        {"T.4", {"head-of-engineering"}, {{K::date, K::statement}}},
        {"RC.1", {"engineering-owner"}, {{K::statement}}},
        {"RC.2", {"canonical-owner"}, {{K::decision, K::statement}}},
        {"RC.3", {"engineering-owner"}, {{K::statement}}},
        {"FS.1", {"product-owner"}, {{K::path, K::statement}}},
        {"FS.2", {"canonical-owner", "product-owner"}, {{K::commit}, {K::waiver, K::role}}},
        {"FS.3", {"metrics-definitions-owner", "engineering-owner"}, {{K::calculation}, {K::waiver}}},
        {"FS.4", {"api-contracts-owner"}, {{K::need}, {K::waiver, K::role}}},
        {"I.1", {"engineering-owner"}, {{K::commit}}},
        {"I.2", {"engineering-owner"}, {{K::commit}, {K::waiver}}},
        {"I.3", {"api-contracts-owner"}, {{K::commit}, {K::waiver}}},
        {"I.4", {"engineering-owner"}, {{K::path, K::statement}}},
        {"V.1", {"qa-lead"}, {{K::result, K::date, K::method}}},
        {"V.2", {"qa-lead", "engineering-owner"}, {{K::result, K::date}, {K::waiver}}},
        {"V.3", {"qa-lead"}, {{K::result, K::method}}},
        {"V.4", {"canonical-owner"}, {{K::role, K::statement}, {K::waiver}}},
    };
    std::size_t count = 0;
    for (const auto& gate : pack().find_process("defect-run")->gates) count += gate.items.size();
    CHECK(count == 19);
    REQUIRE(expected.size() == 19);
    for (const auto& [id, roles, evidence] : expected) {
        const std::string shown = id;
        CAPTURE(shown);
        CHECK(item(id).confirmed_by == roles);
        CHECK(item(id).evidence == evidence);
    }
}

TEST_CASE("the gates lead through the states without a gap, in both processes") {
    CHECK(pack().processes.size() == 2);
    for (const Process& process : pack().processes) {
        REQUIRE(process.gates.size() + 1 == process.states.size());
        for (std::size_t i = 0; i < process.gates.size(); ++i) {
            CHECK(process.gates[i].from == process.states[i]);
            CHECK(process.gates[i].to == process.states[i + 1]);
        }
    }
    CHECK(pack().find_process("feature-run")->find_item("4.5") != nullptr);
}

TEST_CASE("the feature process has its twenty-eight items, each with what proves it and what it needs") {
    using K = EvidenceKind;
    using Evidence = std::vector<std::vector<K>>;
    const Evidence readiness = {{K::path, K::section}, {K::path, K::version}, {K::statement}};
    const Evidence statement = {{K::statement}};
    const Evidence dated = {{K::date, K::statement}};
    const std::vector<std::tuple<std::string, Evidence, std::string>> expected = {
        {"R.1", readiness, ""},
        {"R.2", readiness, ""},
        {"R.3", readiness, ""},
        {"R.4", readiness, ""},
        {"R.5", readiness, ""},
        {"R.6", readiness, ""},
        {"R.7", readiness, ""},
        {"0.1", dated, ""},
        {"0.2", dated, ""},
        {"1.1", statement, ""},
        {"1.2", {{K::commit, K::path}}, "decisions-record"},
        {"1.3", statement, ""},
        {"1.4", statement, ""},
        {"2.1", statement, ""},
        {"2.2", {{K::commit}, {K::waiver}}, ""},
        {"2.3", statement, ""},
        {"2.4", statement, ""},
        {"3.1", {{K::result, K::statement}}, ""},
        {"3.2", statement, ""},
        {"3.3", statement, ""},
        {"4.1", {{K::commit}}, "scope-document"},
        {"4.2", statement, "scope-document"},
        {"4.3", {{K::path, K::version}, {K::statement}}, "scope-document"},
        {"4.4", statement, "scope-document"},
        {"4.5", {{K::commit}}, ""},
        {"5.1", dated, ""},
        {"5.2", statement, ""},
        {"5.3", {{K::path}}, "lessons-record"},
    };
    const Process& process = *pack().find_process("feature-run");
    CHECK(process.states == Ids{"READINESS_AUDIT", "AWAITING_MEETING", "PRE_ALIGNMENT_MEETING",
                                "SPEC_DELIVERY", "QA_REVIEW", "SCOPE_DOCUMENT", "IMPLEMENTATION_OPEN",
                                "CLOSED"});
    std::vector<std::tuple<std::string, Evidence, std::string>> found;
    for (const auto& gate : process.gates)
        for (const auto& one : gate.items)
            found.emplace_back(one.id, one.evidence,
                               one.needs_document ? one.needs_document->document_classes.front() : "");
    CHECK(found == expected);
    CHECK(process.find_item("4.2")->needs_document->complete_header);
    CHECK(process.find_item("4.3")->needs_document->lists_versions);
    CHECK_FALSE(process.find_item("4.4")->needs_document->checklist.empty());
    REQUIRE(process.companions.size() == 1);
    CHECK(process.companions[0].commit == "2.2");
    CHECK(process.companions[0].decision.empty());
}

TEST_CASE("severities, reversions and the order of spec and fix") {
    const Process& process = *pack().find_process("defect-run");
    std::map<std::string, std::pair<long, long>> stays;
    Ids with_duties;
    for (const auto& tier : process.severities) {
        stays[tier.name] = {tier.longest_stay.at("TRIAGE").count() / 60,
                            tier.longest_stay.at("ROOT_CAUSE").count() / 60};
        if (tier.closure_duties) with_duties.push_back(tier.name);
    }
    CHECK(stays == std::map<std::string, std::pair<long, long>>{
                       {"Critical", {2, 4}}, {"High", {24, 48}}, {"Medium", {48, 72}}, {"Low", {168, 168}}});
    CHECK(with_duties == Ids{"Critical", "High"});
    REQUIRE(process.reversions.size() == 2);
    CHECK(process.reversions[0].from == "IMPLEMENTATION");
    CHECK(process.reversions[0].to == "FIX_SCOPE");
    CHECK(process.reversions[1].from == "VERIFICATION");
    CHECK(process.reversions[1].to == "IMPLEMENTATION");
    REQUIRE(process.spec_first.has_value());
    CHECK(process.spec_first->decision == "RC.2");
    CHECK(process.spec_first->spec_commits == Ids{"FS.2"});
    CHECK(process.spec_first->fix_commits == Ids{"I.1"});
    CHECK(process.spec_first->scope == Ids{"FS.1", "RC.1"});
    CHECK(process.spec_first->verification == Ids{"I.4"});
    CHECK(process.spec_first->confirmed_by_owner == Ids{"RC.2", "FS.2", "V.4"});
    REQUIRE(process.expected_values.has_value());
    CHECK(process.expected_values->decision == "FS.3");
    CHECK(process.expected_values->commit == "I.2");
    CHECK(process.expected_values->files[0][0].matches("src/app/validation_data.py"));
    REQUIRE(process.companions.size() == 1);
    CHECK(process.companions[0].decision == "FS.4");
    CHECK(process.companions[0].commit == "I.3");
    CHECK(process.companions[0].files[0][0].matches("api/openapi.yaml"));
    CHECK(process.companions[0].files[0][0].matches("openapi.yaml"));
    CHECK(process.companions[0].files[1][0].matches("docs/specs/api_contracts.md"));
}

TEST_CASE("items are found by the titles under which records list them") {
    const Process& process = *pack().find_process("defect-run");
    const std::vector<std::pair<std::string, std::string>> titles = {
        {"Defect confirmed against canonical spec", "T.1"},
        {"canonical spec impact assessed", "RC.2"},
        {"Canonical spec updates committed (if required)", "FS.2"},
        {"openapi.yaml update scoped (if API contract changes)", "FS.4"},
        {"openapi.yaml committed in same PR as API contract", "I.3"},
        {"Canonical Owner sign-off (P0/P1 defects only)", "V.4"},
    };
    for (const auto& [title, id] : titles) {
        const std::string shown = title;
        CAPTURE(shown);
        REQUIRE(process.find_item_by_title(title) != nullptr);
        CHECK(process.find_item_by_title(title)->id == id);
    }
}

TEST_CASE("the class of a document follows from its path") {
    const std::vector<std::pair<std::string, std::string>> paths = {
        {"docs/product/phase_gates/defect-BLG-TECH-01-wrong-total-phase-gate.md",
         "defect-phase-gate-document"},
        {"docs/product/phase_gates/defect-042-wrong-total-phase-gate.MD", "defect-phase-gate-document"},
        {"docs/product/phase_gates/defect-042-wrong-total-phase-gate.markdown", "defect-phase-gate-document"},
        {"docs/product/phase_gates/defect-042-wrong-total-phase-gate.md ", "defect-phase-gate-document"},
        {"docs/product/phase_gates/2026/defect-042-P & L — totals-phase-gate.md",
         "defect-phase-gate-document"},
        {"docs/product/phase_gates/3.2-new-widget-phase-gate.md", "feature-phase-gate-document"},
        {"docs/product/phase_gates/notes & more — draft.md", "phase-gate-document"},
        {"docs/product/phase_gates/defect-042-wrong-total.md", "defect-phase-gate-document"},
        {"docs/product/phase_gates/sub/x.MD", "phase-gate-document"},
        {"docs/product/phase_gates/README.md", ""},
        {"docs/product/phase_gates/chart.png", ""},
        {"docs/product/phase_gate/defect-042-x-phase-gate.md", ""},
        {"docs/product/phase_gates", ""},
        {"Docs/product/phase_gates/defect-042-x-phase-gate.md", ""},
        {"other/docs/product/phase_gates/defect-042-x-phase-gate.md", ""},
        {"docs/product/lessons_learnt/BLG-TECH-01-lessons.md", "backlog-lessons-record"},
        {"docs/product/lessons_learnt/3.2-new-widget-lessons.md", "lessons-record"},
        {"docs/product/lessons_learnt/anything.MD", "lessons-record"},
        {"docs/product/lessons_learnt/README.md", ""},
        {"docs/operations/records/2026-03 deploy.md", "operational-record"},
        {"docs/team_skills/pmo/processess/defect_run.md", "process-template"},
        {"docs/team_skills/pmo/processess/templates/phase_gate_template.md", "process-template"},
        {"docs/team_skills/pmo/processes/defect_run.markdown", "process-template"},
        {"processes/defect_run.md", "process-template"},
        {"docs/team_skills/pmo/pmo_lead.md", "role-charter"},
        {"docs/team_skills/README.md", ""},
        {"docs/governance/prompts/review.md", "governance-prompt"},
        {"docs/governance/review_prompt.md", "governance-prompt"},
        {"docs/governance/document_lifecycle_guide.md", "governance-document"},
        {"docs/specs/metrics_definitions.md", "canonical-specification"},
        {"docs/specs/deep/API & UI — contracts.md", "canonical-specification"},
        {"specs/metrics.MD", "canonical-specification"},
        {"docs/specs/summaries/overview.md", "supporting-document"},
        {"docs/specs/README.md", ""},
        {"docs/specs/openapi.yaml", ""},
        {"docs/spec/metrics.md", ""},
        {"docs/product/roadmap.md", "planning-document"},
        {"docs/product/backlog.MD", "planning-document"},
        {"docs/changelog.md", "planning-document"},
        {"changelog.md", ""},
        {"docs/product/decisions/3.2-new-widget.md", "decisions-record"},
        {"docs/product/scope/scope--3.2-new-widget.md", "scope-document"},
        {"README.md", ""},
        {"src/main.md", ""},
    };
    for (const auto& [path, id] : paths) {
        const std::string shown = path;
        CAPTURE(shown);
        CHECK(class_of(path) == id);
    }
}

TEST_CASE("delivery records name their item by their path") {
    const auto item_id = [](std::string_view path) { return pack().class_of(path)->item_id(path); };
    CHECK(item_id("docs/product/phase_gates/defect-BLG-TECH-01-wrong-total-phase-gate.md") == "BLG-TECH-01");
    CHECK(item_id("docs/product/phase_gates/3.2-new-widget-phase-gate.md") == "3.2");
    CHECK(item_id("docs/product/lessons_learnt/BLG-TECH-01-lessons.md") == "BLG-TECH-01");
    CHECK_FALSE(item_id("docs/product/phase_gates/other.md").has_value());
}

TEST_CASE("every delivery and operational record can be filed, and only templates may hold placeholders") {
    for (const auto& candidate : pack().classes) {
        CAPTURE(candidate.id);
        CHECK(candidate.filing.has_value() == (candidate.number == 7 || candidate.number == 3));
        CHECK(candidate.is_template == (candidate.id == "process-template"));
        CHECK(candidate.is_canonical_specification == (candidate.id == "canonical-specification"));
        CHECK(candidate.records_gates == (candidate.id.find("phase-gate") != std::string::npos));
    }
    CHECK(pack().find_class("lessons-record")->filing->date_alone_files);
    CHECK(pack().find_class("defect-phase-gate-document")->process == "defect-run");
    CHECK(pack().find_class("feature-phase-gate-document")->process == "feature-run");
}

TEST_CASE("a Markdown file is a record by whatever ending, another file is none") {
    for (const char* path : {"docs/product/phase_gates/x.MD", "docs/product/phase_gates/x.markdown",
                             "docs/product/phase_gates/x.md "}) {
        CAPTURE(path);
        CHECK(class_of(path) == "phase-gate-document");
    }
    CHECK(class_of("docs/product/phase_gates/x.png").empty());
    CHECK(class_of("docs/product/phase_gates/x").empty());
}

TEST_CASE("only the plain verdicts of the format are accepted") {
    CHECK(pack().sign_off.owner_yes == Ids{"Yes"});
    CHECK(pack().sign_off.validation_pass == Ids{"Pass"});
    CHECK(pack().sign_off.validator_role == "pmo-lead");
    const auto has = [](const Ids& words, const char* word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    for (const char* hedge :
         {"pending", "tbc", "subject to", "provisionally", "conditionally", "once", "unless", "not"})
        CHECK(has(pack().sign_off.hedges, hedge));
    for (const char* phrase : {"done", "see above", "n/a", "✅", "yes"})
        CHECK(has(pack().sign_off.vague_phrases, phrase));
}
