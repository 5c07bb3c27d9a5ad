#include "engine/configuration.hpp"
#include "engine/proposal.hpp"
#include "engine/proposed_packs.hpp"
#include "source/source_tree.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint;
using engine::Proposal;
using engine::ProposedClass;

namespace {

const policy::Policy& packs() {
    static const auto policy = policy::load(std::nullopt, engine::known_rules());
    REQUIRE(policy.has_value());
    return *policy;
}

using Files = std::vector<source::MemoryFile>;

engine::Survey survey_of(const Files& files) {
    auto survey = engine::survey(*source::memory(files), packs());
    REQUIRE(survey.has_value());
    return std::move(*survey);
}

Proposal proposal_of(const Files& files) {
    const engine::Survey survey = survey_of(files);
    return engine::propose_configuration(survey);
}

const ProposedClass& only_class(const Proposal& proposal) {
    REQUIRE(proposal.classes.size() == 1);
    return proposal.classes.front();
}

std::string document(const std::string& status, const std::string& owner = "QA Lead") {
    return "# A title\n\n- **Owner:** " + owner + "\n- **Status:** " + status +
           "\n- **Due:** 2026-03-01\n\nText.\n";
}

Files folder(const std::string& name, const std::vector<std::string>& texts) {
    Files files;
    for (std::size_t at = 0; at < texts.size(); ++at)
        files.push_back({name + "/paper-" + std::string(1, static_cast<char>('a' + at)) + ".md", texts[at]});
    return files;
}

std::vector<std::string> statuses_of(const ProposedClass& one) {
    std::vector<std::string> statuses;
    for (const engine::ProposedStatus& status : one.statuses) statuses.push_back(status.status);
    return statuses;
}

bool requires_field(const ProposedClass& one, const std::string& name) {
    return std::any_of(one.fields.begin(), one.fields.end(), [&](const engine::ProposedField& field) {
        return field.required && std::find(field.names.begin(), field.names.end(), name) != field.names.end();
    });
}

bool mentions(const std::vector<std::string>& notes, const std::string& part) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("every shape of a header is surveyed, whatever class its path has") {
    const std::vector<std::string> shapes = {
        "# T\n\n**Owner:** QA Lead  \n**Status:** Open\n\nText.\n",
        "# T\n\nOwner: QA Lead\nStatus: Open\n\nText.\n",
        "# T\n\n- Owner: QA Lead\n- Status: Open\n\nText.\n",
        "# T\n\n| Field | Value |\n|---|---|\n| Owner | QA Lead |\n| Status | Open |\n\nText.\n",
        "---\nowner: QA Lead\nstatus: Open\n---\n\n# T\n\nText.\n",
    };
    for (const std::string& text : shapes)
        for (const std::string path : {"notes/a.md", "docs/specs/a.md"}) {
            CAPTURE(text);
            const auto found = engine::survey_document(path, text, packs());
            REQUIRE(found.has_value());
            REQUIRE(found->find("Owner") != nullptr);
            REQUIRE(found->find("status") != nullptr);
            CHECK(found->find("Status")->status == "Open");
            CHECK(found->owners == std::vector<std::string>{"QA Lead"});
            CHECK((found->covered_by != nullptr) == (path == "docs/specs/a.md"));
        }
}

TEST_CASE("a folder of documents with headers becomes a class") {
    const Proposal proposal =
        proposal_of(folder("documents/incidents", {document("Open"), document("Closed"), document("Open")}));
    const ProposedClass& one = only_class(proposal);
    CHECK(one.id == "incidents");
    CHECK(one.title == "Incidents");
    CHECK(one.paths == std::vector<std::string>{"documents/incidents/**"});
    CHECK(requires_field(one, "Owner"));
    CHECK(requires_field(one, "Due"));
    CHECK(one.status_field == "Status");
    CHECK(statuses_of(one) == std::vector<std::string>{"Open", "Closed"});
    CHECK(one.filing_statuses.empty());
}

TEST_CASE("the only document of a folder stands for the next ones there, where it is really alone") {
    const auto paths_of = [](const Files& files) { return only_class(proposal_of(files)).paths; };
    using Paths = std::vector<std::string>;
    const Files alone = folder("policies", {document("Open")});
    CHECK(paths_of(alone) == Paths{"policies/*.md"});
    CHECK(only_class(proposal_of(alone)).excluded_paths == Paths{"**/README.md"});
    Files with_prose = alone;
    with_prose.push_back({"policies/guide.md", "# Guide\n\nText.\n"});
    CHECK(paths_of(with_prose) == Paths{"policies/paper-a.md"});
    CHECK(paths_of(folder("docs/product", {document("Open")})) == Paths{"docs/product/paper-a.md"});
    CHECK(paths_of({{"PLAN.md", document("Open")}}) == Paths{"PLAN.md"});
}

TEST_CASE("what one of many lacks stays required, what half of them lack does not") {
    std::vector<std::string> texts(13, document("Open"));
    texts[4] = "# T\n\n- **Status:** Open\n- **Due:** 2026-03-01\n\nText.\n";
    for (std::size_t at = 0; at < 6; ++at)
        texts[at].insert(texts[at].find("- **Due"), "- **Region:** North\n");
    const Proposal proposal = proposal_of(folder("papers", texts));
    const ProposedClass& one = only_class(proposal);
    CHECK(requires_field(one, "Owner"));
    CHECK_FALSE(requires_field(one, "Region"));
    CHECK(one.fields.front().remark == "12 of 13 documents have it, paper-e.md does not");
}

TEST_CASE("a field that nobody has filled in yet is not asked for, and still files once it is") {
    const std::string text = "# T\n\n- Owner: QA Lead\n- Status: Active\n- Date filed: —\n\nText.\n";
    const std::string filed = "# T\n\n- Owner: QA Lead\n- Status: Filed\n- Date filed: —\n\nText.\n";
    const Proposal proposal = proposal_of(folder("papers", {text, filed, text, text}));
    CHECK_FALSE(requires_field(only_class(proposal), "Date filed"));
    CHECK(only_class(proposal).filing_dates == std::vector<std::string>{"Date filed"});
}

TEST_CASE("a status of one document that reads like a slip is not made lawful") {
    for (const std::string slip : {"Aproved", "Apporved", "Approoved"}) {
        CAPTURE(slip);
        const Proposal proposal = proposal_of(
            folder("papers", {document("Approved"), document("Approved"), document(slip), document("Open")}));
        const ProposedClass& one = only_class(proposal);
        CHECK(statuses_of(one) == std::vector<std::string>{"Approved", "Open"});
        CHECK(mentions(one.notes, slip));
    }
    const Proposal several = proposal_of(folder(
        "papers", {document("Approved"), document("Approved"), document("Aproved"), document("Aproved")}));
    CHECK(statuses_of(only_class(several)).size() == 2);
}

TEST_CASE("statuses that file, and dates that do") {
    const std::string text = "# T\n\n- Owner: QA Lead\n- Status: Filed\n- Date filed: 2026-01-01\n\nText.\n";
    const Proposal proposal =
        proposal_of(folder("papers", {text, text, document("Active"), text, text, text}));
    const ProposedClass& one = only_class(proposal);
    CHECK(one.filing_statuses == std::vector<std::string>{"Filed"});
    CHECK(one.filing_dates == std::vector<std::string>{"Date filed"});
}

TEST_CASE(
    "a folder that the pack covers needs nothing, and what most of its documents have otherwise is adapted") {
    const std::string sound = "# T\n\nOwner: QA Lead\nStatus: Canonical\nVersion: 1.0\nLast Updated: "
                              "2026-01-01\n\n## Change Log\n\n"
                              "| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2026-01-01 | x |\n";
    const Proposal covered = proposal_of(folder("docs/specs", {sound, sound, sound}));
    CHECK(covered.classes.empty());
    REQUIRE(covered.covered.size() == 1);
    CHECK(covered.covered[0].documents == 3);
    const std::string other = "# T\n\nOwner: QA Lead\nStatus: Live\nVersion: 1.0\n\nText.\n";
    const Proposal adapted = proposal_of(folder("docs/specs", {other, other, other, sound}));
    const ProposedClass& one = only_class(adapted);
    CHECK(one.overlay);
    CHECK_FALSE(requires_field(one, "Last Updated"));
    CHECK(requires_field(one, "Version"));
    CHECK(statuses_of(one).back() == "Live");
    CHECK(one.change_log == "optional");
    const Proposal minority = proposal_of(folder("docs/specs", {sound, sound, sound, other}));
    CHECK(minority.classes.empty());
}

TEST_CASE("folders that only divide are one class, different ones are two") {
    Files files = folder("log/2025", {document("Open"), document("Open")});
    for (const auto& file : folder("log/2026", {document("Open"), document("Closed")})) files.push_back(file);
    const ProposedClass one = only_class(proposal_of(files));
    CHECK(one.paths == std::vector<std::string>{"log/**"});
    CHECK(one.documents == 4);
    for (const auto& file : folder("log/reviews", {document("Done"), document("Done")}))
        files.push_back(file);
    CHECK(proposal_of(files).classes.size() == 2);
}

TEST_CASE("folders of one name are called by the folder that tells them apart") {
    Files files;
    for (const std::string part : {"billing", "shipping"})
        for (const auto& file :
             folder("packages/" + part + "/docs/notes", {document("Open"), document("Open")}))
            files.push_back(file);
    const Proposal proposal = proposal_of(files);
    REQUIRE(proposal.classes.size() == 2);
    CHECK(proposal.classes[0].id == "billing-notes");
    CHECK(proposal.classes[0].title == "Notes (billing)");
    CHECK(proposal.classes[1].id == "shipping-notes");
}

TEST_CASE("a pack is proposed where its records are kept in the form that it has for them") {
    const auto packs_for = [](const std::string& text, std::size_t count) {
        Files files;
        for (std::size_t number = 1; number <= count; ++number)
            files.push_back({"docs/decisions/000" + std::to_string(number) + "-a-choice.md", text});
        const auto packs = engine::propose_packs(*source::memory(files));
        REQUIRE(packs.has_value());
        return packs->packs;
    };
    using Names = std::vector<std::string>;
    const std::string with_status =
        "---\nstatus: accepted\n---\n\n# A choice\n\n## Decision Outcome\n\nOne.\n";
    CHECK(packs_for(with_status, 3) == Names{"pmo", "adr"});
    CHECK(packs_for(with_status, 1) == Names{"pmo"});
    CHECK(packs_for("# A choice\n\n## Status\n\nAccepted\n", 3) == Names{"pmo"});
}

TEST_CASE("roles: a slip is none, a near name of several documents is an alias, others are new") {
    std::vector<std::string> texts(4, document("Open"));
    texts.push_back(document("Open", "Product Ownar"));
    std::vector<std::string> notes;
    Proposal proposal = proposal_of(folder("papers", texts));
    CHECK(proposal.roles.empty());
    CHECK(mentions(proposal.notes, "Product Ownar"));
    texts.push_back(texts.back());
    proposal = proposal_of(folder("papers", texts));
    REQUIRE(proposal.roles.size() == 1);
    CHECK(proposal.roles[0].title.empty());
    CHECK(proposal.roles[0].aliases.back() == "Product Ownar");
    CHECK(proposal.roles[0].aliases.size() > 1);
    texts.assign(3, document("Open", "Project Owner"));
    proposal = proposal_of(folder("papers", texts));
    REQUIRE(proposal.roles.size() == 1);
    CHECK(proposal.roles[0].title == "Project Owner");
    CHECK(proposal.roles[0].id == "project-owner");
}

TEST_CASE("prose, blogs and templates are not governed") {
    const std::string blog = "---\ntitle: A day\nlayout: post\n---\n\n# A day\n\nText.\n";
    const Proposal proposal = proposal_of({{"blog/a.md", blog},
                                           {"blog/b.md", blog},
                                           {"guides/a.md", "# Guide\n\nNote: read this.\n"},
                                           {"guides/b.md", "# Guide\n\nText.\n"},
                                           {"README.md", document("Open")}});
    CHECK(proposal.classes.empty());
    CHECK(proposal.left_out.size() == 2);
    Files files = folder("papers", {document("Open"), document("Open")});
    files.push_back({"papers/form.md", document("{status}", "{role}")});
    const Proposal with_template = proposal_of(files);
    REQUIRE(with_template.classes.size() == 2);
    CHECK(with_template.classes[0].is_template);
    CHECK(with_template.classes[0].paths == std::vector<std::string>{"papers/form.md"});
}

TEST_CASE("the text of any proposal loads, whatever paths, fields and names are called") {
    for (const std::string odd : {"a: b", "- x", "{id}", "*star*", "# hash", "it's \"q\"", "ü — x", "%",
                                  "yes", "[x]", "a{b", "&x", "!y", "null", "a?b", "x}y"}) {
        CAPTURE(odd);
        const std::string text = "# T\n\n| Field | Value |\n|---|---|\n| Owner | " + odd + " |\n| Status | " +
                                 odd + " |\n| A " + odd + " | x |\n\nText.\n";
        const Files files = folder("pa pers/" + odd, {text, text, text});
        const std::string yaml = engine::configuration_text(proposal_of(files), packs());
        CAPTURE(yaml);
        const auto loaded = policy::load(policy::Configuration{"x.yaml", yaml}, engine::known_rules());
        CHECK_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().message));
        if (loaded) CHECK(loaded->class_of(files[0].path) != nullptr);
    }
}

