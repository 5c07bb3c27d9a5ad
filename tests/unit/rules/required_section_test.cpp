// What is taken for a heading that is missing: fixtures show no related places.
#include "rules/kinds/kinds.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

/// Documents keep their blocks where own rules ask for them.
policy::Policy policy_with_a_rule() {
    policy::Policy policy = *policy::load(std::nullopt, {});
    policy.own_rules.emplace_back();
    return policy;
}

/// How many lines are said to read like the heading `Purpose`.
std::size_t would_be_headings(const std::string& text) {
    static const policy::Policy policy = policy_with_a_rule();
    const auto* document_class = policy.find_class("defect-phase-gate-document");
    auto document = model::read("docs/design/scale.md", text, *document_class, policy);
    const auto facts = facts::judge_document(std::move(*document), policy, std::nullopt);
    facts::Corpus corpus;
    corpus.policy = &policy;
    diagnostics::Outcome outcome;
    rules::Report report("team/design-parts", diagnostics::Severity::error, outcome);
    policy::SectionRule purpose;
    purpose.titles = {"Purpose"};
    policy::RequiredSections what;
    what.sections = {purpose};
    rules::kinds::check(what, {policy.own_rules.front(), facts, corpus}, report);
    REQUIRE(outcome.findings.size() == 1);
    return outcome.findings[0].related.size();
}

} // namespace

TEST_CASE("a line in bold may be the heading that is missing") {
    CHECK(would_be_headings("# Scale\n\n**Purpose**\n\nWeighing.\n") == 1);
    CHECK(would_be_headings("# Scale\n\n**Purpose**\n\n**1. Purpose**\n") == 2);
}

TEST_CASE("what is not all in bold, or says something else, is none") {
    CHECK(would_be_headings("# Scale\n\nPurpose\n\nThe **purpose**\n") == 0);
    CHECK(would_be_headings("# Scale\n\n**Purposes**\n\n**Purpose**\nof it\n") == 0);
}
