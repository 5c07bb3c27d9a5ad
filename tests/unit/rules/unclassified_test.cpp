// Which folder is suggested for a file that no class covers: fixtures show no help.
#include "policy/policy.hpp"
#include "rules/rule.hpp"

#include <doctest/doctest.h>
#include <string>
#include <variant>

using namespace docs_lint;

namespace {

std::string help_for(const std::string& path) {
    static const policy::Policy policy = *policy::load(std::nullopt, {});
    facts::Corpus corpus;
    corpus.policy = &policy;
    corpus.unclassified = {path};
    diagnostics::Outcome outcome;
    rules::Report report("document/unclassified", diagnostics::Severity::warning, outcome);
    using Check = void (*)(const facts::Corpus&, rules::Report&);
    std::get<Check>(rules::find_rule("document/unclassified")->check)(corpus, report);
    REQUIRE(outcome.findings.size() == 1);
    CHECK(outcome.findings[0].location.path == path);
    return outcome.findings[0].help;
}

constexpr const char* kNone =
    "move it where its class keeps its documents, or describe its class in .docs-lint.yaml";

} // namespace

TEST_CASE("a folder whose name differs little from that of a class is suggested, at the top and below") {
    CHECK(help_for("docs/product/phase_gate/defect-7.md") ==
          "did you mean the folder docs/product/phase_gates?");
    CHECK(help_for("docs/product/Phase_Gates/defect-7.md") ==
          "did you mean the folder docs/product/phase_gates?");
    CHECK(help_for("procesess/run.md") == "did you mean the folder processes?");
}

TEST_CASE("no folder is suggested elsewhere, nor the one in which the file is") {
    CHECK(help_for("docs/elsewhere/phase_gate/defect-7.md") == kNone);
    CHECK(help_for("docs/product/printers.md") == kNone);
    CHECK(help_for("printers.md") == kNone);
    CHECK(help_for("docs/product/phase_gates/printers.md") == kNone);
}
