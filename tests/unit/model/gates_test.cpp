#include "base/date.hpp"
#include "unit/model/support.hpp"

using namespace docs_lint;
using model::ComponentKind;
using model::ItemShape;
using model::Misplacement;
using tests::has_all_components;
using tests::is_signed;
using tests::only;
using tests::read_item;
using tests::read_record;
using tests::source_of;

namespace {

const std::string kEvidence =
    "- Evidence: Severity High assigned by Product Owner because exports are wrong\n";
const std::string kOwner = "- Owner confirmation: Yes — Product Owner, 2026-03-02\n";
const std::string kValidation = "- PMO validation: Pass — PMO Lead, 2026-03-02\n";
const std::string kThree = kEvidence + kOwner + kValidation;

std::string with(std::string text, std::string_view part, std::string_view replacement) {
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), replacement);
}

model::GateItem only_item(const model::Document& document) {
    REQUIRE(document.gates.size() == 1);
    REQUIRE(document.gates[0].items.size() == 1);
    return document.gates[0].items[0];
}

} // namespace

TEST_CASE("three bullets under a bold paragraph are an item") {
    const auto document = read_record("# R\n\n## Gate T — TRIAGE → ROOT_CAUSE\n\n**Gate T.2 — Severity "
                                      "assigned**\nThe tier is agreed.\n\n" +
                                      kThree);
    const auto item = only_item(document);
    CHECK(document.gates[0].id == "T");
    CHECK(document.gates[0].title == "TRIAGE → ROOT_CAUSE");
    CHECK(document.gates[0].statuses.empty());
    CHECK(item.id == "T.2");
    CHECK(item.gate_id == "T");
    CHECK(item.title == "Severity assigned");
    CHECK(item.shape == ItemShape::bullets);
    CHECK(source_of(document, item.heading) == "**Gate T.2 — Severity assigned**");
    REQUIRE(item.components.size() == 3);
    CHECK(source_of(document, item.components[1].label_source) == "Owner confirmation");
    CHECK(source_of(document, item.components[1].source) ==
          "Owner confirmation: Yes — Product Owner, 2026-03-02");
    CHECK(source_of(document, item.source).ends_with("Pass — PMO Lead, 2026-03-02"));
    CHECK(is_signed(item));
}

TEST_CASE("three bullets under a Gate Item heading are an item, found by its title") {
    const auto item =
        only_item(read_record("# R\n\n## Gate T\n\n### Gate Item: Severity assigned\n\n" + kThree));
    CHECK(item.id == "T.2");
    CHECK(item.title == "Severity assigned");
    CHECK(is_signed(item));
}

TEST_CASE("a Gate Item heading may hold the id") {
    CHECK(only_item(read_record("# R\n\n### Gate Item: T.2 — Severity\n\n" + kThree)).id == "T.2");
    CHECK(only_item(read_record("# R\n\n### Gate Item T.2: Severity\n\n" + kThree)).id == "T.2");
    CHECK(only_item(read_record("# R\n\n### Gate Item: Severity (T.2)\n\n" + kThree)).id == "T.2");
}

TEST_CASE("an unknown description belongs to the gate around it") {
    const auto item =
        only_item(read_record("# R\n\n## Gate T\n\n### Gate Item: Something else\n\n" + kThree));
    CHECK(item.id.empty());
    CHECK(item.gate_id == "T");
    CHECK(item.title == "Something else");
}

TEST_CASE("a heading with a fenced block of aligned labels is an item") {
    const auto document = read_record("# R\n\n#### G1.1 — Defect logged\n\n```\n"
                                      "Evidence:            Written severity assignment High by\n"
                                      "                     Product Owner with its rationale\n"
                                      "Owner confirmation:  Yes — Product Owner +\n"
                                      "                     QA Lead, 2026-03-02\n"
                                      "PMO Validation:      ✅ Pass — PMO Lead, 2026-03-02T10:00:00Z\n"
                                      "```\n");
    const auto item = only_item(document);
    CHECK(item.id == "G1.1");
    CHECK(document.gates[0].id == "G1");
    CHECK(item.shape == ItemShape::fenced_block);
    CHECK(is_signed(item));
    const auto evidence = model::read_evidence(only(item, ComponentKind::evidence), tests::built_in_policy());
    CHECK(evidence.text == "Written severity assignment High by Product Owner with its rationale");
    const auto owner =
        model::read_confirmation(only(item, ComponentKind::owner_confirmation), tests::built_in_policy());
    CHECK(owner.roles.size() == 2);
}

