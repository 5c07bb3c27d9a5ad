#include "support/defect_record.hpp"

#include <algorithm>
#include <stdexcept>

namespace docs_lint::tests {
namespace {

struct GateDates {
    const char* gate;
    const char* title;
    const char* date;
};

constexpr GateDates kGates[] = {
    {"T", "Gate T — TRIAGE → ROOT_CAUSE", "2026-02-03"},
    {"RC", "Gate RC — ROOT_CAUSE → FIX_SCOPE", "2026-02-05"},
    {"FS", "Gate FS — FIX_SCOPE → IMPLEMENTATION", "2026-02-07"},
    {"I", "Gate I — IMPLEMENTATION → VERIFICATION", "2026-02-10"},
    {"V", "Gate V — VERIFICATION → CLOSED", "2026-02-13"},
};

std::string gate_of(const std::string& id) {
    return id.substr(0, id.find('.'));
}

SignedItem signed_item(const char* id, const char* title, const std::string& evidence, const char* owner) {
    const std::string gate = gate_of(id);
    const auto* found = std::find_if(std::begin(kGates), std::end(kGates),
                                     [&](const GateDates& one) { return gate == one.gate; });
    const std::string date = found->date;
    return {id, title, evidence, std::string("Yes — ") + owner + ", " + date, "Pass — PMO Lead, " + date};
}

std::vector<SignedItem> all_items(const std::string& spec, const std::string& fix) {
    return {
        signed_item("T.1", "Defect confirmed against the canonical spec",
                    "docs/specs/metrics/rounding.md, §2, v1.0", "QA & Testing Owner"),
        signed_item("T.2", "Severity assigned",
                    "Severity Medium: totals are off by one unit and a workaround exists", "Product Owner"),
        signed_item("T.3", "Reproduction confirmed",
                    "Reproduced on the staging system by the three steps of the report", "QA Lead"),
        signed_item("T.4", "Owner assigned", "Engineering Owner assigned, root cause due by 2026-02-06",
                    "Head of Engineering"),
        signed_item("RC.1", "Root cause identified and documented",
                    "src/metrics/rounding.py rounds every row before the sum is taken", "Engineering Owner"),
        signed_item("RC.2", "Impact on the canonical spec assessed",
                    "Spec update required: yes, because the spec leaves the order of rounding open",
                    "Metrics Definitions Owner"),
        signed_item("RC.3", "Regression surface identified",
                    "The quarterly report and its export use the same sum", "Engineering Owner"),
        signed_item("FS.1", "Fix scope documented",
                    "src/metrics/rounding.py is to round the sum once, after the last row", "Product Owner"),
        signed_item("FS.2", "Canonical spec updates committed", "Spec updated in commit " + spec,
                    "Metrics Definitions Owner"),
        signed_item("FS.3", "Update of expected values scoped",
                    "No validation update required — totals are not affected", "Metrics Definitions Owner"),
        signed_item("FS.4", "Update of openapi.yaml scoped",
                    "No API contract change — confirmed by API Contracts Owner", "API Contracts Owner"),
        signed_item("I.1", "Fix committed", "Fix in commit " + fix, "Engineering Owner"),
        signed_item("I.2", "Expected values updated", "Not required — totals are not affected",
                    "Engineering Owner"),
        signed_item("I.3", "openapi.yaml committed together with the API contract",
                    "Not applicable — no API contract change", "API Contracts Owner"),
        signed_item("I.4", "Patch verification",
                    "src/metrics/rounding.py: the sum is rounded once, the rows no longer are",
                    "Engineering Owner"),
        signed_item("V.1", "Defect behaviour resolved",
                    "Passed on 2026-02-12: the three steps no longer show the fault on the staging system",
                    "QA Lead"),
        signed_item("V.2", "Validation passes", "Validation not affected — confirmed by the run of that day",
                    "QA Lead"),
        signed_item("V.3", "No regressions in the identified areas",
                    "All passed: quarterly report and export, test cases 12 to 18", "QA Lead"),
        signed_item("V.4", "Sign-off by the canonical owner", "Medium — sign-off not required",
                    "Metrics Definitions Owner"),
    };
}

std::string body_of(const SignedItem& item) {
    if (!item.body.empty()) return item.body;
    std::string body;
    if (!item.evidence.empty()) body += "- Evidence: " + item.evidence + "\n";
    if (!item.owner.empty()) body += "- Owner confirmation: " + item.owner + "\n";
    if (!item.validation.empty()) body += "- PMO validation: " + item.validation + "\n";
    return body;
}

} // namespace

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("there is no \"" + std::string(from) + "\"");
    if (text.find(from, at + 1) != std::string::npos)
        throw std::runtime_error("there is more than one \"" + std::string(from) + "\"");
    return text.replace(at, from.size(), to);
}

SignedItem& DefectRecord::item(std::string_view id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const SignedItem& one) { return one.id == id; });
    if (found == items.end()) throw std::runtime_error("no item " + std::string(id));
    return *found;
}

void DefectRecord::remove_item(std::string_view id) {
    item(id);
    items.erase(
        std::remove_if(items.begin(), items.end(), [&](const SignedItem& one) { return one.id == id; }),
        items.end());
}

std::string DefectRecord::text() const {
    std::string text = "# Defect 104: totals are rounded too early\n\n" + header + "\n## Progress\n\n";
    if (!state.empty()) text += "**Current state:** " + state + "\n\n";
    text += "| From | To | Date | Gate |\n| --- | --- | --- | --- |\n" + log + "\n";
    for (const GateDates& gate : kGates) {
        text += std::string("## ") + gate.title + "\n\n";
        for (const SignedItem& one : items)
            if (gate_of(one.id) == gate.gate)
                text += "**Gate " + one.id + " — " + one.title + "**\n\n" + body_of(one) + "\n";
    }
    return text + extra;
}

DefectRecord filed_record(const std::string& spec_commit, const std::string& fix_commit) {
    DefectRecord record = active_record(spec_commit, fix_commit);
    record.header = replaced(record.header, "**Status:** Active", "**Status:** Filed");
    record.header += "**Filed:** 2026-02-16\n";
    record.state = "CLOSED";
    record.log += "| VERIFICATION | CLOSED | 2026-02-13 | V |\n";
    record.items = all_items(spec_commit, fix_commit);
    return record;
}

DefectRecord scoped_record(const std::string& spec_commit) {
    DefectRecord record = active_record(spec_commit, "");
    record.state = "IMPLEMENTATION";
    record.log = replaced(record.log, "| IMPLEMENTATION | VERIFICATION | 2026-02-10 | I |\n", "");
    for (SignedItem& item : record.items)
        if (gate_of(item.id) == "I") item.body = "- Evidence: pending\n";
    return record;
}

DefectRecord active_record(const std::string& spec_commit, const std::string& fix_commit) {
    DefectRecord record;
    record.header = "**Owner:** PMO Lead\n**Status:** Active\n**Created:** 2026-02-02\n";
    record.state = "VERIFICATION";
    record.log = "| TRIAGE | ROOT_CAUSE | 2026-02-03 | T |\n"
                 "| ROOT_CAUSE | FIX_SCOPE | 2026-02-05 | RC |\n"
                 "| FIX_SCOPE | IMPLEMENTATION | 2026-02-07 | FS |\n"
                 "| IMPLEMENTATION | VERIFICATION | 2026-02-10 | I |\n";
    record.items = all_items(spec_commit, fix_commit);
    for (SignedItem& item : record.items)
        if (gate_of(item.id) == "V") item.body = "- Evidence: pending\n";
    return record;
}

} // namespace docs_lint::tests
