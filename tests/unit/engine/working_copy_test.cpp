#include "engine/working_copy.hpp"
#include "support/opened.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;
using engine::WorkingCopy;

namespace {

constexpr const char* kConfiguration = ".docs-lint.yaml";

WorkingCopy open_copy(const GitRepository& repository) {
    engine::Request request;
    request.folder = repository.path().string();
    return value_of(WorkingCopy::open(request));
}

std::vector<std::string> rules_in(const engine::Draft& draft) {
    std::vector<std::string> rules;
    for (const auto& finding : draft.outcome.findings) rules.push_back(finding.rule);
    return rules;
}

std::vector<std::string> rules_against(WorkingCopy& copy, const std::string& path, std::string text) {
    return rules_in(value_of(copy.judge(path, std::move(text))));
}

using Rules = std::vector<std::string>;

std::string without_owner(const std::string& spec) {
    return replaced(spec, "**Owner:**", "**Holder:**");
}

const std::string kSpecText = spec_text("1.1", "2026-02-06");

} // namespace

TEST_CASE("a text is judged in place of the file, which stays as it is") {
    const TidyRepository repository;
    WorkingCopy copy = open_copy(repository);
    CHECK(rules_against(copy, kSpec, kSpecText).empty());
    CHECK(rules_against(copy, kSpec, without_owner(kSpecText)) == Rules{"header/field-missing"});
    CHECK(rules_against(copy, kSpec, kSpecText).empty());
    CHECK(repository.read(kSpec) == kSpecText);
    CHECK(copy.root() == repository.path().string() + "/");
}

TEST_CASE("only rules that look at one document alone speak") {
    const TidyRepository repository;
    WorkingCopy copy = open_copy(repository);
    const std::string record = repository.filed().text();
    CHECK(rules_against(copy, kRecord, replaced(record, repository.commits().fix, "0123456789")).empty());
    CHECK(engine::looks_at_one_document("header/field-missing", copy.policy()));
    CHECK_FALSE(engine::looks_at_one_document("evidence/commit-unknown", copy.policy()));
    CHECK_FALSE(engine::looks_at_one_document("no/such-rule", copy.policy()));
}

TEST_CASE("a team's own rules speak where they look at one document alone") {
    const TidyRepository repository;
    repository.write(kConfiguration, R"(own-rules:
  team/no-sums: {kind: pattern, summary: a sum, forbid: 'amounts'}
  team/request-there:
    kind: named-record
    summary: a request that is not there
    pattern: '\bREQ-(?P<number>\d+)'
    record-paths: ["docs/requests/req-{number}.md"]
)");
    WorkingCopy copy = open_copy(repository);
    CHECK(rules_against(copy, kSpec, kSpecText + "\nSome amounts of REQ-7.\n") == Rules{"team/no-sums"});
    CHECK(engine::looks_at_one_document("team/no-sums", copy.policy()));
    CHECK_FALSE(engine::looks_at_one_document("team/request-there", copy.policy()));
}

TEST_CASE("suppressions, the baseline and limits in time hold as in a run") {
    const TidyRepository repository;
    const std::string lacking = without_owner(kSpecText);
    SUBCASE("a comment in the text") {
        WorkingCopy copy = open_copy(repository);
        const std::string comment = "<!-- docs-lint: ignore[header/field-missing] reason=\"agreed\" -->\n";
        CHECK(rules_against(copy, kSpec, replaced(lacking, "**Holder:**", comment + "**Holder:**")).empty());
    }
    SUBCASE("the configuration") {
        repository.write(kConfiguration,
                         "suppressions:\n  - {rule: header/field-missing, path: docs/specs/**, "
                         "reason: agreed}\n");
        WorkingCopy copy = open_copy(repository);
        CHECK(rules_against(copy, kSpec, lacking).empty());
    }
    SUBCASE("a rule that is switched off") {
        repository.write(kConfiguration, "rules: {header/field-missing: off}\n");
        WorkingCopy copy = open_copy(repository);
        CHECK(rules_against(copy, kSpec, lacking).empty());
    }
    SUBCASE("what was committed before the rule came is old, until the text is touched") {
        repository.write(kSpec, lacking);
        repository.commit("Lose the owner", "2026-03-01T09:00:00Z");
        repository.write(kConfiguration, "rules: {header/field-missing: {effective-from: 2026-03-02}}\n");
        repository.commit("Adopt the rule", "2026-03-02T09:00:00Z");
        WorkingCopy copy = open_copy(repository);
        CHECK(rules_against(copy, kSpec, lacking).empty());
        CHECK(rules_against(copy, kSpec, lacking + "\nMore.\n") == Rules{"header/field-missing"});
        CHECK(rules_against(copy, kSpec, lacking).empty());
    }
}

TEST_CASE("it says when what it rests on has changed") {
    const TidyRepository repository;
    const WorkingCopy copy = open_copy(repository);
    CHECK(copy.is_current());
    SUBCASE("the configuration") {
        repository.write(kConfiguration, "extends: pmo\n");
    }
    SUBCASE("the baseline") {
        repository.write(".docs-lint-baseline.json", "{}");
    }
    SUBCASE("HEAD") {
        repository.commit("Another one");
    }
    CHECK_FALSE(copy.is_current());
}

TEST_CASE("documents may change without that") {
    const TidyRepository repository;
    const WorkingCopy copy = open_copy(repository);
    repository.write(kSpec, "# Another text\n");
    repository.write(kCode, "");
    CHECK(copy.is_current());
}

TEST_CASE("what cannot be judged is an error of its kind") {
    const TidyRepository repository;
    WorkingCopy copy = open_copy(repository);
    CHECK(copy.judge("README.md", "").error().kind == base::ErrorKind::usage);
    CHECK(copy.judge(kSpec, std::string(2'000'000, 'a')).error().kind == base::ErrorKind::unverifiable);
    engine::Request request;
    const GitRepository bare({"--bare"});
    request.folder = bare.path().string();
    CHECK_FALSE(WorkingCopy::open(request).has_value());
    repository.write(kConfiguration, "rules: [\n");
    request.folder = repository.path().string();
    CHECK(WorkingCopy::open(request).error().kind == base::ErrorKind::configuration);
}

TEST_CASE("the history is there where there is one") {
    const TidyRepository repository;
    const WorkingCopy copy = open_copy(repository);
    CHECK(value_of(copy.graph())->size() == 6);
    const ScratchFolder folder;
    engine::Request request;
    request.folder = folder.path().string();
    const WorkingCopy none = value_of(WorkingCopy::open(request));
    CHECK(none.repository() == nullptr);
    CHECK(value_of(none.graph()) == nullptr);
}
