#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <pugixml.hpp>
#include <string>

using namespace docs_lint;
using diagnostics::Severity;
using tests::finding;
using tests::place;

namespace {

/// The one suite, and in `document` what it lives in.
pugi::xml_node suite_of(const engine::RunResult& result, pugi::xml_document& document) {
    REQUIRE(document.load_string(reporters::render_junit(result, {}).c_str()));
    return document.child("testsuites").child("testsuite");
}

engine::RunResult example() {
    auto result = tests::result_with(finding(Severity::warning, "no such role", place("a.md", "x\nab", "b")));
    result.outcome.findings[0].help = "name a role";
    result.outcome.findings.push_back(
        finding(Severity::error, "no such role", place("a.md", "x\ny\nz", "z")));
    result.outcome.findings.push_back(finding(Severity::error, "it is late", place("b.md", "x", "x")));
    result.outcome.findings.back().rule = "gate/late";
    result.outcome.unverified = {{"gate/sign-off", "cut", diagnostics::whole_document("a.md"), "unshallow"},
                                 {"record/changed", "cut", diagnostics::whole_document(""), ""}};
    return result;
}

} // namespace

TEST_CASE("JUnit's XML has a case for each rule that speaks of a document") {
    pugi::xml_document document;
    const auto suite = suite_of(example(), document);
    CHECK(suite.attribute("tests").as_int() == 4);
    CHECK(suite.attribute("failures").as_int() == 2);
    CHECK(suite.attribute("errors").as_int() == 2);
    CHECK(document.child("testsuites").attribute("failures").as_int() == 2);
    const auto one = suite.find_child_by_attribute("testcase", "name", "gate/sign-off");
    CHECK(one.attribute("classname").value() == std::string("a.md"));
    CHECK(one.attribute("file").value() == std::string("a.md"));
    CHECK(one.attribute("line").as_int() == 2);
    CHECK(one.child("failure").attribute("type").value() == std::string("error"));
    CHECK(one.child("failure").attribute("message").value() == std::string("no such role (and 1 more)"));
    CHECK(one.child("failure").text().get() ==
          std::string("a.md:2:2: no such role\nname a role\na.md:3:1: no such role\n"));
    CHECK(suite.find_child_by_attribute("testcase", "classname", "b.md").child("failure"));
}

TEST_CASE("what could not be verified is an error of JUnit's, apart from findings of the same rule") {
    pugi::xml_document document;
    const auto suite = suite_of(example(), document);
    const auto one = suite.find_child_by_attribute("testcase", "name", "could not verify gate/sign-off");
    CHECK_FALSE(one.child("failure"));
    CHECK(one.child("error").attribute("message").value() == std::string("could not verify: cut"));
    CHECK(one.child("error").text().get() == std::string("a.md:1:1: could not verify: cut\nunshallow\n"));
    const auto whole = suite.find_child_by_attribute("testcase", "classname", "(the repository)");
    CHECK(whole.child("error"));
    CHECK_FALSE(whole.attribute("file"));
}

TEST_CASE("a clean run is one case that passes, and says what was looked at") {
    engine::RunResult clean;
    clean.summary.scope = "the working tree";
    pugi::xml_document document;
    const auto suite = suite_of(clean, document);
    CHECK(suite.attribute("tests").as_int() == 1);
    CHECK(suite.attribute("failures").as_int() == 0);
    CHECK(suite.attribute("errors").as_int() == 0);
    CHECK(suite.child("testcase"));
    CHECK_FALSE(suite.child("testcase").first_child());
    CHECK(suite.child("properties").find_child_by_attribute("value", "the working tree"));
    CHECK(suite.child("system-out").text().get() ==
          std::string("docs-lint: nothing to judge, 0 governed records"));
}
