#include "facts/answers.hpp"
#include "policy/policy.hpp"

#include <doctest/doctest.h>
#include <string>
#include <utility>
#include <vector>

using namespace docs_lint;
using facts::DecisionAnswer;

namespace {

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

const policy::ProcessItem& item(const char* id) {
    return *pack().find_process("defect-run")->find_item(id);
}

std::string answer(const char* id, const std::string& text) {
    switch (facts::answer_in(text, *item(id).question, pack().sign_off)) {
    case DecisionAnswer::yes:
        return "yes";
    case DecisionAnswer::no:
        return "no";
    case DecisionAnswer::unclear:
        break;
    }
    return "unclear";
}

bool waives(const char* id, const std::string& text) {
    return facts::states_waiver(text, item(id).waivers, pack().sign_off);
}

} // namespace

TEST_CASE("whether the spec must be updated is read both ways, and from nothing else") {
    const std::vector<std::pair<std::string, std::string>> texts = {
        {"spec update required: yes, reason: §3.2 gives no rounding", "yes"},
        {"Spec update required: Yes", "yes"},
        {"\"spec update required: yes, reason: wording\"", "yes"},
        {"**Spec update required:** yes — §3.2", "yes"},
        {"Canonical spec update required: yes.", "yes"},
        {"Metrics Definitions Owner: spec update required. §3.2 changes", "yes"},
        {"Spec update required — metrics_definitions.md §3.2", "yes"},
        {"A canonical spec update is required for §3.2", "yes"},
        {"The fix requires a canonical spec update", "yes"},
        {"the change needs an update to the canonical spec", "yes"},
        {"spec updates required: yes", "yes"},
        {"spec update required: no, reason: the spec is right", "no"},
        {"spec update required: No", "no"},
        {"Spec update required — no; the spec is correct", "no"},
        {"No spec update required", "no"},
        {"no spec update — the spec is right", "no"},
        {"no canonical spec update is required — confirmed by Metrics Definitions Owner", "no"},
        {"Metrics Definitions Owner: no spec update required, as the spec is right", "no"},
        {"Spec update not required.", "no"},
        {"The fix requires no spec update", "no"},
        {"spec update: yes", "yes"},
        {"Update of the canonical spec: no", "no"},
        {"A spec update is needed: section 4.2 is silent", "yes"},
        {"A spec update is needed: no", "no"},
        {"The Metrics Definitions Owner has confirmed that no spec update is needed.", "no"},
        {"The Metrics Definitions Owner says that a spec update is needed.", "yes"},
        {"Nobody has confirmed that no spec update is needed.", "unclear"},
        {"It must be confirmed that no spec update is needed.", "unclear"},
        {"spec update: yes/no", "unclear"},
        {"spec update required: no (spec change: yes)", "unclear"},
        {"No spec update required. Update of the canonical spec: yes, later", "unclear"},
        {"spec update required: section 4.2 is silent", "unclear"},
        {"spec update required: [yes/no], reason: [...]", "unclear"},
        {"spec update required: yes/no", "unclear"},
        {"spec update required: yes / no", "unclear"},
        {"spec update required: no / yes", "unclear"},
        {"spec update required: {yes}", "unclear"},
        {"spec update required: not yet known", "unclear"},
        {"spec update required: nobody knows", "unclear"},
        {"spec update required?", "unclear"},
        {"spec update required: no reason to think so", "unclear"},
        {"spec update required: no as yet", "unclear"},
        {"no spec update required, unless §3 changes", "unclear"},
        {"no spec update required (yet)", "unclear"},
        {"no spec update required yet", "unclear"},
        {"not certain that no spec update is required", "unclear"},
        {"not clear whether a spec update is needed", "unclear"},
        {"we hope that no spec update required", "unclear"},
        {"[no spec update required]", "unclear"},
        {"no spec update required: yes", "unclear"},
        {"spec update required: yes. Later: spec update required: no.", "unclear"},
        {"no spec updates expected", "unclear"},
        {"the spec was read", "unclear"},
        {"", "unclear"},
    };
    for (const auto& [text, expected] : texts) {
        const std::string shown = text;
        CAPTURE(shown);
        CHECK(answer("RC.2", text) == expected);
    }
}

TEST_CASE("a subject whose last word stands apart") {
    const std::vector<std::pair<std::string, std::string>> texts = {
        {"API contract unchanged — confirmed by API Contracts Owner", "no"},
        {"The API contract is not affected.", "no"},
        {"openapi.yaml: no update required", "no"},
        {"openapi.yaml: update required, scoped for the same commit", "yes"},
        {"openapi.yaml: no update required yet", "unclear"},
        {"openapi.yaml: update", "unclear"},
        {"we hope for an API contract unchanged", "unclear"},
        {"API contract unchanged?", "unclear"},
        {"API contract unchanged; openapi.yaml update required", "unclear"},
    };
    for (const auto& [text, expected] : texts) {
        CAPTURE(text);
        CHECK(answer("FS.4", text) == expected);
    }
}

TEST_CASE("whether the API contract changes is read both ways") {
    CHECK(answer("FS.4", "openapi.yaml update required, scoped for same PR") == "yes");
    CHECK(answer("FS.4", "`openapi.yaml` update required: yes") == "yes");
    CHECK(answer("FS.4", "API contract change required — docs/specs/api_contracts.md") == "yes");
    CHECK(answer("FS.4", "no API contract change — confirmed by API Contracts owner") == "no");
    CHECK(answer("FS.4", "no API contract change expected") == "unclear");
    CHECK(answer("FS.4", "openapi.yaml update required: [yes/no]") == "unclear");
}

TEST_CASE("whether expected values change is read both ways") {
    CHECK(answer("FS.3", "new expected value 12.5, hand-calculated from §3.2") == "yes");
    CHECK(answer("FS.3", "validation update required: yes") == "yes");
    CHECK(answer("FS.3", "no validation update required — Sharpe ratio not affected") == "no");
    CHECK(answer("FS.3", "validation update required: yes/no") == "unclear");
}

TEST_CASE("waivers are whole statements, not parts of others") {
    CHECK(waives("I.2", "not required"));
    CHECK(waives("I.2", "Not required — FS.3"));
    CHECK_FALSE(waives("I.2", "not required yet"));
    CHECK_FALSE(waives("I.2", "not required, unless FS.3 changes"));
    CHECK_FALSE(waives("I.2", "— required"));
    CHECK_FALSE(waives("I.2", "said to be not required"));
    CHECK(waives("I.3", "not applicable"));
    CHECK(waives("I.3", "\"Not applicable\" — FS.4"));
    CHECK_FALSE(waives("I.3", "not applicable until the contract changes"));
    CHECK(waives("V.2", "validation not affected — confirmed"));
    CHECK_FALSE(waives("V.2", "validation affected"));
    CHECK_FALSE(waives("V.2", "unclear if validation not affected"));
    CHECK(waives("V.4", "P2/P3 — sign-off not required"));
    CHECK(waives("V.4", "P2/P3: sign-off not required"));
    CHECK(waives("V.4", "P3 — canonical owner sign-off not required"));
    CHECK_FALSE(waives("V.4", "P0 — sign-off not required"));
    CHECK_FALSE(waives("V.4", "P0/P1/P2 — sign-off not required"));
    CHECK_FALSE(waives("V.4", "P2? — sign-off not required"));
    CHECK_FALSE(waives("V.2", "Validation? not affected"));
    CHECK_FALSE(waives("V.4", "sign-off not required"));
    CHECK_FALSE(waives("V.4", "P2 — sign-off not required yet"));
}
