#pragma once

#include "model/document.hpp"
#include "policy/policy.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace docs_lint::tests {

inline const policy::Policy& built_in_policy() {
    static const policy::Policy policy = [] {
        auto loaded = policy::load(std::nullopt, {});
        if (!loaded) FAIL(loaded.error().message);
        return *loaded;
    }();
    return policy;
}

constexpr std::string_view kRecordPath = "docs/product/phase_gates/defect-DEF-042-rounding-phase-gate.md";

inline model::Document read_at(std::string_view path, std::string text) {
    const auto& policy = built_in_policy();
    const auto* document_class = policy.class_of(path);
    REQUIRE(document_class != nullptr);
    auto document = model::read(std::string(path), std::move(text), *document_class, policy);
    if (!document) FAIL(document.error().message);
    return *document;
}

inline model::Document read_record(std::string text) {
    return read_at(kRecordPath, std::move(text));
}

/// A gate item of a record that is nothing but its heading and what stands below it.
inline model::GateItem read_item(const std::string& body) {
    const auto document = read_record(
        "# Record\n\n## Gate T — TRIAGE → ROOT_CAUSE\n\n**Gate T.2 — Severity assigned**\n" + body);
    REQUIRE(document.gates.size() == 1);
    REQUIRE(document.gates[0].items.size() == 1);
    return document.gates[0].items[0];
}

inline std::string source_of(const model::Document& document, base::Span span) {
    return document.text.substr(span.begin, span.size());
}

inline std::string read_fixture(std::string_view name) {
    std::ifstream file(std::string(DOCS_LINT_SOURCE_DIR) + "/fixtures/markdown/" + std::string(name),
                       std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The one placed component of that kind, or a failed test.
inline const model::Component& only(const model::GateItem& item, model::ComponentKind kind) {
    const auto placed = item.placed(kind);
    REQUIRE(placed.size() == 1);
    return *placed[0];
}

/// Evidence, owner confirmation and validation each stand there once, in their place.
inline bool has_all_components(const model::GateItem& item) {
    using model::ComponentKind;
    return item.placed(ComponentKind::evidence).size() == 1 &&
           item.placed(ComponentKind::owner_confirmation).size() == 1 &&
           item.placed(ComponentKind::validation).size() == 1;
}

/// The strict reading of a sign-off: all that the model itself can say against it.
inline bool is_signed(const model::GateItem& item) {
    using model::ComponentKind;
    if (!has_all_components(item) || item.struck_out) return false;
    const auto& policy = built_in_policy();
    for (const auto kind : {ComponentKind::owner_confirmation, ComponentKind::validation}) {
        const auto& component = only(item, kind);
        const auto confirmation = model::read_confirmation(component, policy);
        if (confirmation.verdict != model::Verdict::positive || !confirmation.date || !component.plain)
            return false;
        if (confirmation.roles.empty()) return false;
        for (const auto& role : confirmation.roles)
            if (role.roles.empty()) return false;
    }
    const auto& evidence = only(item, ComponentKind::evidence);
    const auto read = model::read_evidence(evidence, policy);
    return evidence.plain && !read.text.empty() && !read.is_pending && !read.is_vague && !read.is_spoken;
}

} // namespace docs_lint::tests
