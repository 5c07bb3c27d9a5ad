#include "cli/run.hpp"
#include "rules/rule.hpp"
#include "unit/cli/fake_surroundings.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace docs_lint;
using tests::FakeSurroundings;

TEST_CASE("every rule has a page with all that it says of itself") {
    REQUIRE_FALSE(rules::all_rules().empty());
    for (const rules::Rule& rule : rules::all_rules()) {
        FakeSurroundings fake;
        REQUIRE(cli::run({"explain", std::string(rule.id)}, fake.get()) == 0);
        const std::string page = fake.out.str();
        CHECK(page.find(rule.id) == 0);
        for (const char* title : {"Why it matters", "How to fix it", "What it looks at", "Suppression"})
            CHECK(page.find(title) != std::string::npos);
        CHECK((page.find("cannot be suppressed") == std::string::npos) == rule.metadata->suppressible);
    }
}

TEST_CASE("an unknown rule gets the nearest name, or those of the same name in another group") {
    const std::string id(rules::all_rules()[0].id);
    FakeSurroundings fake;
    CHECK(cli::run({"explain", id + "s"}, fake.get()) == 2);
    CHECK(fake.err.str().find("did you mean " + id) != std::string::npos);
    FakeSurroundings without_group;
    CHECK(cli::run({"explain", id.substr(id.find('/') + 1)}, without_group.get()) == 2);
    CHECK(without_group.err.str().find(id) != std::string::npos);
    FakeSurroundings unlike;
    CHECK(cli::run({"explain", "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"}, unlike.get()) == 2);
    CHECK(unlike.err.str().find("`docs-lint rules`") != std::string::npos);
}

TEST_CASE("what cannot be suppressed is called no guarantee for that alone") {
    FakeSurroundings fake;
    CHECK(cli::run({"explain", "tool/suppression-refused"}, fake.get()) == 0);
    CHECK(fake.out.str().find("A finding cannot be suppressed.") != std::string::npos);
    CHECK(fake.out.str().find("one of the guarantees") == std::string::npos);
}

TEST_CASE("rules are listed for people and for machines") {
    FakeSurroundings people;
    FakeSurroundings machines;
    CHECK(cli::run({"rules"}, people.get()) == 0);
    CHECK(cli::run({"rules", "--output", "json"}, machines.get()) == 0);
    const auto document = nlohmann::json::parse(machines.out.str());
    CHECK(document["schema"] == "docs-lint-rules/1");
    REQUIRE(document["rules"].size() == rules::all_rules().size());
    for (const auto& row : document["rules"]) {
        CHECK(people.out.str().find(row["rule"].get<std::string>()) != std::string::npos);
        CHECK_FALSE(row["summary"].get<std::string>().empty());
    }
}

TEST_CASE("own rules are listed and explained beside the built-in ones") {
    const std::string configuration =
        "own-rules:\n  team/plain-words:\n    kind: pattern\n    summary: a vague "
        "word\n    fix: Say who.\n    severity: warning\n    forbid: vague\n";
    FakeSurroundings listed;
    listed.configuration = configuration;
    CHECK(cli::run({"rules"}, listed.get()) == 0);
    CHECK(listed.out.str().find("team/plain-words") != std::string::npos);
    FakeSurroundings explained;
    explained.configuration = configuration;
    CHECK(cli::run({"explain", "team/plain-words"}, explained.get()) == 0);
    for (const char* part :
         {"team/plain-words (warning)", "a vague word", "Say who.", ".docs-lint.yaml:2", "one document"})
        CHECK_MESSAGE(explained.out.str().find(part) != std::string::npos, part);
    FakeSurroundings misspelt;
    misspelt.configuration = configuration;
    CHECK(cli::run({"explain", "team/plain-word"}, misspelt.get()) == 2);
    CHECK(misspelt.err.str().find("did you mean team/plain-words") != std::string::npos);
}

TEST_CASE("a configuration that cannot be read keeps no built-in rule from being explained") {
    FakeSurroundings broken;
    broken.configuration = "rules: [\n";
    CHECK(cli::run({"explain", std::string(rules::all_rules()[0].id)}, broken.get()) == 0);
    FakeSurroundings listing;
    listing.configuration = "rules: [\n";
    CHECK(cli::run({"rules"}, listing.get()) == 2);
}
