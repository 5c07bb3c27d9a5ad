#include "support/feature_record.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace docs_lint::tests {
namespace {

constexpr std::array<const char*, kFeatureStates> kStates = {
    "READINESS_AUDIT", "AWAITING_MEETING", "PRE_ALIGNMENT_MEETING", "SPEC_DELIVERY",
    "QA_REVIEW",       "SCOPE_DOCUMENT",   "IMPLEMENTATION_OPEN",   "CLOSED"};
constexpr std::array<const char*, 7> kGates = {"R", "0", "1", "2", "3", "4", "5"};
constexpr std::array<const char*, 8> kDays = {"2026-02-02", "2026-02-04", "2026-02-06", "2026-02-08",
                                              "2026-02-10", "2026-02-12", "2026-02-14", "2026-02-16"};

/// The gate of that index is signed on the day on which the state behind it begins.
std::size_t gate_index(const std::string& id) {
    const std::string gate = id.substr(0, id.find('.'));
    const auto found =
        std::find_if(kGates.begin(), kGates.end(), [&](const char* one) { return gate == one; });
    return static_cast<std::size_t>(found - kGates.begin());
}

SignedItem signed_on_day(const char* id, const char* title, const std::string& evidence, const char* owner) {
    const std::string day = kDays[gate_index(id) + 1];
    return {id, title, evidence, std::string("Yes — ") + owner + ", " + day, "Pass — PMO Lead, " + day};
}

std::vector<SignedItem> all_items() {
    const char* contract = "docs/specs/Etiketten-contract.md §1, v1.0";
    return {
        signed_on_day("R.1", "Data model ready", contract, "Data Model Owner"),
        signed_on_day("R.2", "Settings fields checked", "labels need no setting beyond those of a parcel",
                      "Frontend Spec Owner"),
        signed_on_day("R.3", "API contracts ready", contract, "API Contracts Owner"),
        signed_on_day("R.4", "Frontend spec ready", "the label screen is reused without a change",
                      "Frontend Spec Owner"),
        signed_on_day("R.5", "Strategy rules ready", "no strategy rule speaks of labels",
                      "Strategy Rules Owner"),
        signed_on_day("R.6", "Effort estimate reviewed", "eight days, as the roadmap says",
                      "Head of Engineering"),
        signed_on_day("R.7", "Decisions inventory made", "three decisions are to be taken, D1 to D3",
                      "Product Owner"),
        signed_on_day("0.1", "Attendees confirmed",
                      "written replies of all five roles, last one on 2026-02-05", "Product Owner"),
        signed_on_day("0.2", "Decisions list distributed",
                      "list of D1 to D3 sent to all five roles on 2026-02-05", "Product Owner"),
        signed_on_day("1.1", "Decisions closed, or deferred with owner and deadline",
                      "D1, D2 and D3 were closed in writing", "Product Owner"),
        signed_on_day("1.2", "Decisions record committed", std::string("commit @DECISIONS@, ") + kDecisions,
                      "Product Owner"),
        signed_on_day("1.3", "Action list with owners, dependencies and deadlines",
                      "the table of next actions names owner, dependency and deadline", "Product Owner"),
        signed_on_day("1.4", "Critical path communicated",
                      "contract first, then the label screen, sent to all roles", "Product Owner"),
        signed_on_day("2.1", "All spec actions complete", "both spec actions of the table are complete",
                      "Head of Specs Team"),
        signed_on_day("2.2", "API contract and openapi.yaml in one commit", "commit @CONTRACT@",
                      "API Contracts Owner"),
        signed_on_day("2.3", "Patched files verified by content", "both files were read line by line",
                      "API Contracts Owner"),
        signed_on_day("2.4", "No open decisions", "D1 to D3 are closed and no other came up",
                      "Product Owner"),
        signed_on_day("3.1", "QA verdict in writing", "Verdict: Pass, in the written review of this day",
                      "QA Lead"),
        signed_on_day("3.2", "Conditional issues resolved",
                      "both conditional issues were resolved and confirmed", "QA Lead"),
        signed_on_day("3.3", "No open spec question", "the list of spec questions is empty", "QA Lead"),
        signed_on_day("4.1", "Scope document committed at its place", "commit @SCOPE@", "Product Owner"),
        signed_on_day("4.2", "Header of the scope document complete",
                      "all six fields of the header are filled in", "Product Owner"),
        signed_on_day("4.3", "Specs listed with their versions", "one spec is listed with its version",
                      "Head of Specs Team"),
        signed_on_day("4.4", "Checklist without open boxes", "all boxes of the checklist are ticked",
                      "Product Owner"),
        signed_on_day("4.5", "Roadmap entry refers to locked versions", "commit @SCOPE@", "Product Owner"),
        signed_on_day("5.1", "Ship sign-off in writing", "shipped on 2026-02-16, in writing to all roles",
                      "Product Owner"),
        signed_on_day("5.2", "Closure checklist complete", "every point of the closure checklist is done",
                      "Product Owner"),
        signed_on_day("5.3", "Lessons record filed", kLessons, "Product Owner"),
    };
}

std::string planning(const std::string& title, const std::string& day, const std::string& more_fields,
                     const std::string& body) {
    return "# " + title +
           "\n\n**Owner:** Product Owner\n**Class:** 4\n**Status:** Active\n**Last Updated:** " + day + "\n" +
           more_fields + "\n> Detail in this document is indicative.\n\n" + body;
}

std::string contract_text(const std::string& version, const std::string& day) {
    return "# Contract of the labels\n\n**Owner:** API Contracts Owner\n**Status:** "
           "Canonical\n**Version:** " +
           version + "\n**Last Updated:** " + day + "\n\n## 1 Labels\n\nOne label for each parcel, as in " +
           version + ".\n\n## Change log\n\n| Version | Date | Change |\n|---|---|---|\n" +
           (version == "1.1" ? "| 1.1 | 2026-02-10 | Labels of returns |\n" : "") +
           "| 1.0 | 2026-01-10 | First version |\n";
}

std::string with_commits(std::string text, const std::map<std::string, std::string>& ids) {
    for (const auto& [name, id] : ids) {
        const std::string mark = "@" + name + "@";
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, mark.size(), id);
    }
    return text;
}

