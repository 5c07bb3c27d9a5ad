// What is to be written instead of a link that leads nowhere: fixtures show no help.
#include "policy/policy.hpp"
#include "rules/rule.hpp"

#include <doctest/doctest.h>
#include <string>
#include <variant>

using namespace docs_lint;

namespace {

constexpr const char* kDocument = "docs/specs/printing/lists.md";

/// What is said of a link to `paper.md`, which stands at `path`.
std::string help_for_link_to(const std::string& path) {
    static const policy::Policy policy = *policy::load(std::nullopt, {});
    const std::string text = "# Lists\n\nSee [the paper](paper.md).\n";
    auto document = model::read(kDocument, text, *policy.class_of(kDocument), policy);
    facts::Corpus corpus;
    corpus.policy = &policy;
    corpus.paths = {kDocument, path};
    corpus.index = facts::PathIndex(corpus.paths);
    corpus.documents.push_back(facts::judge_document(std::move(*document), policy, std::nullopt));
    diagnostics::Outcome outcome;
    rules::Report report("reference/broken", diagnostics::Severity::error, outcome);
    using Check = void (*)(const facts::Corpus&, rules::Report&);
    std::get<Check>(rules::find_rule("reference/broken")->check)(corpus, report);
    REQUIRE(outcome.findings.size() == 1);
    return outcome.findings[0].help;
}

void expect_written(const std::string& path, const std::string& link) {
    const std::string help = help_for_link_to(path);
    CAPTURE(help);
    CHECK(help.ends_with(" write " + link));
}

} // namespace

TEST_CASE("a link is to be written from the folder of its document") {
    expect_written("docs/specs/paper.md", "../paper.md");
    expect_written("docs/specs/sizes/paper.md", "../sizes/paper.md");
    expect_written("docs/specs/printing/sizes/paper.md", "sizes/paper.md");
    expect_written("notes/paper.md", "../../../notes/paper.md");
    expect_written("docs/specs/all sizes/paper.md", "<../all sizes/paper.md>");
}