TEST_CASE("change logs: asked for where nearly all documents have one") {
    const std::string log =
        "\n## Change Log\n\n| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2026-01-01 | x |\n";
    std::vector<std::string> texts(6, document("Open") + log);
    CHECK(only_class(proposal_of(folder("papers", texts))).change_log == "required");
    texts[0] = document("Open");
    CHECK(only_class(proposal_of(folder("papers", texts))).change_log == "required");
    texts[1] = texts[2] = document("Open");
    CHECK(only_class(proposal_of(folder("papers", texts))).change_log == "optional");
    texts.assign(6, document("Open"));
    CHECK(only_class(proposal_of(folder("papers", texts))).change_log.empty());
}

TEST_CASE("gates of a process that no pack has, and the template that defines them") {
    const auto gates = [](const std::string& value) {
        std::string text;
        for (const char* item : {"Z.1", "Z.2", "Z.3"})
            text += std::string("\n### Gate ") + item + " — Something\n\n- Evidence: " + value +
                    "\n- Owner confirmation: Yes — QA Lead, 2026-01-01\n- PMO validation: Pass — PMO Lead, "
                    "2026-01-01\n";
        return text;
    };
    Files files = folder("gates", {document("Open") + gates("commit 0123456789"),
                                   document("Open") + gates("commit 1123456789")});
    files.push_back({"handbook/process.md", document("Open") + gates("{commit hash}")});
    const Proposal proposal = proposal_of(files);
    const auto gated = std::find_if(proposal.classes.begin(), proposal.classes.end(),
                                    [](const ProposedClass& one) { return one.records_gates; });
    REQUIRE(gated != proposal.classes.end());
    CHECK(gated->process.empty());
    CHECK(gated->process_template.empty());
    REQUIRE(proposal.open_processes.size() == 1);
    CHECK(proposal.open_processes[0].class_id == gated->id);
    CHECK(proposal.open_processes[0].path == "handbook/process.md");
    CHECK(mentions(proposal.open_processes[0].questions, "the template defines no gate; "));
    CHECK(proposal.roles.empty());
}