TEST_CASE("several items stand in one fenced block") {
    const auto document = read_record("# R\n\n```text\nGate 1.1 — Decisions closed\n"
                                      "  Evidence: Decisions record lists every decision\n"
                                      "  Owner confirmation: Yes — Product Owner, 2026-03-02\n"
                                      "  PMO validation: Pass — PMO Lead, 2026-03-02\n\n"
                                      "Gate 1.2 — Record committed\n"
                                      "  Evidence: [PENDING — commit]\n```\n");
    REQUIRE(document.gates.size() == 1);
    CHECK(document.gates[0].id == "1");
    REQUIRE(document.gates[0].items.size() == 2);
    CHECK(document.gates[0].items[0].id == "1.1");
    CHECK(is_signed(document.gates[0].items[0]));
    CHECK(document.gates[0].items[1].id == "1.2");
    CHECK(document.gates[0].items[1].components.size() == 1);
}

TEST_CASE("each row of a table of components is an item") {
    const auto document = read_record(
        "# R\n\n| Gate item | Evidence | Owner confirmation | PMO validation |\n|---|---|---|---|\n"
        "| T.1 — Defect confirmed | `docs/specs/metrics.md` §3.2 v1.4 | Yes — QA Lead, 2026-03-02 | Pass — "
        "PMO Lead, 2026-03-02 |\n"
        "| Gate T.2 | Severity High set by Product Owner in writing | Yes — Product Owner, 2026-03-02 | "
        "[Pass/Fail] |\n");
    REQUIRE(document.gates.size() == 1);
    REQUIRE(document.gates[0].items.size() == 2);
    CHECK(document.gates[0].items[0].id == "T.1");
    CHECK(document.gates[0].items[0].shape == ItemShape::table_row);
    CHECK(is_signed(document.gates[0].items[0]));
    CHECK(document.gates[0].items[1].id == "T.2");
    CHECK_FALSE(is_signed(document.gates[0].items[1]));
}

TEST_CASE("a two-column table below a heading holds the components") {
    const auto item = read_item(
        "\n| Component | Value |\n|---|---|\n| Evidence | Severity High assigned by Product Owner |\n"
        "| Owner confirmation | Yes — Product Owner, 2026-03-02 |\n| PMO validation | Pass — PMO Lead, "
        "2026-03-02 |\n");
    CHECK(item.shape == ItemShape::table);
    CHECK(is_signed(item));
}

TEST_CASE("components may be lines of a paragraph") {
    const auto item = read_item("\nEvidence: Severity High assigned by Product Owner in writing\nOwner "
                                "confirmation: Yes — Product Owner, 2026-03-02\n"
                                "**PMO validation:** Pass — PMO Lead, 2026-03-02\n");
    CHECK(item.shape == ItemShape::paragraph_lines);
    CHECK(is_signed(item));
}

TEST_CASE("labels vary in case, blanks and marks; Evidence required is no evidence") {
    const auto item = read_item("\n- Evidence required: a written assignment\n- **evidence:** Severity High "
                                "assigned by Product Owner in writing\n"
                                "- OWNER  Confirmation: Yes — Product Owner, 2026-03-02\n- [x] PMO "
                                "Validation: Pass — PMO Lead, 2026-03-02\n");
    REQUIRE(item.components.size() == 3);
    CHECK(is_signed(item));
    CHECK_FALSE(has_all_components(
        read_item("\n- Evidence required: a written assignment\n" + kOwner + kValidation)));
}

TEST_CASE("hyphens and em dashes separate alike") {
    CHECK(is_signed(read_item("\n" + kThree)));
    CHECK(is_signed(read_item("\n" + with(with(kThree, "Yes —", "Yes -"), "Pass —", "Pass -"))));
}

TEST_CASE("an item without one of its components is not signed") {
    CHECK_FALSE(is_signed(read_item("\n" + kOwner + kValidation)));
    CHECK_FALSE(is_signed(read_item("\n" + kEvidence + kValidation)));
    CHECK_FALSE(is_signed(read_item("\n" + kEvidence + kOwner)));
}

