#include "engine/configuration.hpp"
#include "policy/policy.hpp"
#include "server/line_reading.hpp"

#include <doctest/doctest.h>
#include <optional>
#include <string>

using namespace docs_lint;
using server::EditedText;
using server::Encoding;
using server::Wanted;

namespace {

const policy::Policy& built_in() {
    static const policy::Policy policy = policy::load(std::nullopt, engine::known_rules()).value();
    return policy;
}

struct Read {
    std::optional<Wanted> wanted;
    std::string begun; ///< what of the word is written
};

/// The text as it is when the last of its characters was written.
Read read(const std::string& text) {
    const policy::DocumentClass& record =
        *built_in().class_of("docs/product/phase_gates/defect-1-slug-phase-gate.md");
    const EditedText edited(text, Encoding::utf8);
    const auto writing = server::read_writing(edited, text.size(),
                                              {built_in(), record, built_in().find_process(record.process)});
    if (!writing) return {};
    return {writing->wanted, writing->begin < text.size() ? text.substr(writing->begin) : ""};
}

void reads(const std::string& text, Wanted wanted, const std::string& begun) {
    CAPTURE(text);
    const Read found = read(text);
    REQUIRE(found.wanted.has_value());
    CHECK(*found.wanted == wanted);
    CHECK(found.begun == begun);
}

} // namespace

TEST_CASE("behind a label of an owner or validation stand roles, between the signs that join them") {
    reads("- Owner confirmation: ", Wanted::role_of_owner, "");
    reads("- Owner confirmation: Yes — QA Le", Wanted::role_of_owner, "QA Le");
    reads("* **Owner confirmation:** Yes - ", Wanted::role_of_owner, "");
    reads("  owner confirmation : Yes — QA Lead + He", Wanted::role_of_owner, "He");
    reads("- Owner confirmation: Yes — QA Lead and He", Wanted::role_of_owner, "He");
    reads("PMO validation: Pass — P", Wanted::role_of_validator, "P");
    reads("# a\r\n\n**Owner:** P", Wanted::role, "P");
}

TEST_CASE("statuses, states and severities behind theirs") {
    reads("**Status:** Fi", Wanted::status, "Fi");
    reads("Current state: IMPL", Wanted::state, "IMPL");
    reads("**Severity**: `H", Wanted::tier, "H");
}

TEST_CASE("in a table the first cell is the label, or the column's heading") {
    reads("| current_state | ", Wanted::state, "");
    reads("| Field | Value |\n|---|---|\n| Severity | Hi", Wanted::tier, "Hi");
    reads("| # | Owner |\n|---|---|\n| 1 | a\\|b | c |\n| 2 | Q", Wanted::role, "Q");
    reads("| From | To | Date |\n|---|---|---|\n| A | B", Wanted::state, "B");
    CHECK_FALSE(read("| Field | Value |\n|---|---|\n| Colour | r").wanted.has_value());
    CHECK_FALSE(read("| Owner | ").wanted == Wanted::state);
}

TEST_CASE("behind the keywords of headings stand gates and items") {
    reads("### Gate Item: ", Wanted::gate_or_item, "");
    reads("### Gate Item: T.1 — De", Wanted::gate_or_item, "T.1 — De");
    reads("**Gate ", Wanted::gate_or_item, "");
    reads("## gate F", Wanted::gate_or_item, "F");
    CHECK_FALSE(read("### Gate").wanted.has_value());
    CHECK_FALSE(read("Gateway ").wanted.has_value());
    CHECK_FALSE(read("Gate status: ").wanted.has_value());
}

TEST_CASE("anywhere else nothing is known") {
    for (const char* text : {"", "# Title", "text", "- Evidence: ", "Note: Owner", "http://x/Owner:a"}) {
        CAPTURE(text);
        CHECK_FALSE(read(text).wanted.has_value());
    }
}
