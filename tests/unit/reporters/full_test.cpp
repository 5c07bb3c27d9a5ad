#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using diagnostics::Severity;
using reporters::Options;
using reporters::render_full;
using tests::finding;
using tests::place;
using tests::result_with;

namespace {

constexpr std::string_view kText = "# Record\n\n**Status:** Filed\n**Owner:** nobody\n";

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a finding has a header, a place, its line, a caret and help") {
    auto result = result_with(finding(Severity::error, "no such role", place("docs/a.md", kText, "nobody")));
    result.outcome.findings[0].help = "name a role";
    Options options;
    options.quiet = true;
    CHECK(render_full(result, options) == "error[gate/sign-off]: no such role\n"
                                          " --> docs/a.md:4:12\n"
                                          "  |\n"
                                          "4 | **Owner:** nobody\n"
                                          "  |            ^^^^^^\n"
                                          "  = help: name a role\n\n");
}

TEST_CASE("related places have frames of their own, with their commit and one gutter for all") {
    auto result = result_with(finding(Severity::warning, "changed", place("docs/a.md", kText, "Filed")));
    auto& one = result.outcome.findings[0];
    one.related.push_back({"filed here", place("docs/b.md", std::string(120, '\n') + "Filed: yes", "Filed")});
    one.related[0].location.commit = "1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b";
    one.related.push_back({"and this document", diagnostics::whole_document("docs/c.md")});
    one.commit = "ffffffffffffffff";
    Options options;
    options.quiet = true;
    CHECK(render_full(result, options) == "warning[gate/sign-off]: changed\n"
                                          "   --> docs/a.md:3:13\n"
                                          "    |\n"
                                          "  3 | **Status:** Filed\n"
                                          "    |             ^^^^^\n"
                                          "note: filed here\n"
                                          "   --> docs/b.md:121:1 @ 1a2b3c4d5e\n"
                                          "    |\n"
                                          "121 | Filed: yes\n"
                                          "    | -----\n"
                                          "note: and this document\n"
                                          "   --> docs/c.md:1:1\n"
                                          "    = commit: ffffffffff\n\n");
}

TEST_CASE("long help is wrapped to the width") {
    auto result = result_with(finding(Severity::error, "m", diagnostics::whole_document("a.md")));
    result.outcome.findings[0].help = "one two three four five six seven eight nine ten";
    Options options;
    options.quiet = true;
    options.width = 40;
    CHECK(contains(render_full(result, options), "  = help: one two three four five six\n"
                                                 "          seven eight nine ten\n"));
}

TEST_CASE("what could not be verified for one cause is shown once, with how many there are") {
    auto result = result_with(finding(Severity::error, "m", diagnostics::whole_document("a.md")));
    result.outcome.findings.clear();
    const auto add = [&](const char* message, const char* path) {
        result.outcome.unverified.push_back(
            {"evidence/commit-unknown", message, diagnostics::whole_document(path), "fetch"});
    };
    add("whether commit 1111111 exists: the history is cut", "a.md");
    add("whether commit 2222222 exists: the history is cut", "a.md");
    add("whether commit 3333333 exists: it is damaged", "a.md");
    add("whether commit 4444444 exists: the history is cut", "b.md");
    Options options;
    options.quiet = true;
    CHECK(render_full(result, options) ==
          "could not verify[evidence/commit-unknown]: whether commit 1111111 exists: the history is cut\n"
          " --> a.md:1:1\n"
          "  = help: fetch\n"
          "  = likewise: 2 more in 2 documents; `-o concise` names each\n\n"
          "could not verify[evidence/commit-unknown]: whether commit 3333333 exists: it is damaged\n"
          " --> a.md:1:1\n"
          "  = help: fetch\n\n");
    options.quiet = false;
    CHECK(contains(render_full(result, options), "4 checks could not be verified"));
}

TEST_CASE("what could not be verified is no finding and comes after them") {
    auto result = result_with(finding(Severity::error, "m", diagnostics::whole_document("a.md")));
    result.outcome.unverified.push_back({"history/filed", "the history is cut",
                                         diagnostics::whole_document("b.md"), "git fetch --unshallow"});
    const std::string text = render_full(result, {});
    const std::size_t found = text.find("error[gate/sign-off]");
    const std::size_t unverified =
        text.find("could not verify[history/filed]: the history is cut\n --> b.md:1:1\n"
                  "  = help: git fetch --unshallow\n");
    REQUIRE(found != std::string::npos);
    REQUIRE(unverified != std::string::npos);
    CHECK(found < unverified);
    CHECK(contains(text, "docs-lint: 1 error in 1 document; 1 check could not be verified\n"));
}

TEST_CASE("the summary says what was looked at") {
    engine::RunResult result;
    result.summary = {"the index against HEAD",    "built-in pack", 12, 5, 3, 1, 2, 4,
                      {"replace refs are ignored"}};
    CHECK(render_full(result, {}) ==
          "docs-lint: no findings in 3 documents\n"
          "  looked at: the index against HEAD\n"
          "  judged: 3 of 5 governed documents (1 filed, 12 files in all), 2 commits\n"
          "  policy: built-in pack\n"
          "  suppressed: 4 findings\n"
          "  note: replace refs are ignored\n");
}

TEST_CASE("how many governed records a change touches is a result, none above all") {
    engine::RunResult result;
    result.summary.governed = result.summary.judged = 3;
    result.summary.changed = 2;
    CHECK(contains(render_full(result, {}), "docs-lint: no findings in 3 documents\n"));
    CHECK(contains(render_full(result, {}), "  changed: 2 governed records\n"));
    result.summary.changed = 0;
    CHECK(contains(render_full(result, {}),
                   "docs-lint: no findings in 3 documents; 0 governed records changed\n"));
}

TEST_CASE("nothing governed is said in plain words, with a hint") {
    engine::RunResult result;
    result.summary.files = 12;
    const std::string text = render_full(result, {});
    CHECK(contains(text, "docs-lint: nothing to judge, 0 governed records\n"));
    CHECK(contains(text, "hint: no document here is governed"));
    result.summary.governed = 5;
    CHECK(contains(render_full(result, {}),
                   "docs-lint: no findings, and none of 5 governed documents was judged\n"));
    CHECK_FALSE(contains(render_full(result, {}), "hint:"));
}

TEST_CASE("colour goes round words and never into them") {
    auto result = result_with(finding(Severity::error, "no such role", place("docs/a.md", kText, "nobody")));
    Options options;
    options.colour = true;
    const std::string text = render_full(result, options);
    CHECK(contains(text, "\x1b[1;31merror[gate/sign-off]\x1b[0m\x1b[1m: no such role\x1b[0m\n"));
    CHECK(contains(text, "\x1b[1;31m^^^^^^\x1b[0m"));
    CHECK_FALSE(contains(render_full(result, {}), "\x1b"));
}

TEST_CASE("statistics count each rule") {
    auto result = result_with(finding(Severity::error, "m", diagnostics::whole_document("a.md")));
    result.outcome.findings.push_back(result.outcome.findings[0]);
    result.outcome.findings.push_back(result.outcome.findings[0]);
    result.outcome.findings[0].rule = "a/rare";
    Options options;
    options.statistics = true;
    CHECK(contains(render_full(result, options), "     2  gate/sign-off\n     1  a/rare\n"));
}