TEST_CASE("what is misplaced does not count") {
    SUBCASE("in a block quote") {
        const auto item =
            read_item("\n> " + with(with(kThree, "\n- Owner", "\n> - Owner"), "\n- PMO", "\n> - PMO"));
        REQUIRE(item.components.size() == 3);
        for (const auto& component : item.components) CHECK(component.misplacement == Misplacement::quoted);
    }
    SUBCASE("the whole item in a block quote") {
        const auto document =
            read_record("# R\n\n> **Gate T.2 — Severity assigned**\n>\n> " +
                        with(with(kThree, "\n- Owner", "\n> - Owner"), "\n- PMO", "\n> - PMO"));
        CHECK_FALSE(is_signed(only_item(document)));
    }
    SUBCASE("in a comment") {
        CHECK_FALSE(is_signed(read_item("\n" + kEvidence + kOwner + "\n<!--\n" + kValidation + "-->\n")));
        CHECK_FALSE(is_signed(read_item("\n" + kEvidence + kOwner +
                                        "- PMO validation: <!-- Pass — PMO Lead, 2026-03-02 -->\n")));
    }
    SUBCASE("three lists by mixed bullets") {
        const auto item = read_item("\n" + with(with(kThree, "- Owner", "* Owner"), "- PMO", "+ PMO"));
        REQUIRE(item.components.size() == 3);
        CHECK(item.components[0].misplacement == Misplacement::none);
        CHECK(item.components[1].misplacement == Misplacement::other_list);
        CHECK(item.components[2].misplacement == Misplacement::other_list);
    }
    SUBCASE("nested under another component") {
        const auto item = read_item("\n" + kEvidence + kOwner + "  " + kValidation);
        REQUIRE(item.components.size() == 3);
        CHECK(item.components[2].misplacement == Misplacement::nested);
    }
    SUBCASE("in a later paragraph of another component") {
        const auto item =
            read_item("\n" + kEvidence + kOwner + "\n  PMO validation: Pass — PMO Lead, 2026-03-02\n");
        REQUIRE(item.components.size() == 3);
        CHECK(item.components[2].misplacement == Misplacement::nested);
    }
    SUBCASE("joined by lazy continuation") {
        const auto item =
            read_item("\n" + kEvidence + kOwner + "PMO validation: Pass — PMO Lead, 2026-03-02\n");
        REQUIRE(item.components.size() == 3);
        CHECK(item.components[2].misplacement == Misplacement::lazy);
    }
    SUBCASE("in an unclosed fence") {
        CHECK_FALSE(
            has_all_components(read_item("\n```\nEvidence: a b c\nOwner confirmation: Yes — Product Owner, "
                                         "2026-03-02\nPMO validation: Pass — PMO Lead, 2026-03-02\n")));
    }
    SUBCASE("in a sample of Markdown") {
        CHECK(read_item("\n```markdown\n" + kThree + "```\n").components.empty());
        CHECK(read_item("\n``` MD\n" + kThree + "```\n").components.empty());
    }
    SUBCASE("in an indented block") {
        CHECK(read_item("\n    " + kEvidence + "    " + kOwner + "    " + kValidation).components.empty());
    }
    SUBCASE("behind an open box") {
        CHECK_FALSE(has_all_components(read_item("\n" + with(kThree, "- PMO", "- [ ] PMO"))));
    }
    SUBCASE("in a fence of its own beside the list") {
        CHECK_FALSE(has_all_components(read_item(
            "\n" + kEvidence + kOwner + "\n```\nPMO validation: Pass — PMO Lead, 2026-03-02\n```\n")));
    }
    SUBCASE("in a fenced block in a quote") {
        CHECK_FALSE(has_all_components(
            read_item("\n> ```\n> Evidence: a b c\n> Owner confirmation: Yes — Product Owner, 2026-03-02\n> "
                      "PMO validation: Pass — PMO Lead, 2026-03-02\n> ```\n")));
    }
}

TEST_CASE("a checkbox alone is no sign-off") {
    CHECK_FALSE(
        is_signed(read_item("\n- [x] Severity assigned\n- [x] Owner confirmed\n- [x] PMO validated\n")));
    CHECK_FALSE(
        is_signed(read_item("\n- [x] Evidence:\n- [x] Owner confirmation:\n- [x] PMO validation:\n")));
}