std::string at_nine(std::size_t rank) {
    return std::string(kDays[rank]) + "T09:00:00Z";
}

std::string fenced_item(const SignedItem& item, bool waits) {
    std::string text = "Gate " + item.id + " — " + item.title + "\n";
    if (waits)
        return text +
               "Evidence:           [PENDING — this gate is not reached]\nOwner confirmation: [Yes / No]\n"
               "PMO validation:     [Pass / Fail]\n\n";
    return text + "Evidence:           " + item.evidence + "\nOwner confirmation: " + item.owner +
           "\nPMO validation:     " + item.validation + "\n\n";
}

} // namespace

FeatureStory::FeatureStory(std::size_t rank) : reached(rank), items(all_items()) {
    decisions = planning(
        "Decisions: FEAT-009, labels of returns", kDays[3], "",
        "## D1\n\nOne label for each parcel.\n\n## D2\n\nNo new setting.\n\n## D3\n\nNo new screen.\n");
    scope = planning(
        "Scope: FEAT-009, labels of returns", kDays[6],
        "**Roadmap item:** FEAT-009\n**Target release:** 1.4\n",
        "## Specs\n\n| Spec | Version |\n|---|---|\n| docs/specs/Etiketten-contract.md | 1.1 |\n\n"
        "## Checklist before implementation\n\n- [x] Specs are locked\n- [X] Test scenarios are written\n\n"
        "## After shipping\n\n- [ ] Tell the customers\n");
    lessons =
        "# Lessons learnt: FEAT-009\n\n**Item:** FEAT-009\n**Type:** Feature (P2)\n**Closed:** 2026-02-16\n"
        "**Reviewed by:** Product Owner\n**Date filed:** 2026-02-16\n\n## What happened\n\nLabels are "
        "printed.\n";
}

SignedItem& FeatureStory::item(std::string_view id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const SignedItem& one) { return one.id == id; });
    if (found == items.end()) throw std::runtime_error("no item " + std::string(id));
    return *found;
}

void FeatureStory::remove_item(std::string_view id) {
    items.erase(items.begin() + (&item(id) - items.data()));
}