TEST_CASE("what is struck through is no sign-off") {
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Yes —", "~~Yes~~ —"))));
    const auto document = read_record("# R\n\n**~~Gate T.2 — Severity assigned~~**\n\n" + kThree);
    CHECK(only_item(document).struck_out);
}

TEST_CASE("what HTML strikes out or hides is no sign-off") {
    CHECK_FALSE(
        is_signed(read_item("\n" + with(kThree, "Owner confirmation: Yes — Product Owner, 2026-03-02",
                                        "<del>Owner confirmation: Yes — Product Owner, 2026-03-02</del>"))));
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Yes", "<s>Yes</s>"))));
    CHECK_FALSE(is_signed(read_item("\n<del>\n\n" + kThree + "\n</del>\n")));
    CHECK_FALSE(is_signed(read_item("\n<div style=\"display: none\">\n\n" + kThree + "\n</div>\n")));
    CHECK_FALSE(is_signed(read_item("\n<div hidden>\n\n" + kThree)));
    CHECK(is_signed(read_item("\n<div>\n\n" + kThree + "\n</div>\n")));
    CHECK(is_signed(read_item("\n" + with(kThree, "wrong", "wrong<br>today <https://example.org>"))));
    CHECK(is_signed(read_item("\n" + with(kThree, "Pass — PMO Lead, 2026-03-02",
                                          "Pass — PMO Lead, 2026-03-02 <!-- filed by hand -->"))));
}

TEST_CASE("two owner lines are two components") {
    const auto item = read_item("\n" + kEvidence + "- Owner confirmation: No — Product Owner, 2026-03-01\n" +
                                kOwner + kValidation);
    CHECK(item.placed(ComponentKind::owner_confirmation).size() == 2);
    CHECK_FALSE(is_signed(item));
}

TEST_CASE("look-alike and invisible characters make a component not plain") {
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Yes",
                                                "\xCE\xA5"
                                                "es")))); // Greek capital upsilon
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Yes",
                                                "Y\xE2\x80\x8B"
                                                "es"))));
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Yes", "&#89;es"))));
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Yes", "Y**es**"))));
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Owner conf", "\xD0\x9Ewner conf"))));
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "Product Owner, 2026",
                                                "Pr\xD0\xBE"
                                                "duct Owner, 2026"))));
    CHECK_FALSE(is_signed(read_item("\n" + with(kThree, "exports", "ex\xE2\x80\xAEports"))));
    CHECK(is_signed(read_item("\n" + with(kThree, "exports are wrong", "экспорт is wrong"))));
    CHECK(is_signed(read_item("\n" + with(kThree, "Severity High", "**Severity** `High`"))));
}

TEST_CASE("nested bullets and further lines belong to the value") {
    const auto item = read_item("\n- Evidence: affected areas\n  - export of reports\n  - import of rates\n- "
                                "Owner confirmation: Yes — Product Owner +\n  QA Lead, 2026-03-02\n" +
                                kValidation);
    CHECK(model::read_evidence(only(item, ComponentKind::evidence), tests::built_in_policy()).text ==
          "affected areas export of reports import of rates");
    CHECK(is_signed(item));
}

TEST_CASE("links of a component lead to paths") {
    const auto item = read_item(
        "\n- Evidence: [scope note](../notes/Fix%20scope.md#files) and [site](https://example.org/x.md)\n" +
        kOwner + kValidation);
    const auto& links = only(item, ComponentKind::evidence).links;
    REQUIRE(links.size() == 1);
    CHECK(links[0].path == "../notes/Fix scope.md");
    CHECK(links[0].anchor == "files");
    CHECK(only(item, ComponentKind::owner_confirmation).links.empty());
}

TEST_CASE("items belong to the gate of their id wherever they stand") {
    const auto document = read_record(
        "# R\n\n## Gate RC — ROOT_CAUSE → FIX_SCOPE\n\n**Gate T.2 — Severity assigned**\n\n" + kThree);
    REQUIRE(document.gates.size() == 2);
    CHECK(document.gates[0].id == "RC");
    CHECK(document.gates[0].items.empty());
    CHECK(document.gates[1].id == "T");
    CHECK(document.gates[1].items.size() == 1);
}

TEST_CASE("an item ends where the next one, a heading or a rule begins") {
    const auto document =
        read_record("# R\n\n**Gate T.1 — Defect confirmed**\n\n**Gate T.2 — Severity assigned**\n\n" +
                    kThree + "\n**Gate T.3 — Reproduction**\n\n---\n\n" + kThree +
                    "\n**Gate T.4 — Owner assigned**\n\n## Notes\n\n" + kThree);
    REQUIRE(document.gates.size() == 2);
    REQUIRE(document.gates[0].items.size() == 4);
    CHECK(document.gates[0].items[0].components.empty());
    CHECK(document.gates[0].items[1].components.size() == 3);
    CHECK(document.gates[0].items[2].components.empty());
    CHECK(document.gates[0].items[3].components.empty());
    REQUIRE(document.gates[1].items.size() == 1); // a sign-off below any heading is one of an item
    CHECK(document.gates[1].items[0].id.empty());
    CHECK(document.gates[1].items[0].title == "Notes");
}

TEST_CASE("status lines are claims of their gate") {
    const auto document =
        read_record("# R\n\n## Gate G1: Triage\n\nGate status: ✅ ALL G1 ITEMS PASS\n\n## Gate 1 — ✅ COMPLETE "
                    "(2026-02-24)\n\n"
                    "## Gate V — VERIFICATION → CLOSED\n\n- Gate status: not passed\n\n## Gate I — "
                    "IMPLEMENTATION → VERIFICATION\n\n"
                    "```\nGate status: 0 of 4 items pass\n```\n\n## Overview\n\nGate 2 — ✅ COMPLETE\n\n| "
                    "Gate | Status |\n|---|---|\n| Gate FS | ✅ Passed, no open items |\n| RC | pending |\n");
    const auto gate = [&](std::string_view id) -> const model::Gate& {
        for (const auto& one : document.gates)
            if (one.id == id) return one;
        FAIL("no gate ", id);
        return document.gates.front();
    };
    const auto claims = [&](std::string_view id, bool passed, bool open) {
        CAPTURE(id);
        REQUIRE(gate(id).statuses.size() == 1);
        CHECK(gate(id).statuses[0].passed == passed);
        CHECK(gate(id).statuses[0].open == open);
    };
    claims("G1", true, false);
    claims("1", true, false);
    claims("V", false, true);
    claims("I", false, true);
    claims("2", true, false);
    claims("FS", true, false);
    claims("RC", false, true);
    CHECK(document.gates[0].statuses[0].text == "✅ ALL G1 ITEMS PASS");
    CHECK(source_of(document, document.gates[0].statuses[0].source) == "✅ ALL G1 ITEMS PASS");
}

TEST_CASE("a claim may be both") {
    const auto document = read_record("# R\n\n## Gate T\n\nGate status: passed, T.4 pending\n");
    REQUIRE(document.gates.size() == 1);
    CHECK(document.gates[0].statuses[0].passed);
    CHECK(document.gates[0].statuses[0].open);
}

TEST_CASE("prose about gates is neither gate nor item") {
    const auto document = read_record(
        "# R\n\n## Gate Status\n\nGate T.1 identified the spec. Gate RC must pass before work begins.\n\n"
        "**On Gate T pass:** State transitions.\n\n### 5.1 Purpose\n\nA text.\n");
    CHECK(document.gates.empty());
}

TEST_CASE("a sample of the format is no record") {
    CHECK(read_record("# R\n\n```\n### Gate Item: [description]\n\n" + kThree + "```\n").gates.empty());
    CHECK(read_record("# R\n\n```\nGate Item: Severity assigned\n\n" + kThree + "```\n").gates.size() == 1);
}

TEST_CASE("a whole record is read in the shapes that people mix") {
    const auto document = read_record(tests::read_fixture("phase-gate-mixed-shapes.md"));
    std::string ids;
    for (const auto& gate : document.gates)
        for (const auto& item : gate.items) {
            CAPTURE(item.id);
            CHECK(is_signed(item) == (gate.id != "I"));
            ids += item.id + " ";
        }
    CHECK(ids == "T.1 T.2 T.3 T.4 RC.1 RC.2 RC.3 FS.1 FS.2 FS.3 FS.4 I.1 I.2 ");
}