std::string FeatureStory::record(std::size_t rank, bool filed) const {
    std::string text =
        "# Phase gate document — FEAT-009: labels of returns\n\n**Owner:** PMO Lead\n**Status:** ";
    text += filed ? "Filed\n" : "Active\n";
    text += "**Created:** 2026-02-02\n**Filed:** ";
    text += filed ? "2026-02-16 (immutable from this date)\n" : "— (immutable on closure)\n";
    text += "\n---\n\n| Field | Value |\n|---|---|\n| feature | FEAT-009 |\n| current_state | " +
            std::string(kStates[rank]) +
            " |\n\n## Phase history\n\n| Phase | Entered | Left |\n|---|---|---|\n";
    for (std::size_t at = 0; at <= rank; ++at)
        text += std::string("| ") + kStates[at] + " | " + kDays[at] + " | " +
                (at < rank ? kDays[at + 1] : "—") + " |\n";
    for (std::size_t gate = 0; gate < kGates.size() && gate <= rank; ++gate) {
        text += std::string("\n## Gate ") + kGates[gate] + " — " + kStates[gate] + " → " + kStates[gate + 1] +
                "\n\n```\n";
        for (const SignedItem& one : items)
            if (gate_index(one.id) == gate) text += fenced_item(one, gate >= rank);
        text += "```\n";
    }
    text += "\n## Next actions\n\n| # | Action | Owner | Deadline | Status | Depends on "
            "|\n|---|---|---|---|---|---|\n";
    text += std::string("| 1 | Write the contract of the label | API Contracts Owner | 2026-02-10 | ") +
            (rank > 3 ? "✅ Complete" : "🟡 In progress") + " | — |\n";
    text += std::string("| 2 | Describe the label screen | Frontend Spec Owner | 2026-02-10 | ") +
            (rank > 3 ? "✅ Complete" : "⛔ Blocked") + " | 1 |\n";
    text +=
        "\n## State Transition Log\n\n| # | From | To | Gate | Timestamp (UTC) |\n|---|---|---|---|---|\n";
    for (std::size_t at = 0; at <= rank; ++at)
        text += "| " + std::to_string(at + 1) + " | " + (at == 0 ? "—" : kStates[at - 1]) + " | " +
                kStates[at] + " | " + (at == 0 ? "—" : kGates[at - 1]) + " | " + kDays[at] + "T15:00:00Z |\n";
    return text;
}

void FeatureStory::play(const GitRepository& repository) const {
    constexpr const char* kContractPath = "docs/specs/Etiketten-contract.md";
    std::map<std::string, std::string> ids;
    repository.write(kContractPath, contract_text("1.0", "2026-01-10"));
    repository.write("docs/api/openapi.yaml", "openapi: 3.0.0\n");
    repository.write("docs/product/roadmap.md",
                     planning("Roadmap", "2026-02-01", "", "## 1.4\n\nFEAT-009.\n"));
    repository.commit("Start", "2026-02-01T09:00:00Z");
    for (std::size_t rank = 0; rank <= reached; ++rank) {
        if (rank == 3) {
            if (!decisions.empty()) repository.write(kDecisions, decisions);
            ids["DECISIONS"] = repository.commit("Decisions of FEAT-009", at_nine(rank));
        }
        if (rank == 4) {
            repository.write("docs/api/openapi.yaml", "openapi: 3.0.0\npaths: {}\n");
            if (contract_apart) repository.commit("Describe the label", at_nine(rank));
            repository.write(kContractPath, contract_text("1.1", "2026-02-10"));
            ids["CONTRACT"] = repository.commit("Contract of the label", at_nine(rank));
        }
        if (rank == 6) {
            if (!scope.empty()) repository.write(kScope, scope);
            repository.write("docs/product/roadmap.md",
                             planning("Roadmap", kDays[rank], "",
                                      "## 1.4\n\nFEAT-009, on `Etiketten-contract.md` v1.1.\n"));
            ids["SCOPE"] = repository.commit("Scope of FEAT-009", at_nine(rank));
        }
        if (rank == 7 && !lessons.empty()) {
            repository.write(kLessons, lessons);
            repository.commit("Lessons of FEAT-009", at_nine(rank));
        }
        repository.write(kFeature, with_commits(record(rank), ids));
        repository.commit(std::string("FEAT-009: ") + kStates[rank], std::string(kDays[rank]) + "T15:05:00Z");
    }
    if (reached + 1 < kFeatureStates) return;
    repository.write(kFeature, with_commits(record(reached, true), ids));
    repository.commit("FEAT-009 filed", std::string(kDays[reached]) + "T15:10:00Z");
}

} // namespace docs_lint::tests
