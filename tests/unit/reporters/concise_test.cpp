#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using diagnostics::Severity;
using reporters::render_concise;

namespace {

engine::RunResult example() {
    auto result = tests::result_with(tests::finding(Severity::error, "no such role",
                                                    tests::place("docs/a.md", "Owner: nobody", "nobody")));
    result.outcome.findings[0].help = "name a role";
    result.outcome.unverified.push_back({"history/filed", "the history is cut",
                                         diagnostics::whole_document("b.md"), "git fetch --unshallow"});
    return result;
}

} // namespace

TEST_CASE("concise is one line each and one for all") {
    CHECK(render_concise(example(), {}) ==
          "docs/a.md:1:8: error[gate/sign-off] no such role\n"
          "b.md:1:1: could-not-verify[history/filed] the history is cut\n"
          "docs-lint: 1 error in 1 document; 1 check could not be verified (the working tree)\n");
}

TEST_CASE("quiet leaves the summary out") {
    reporters::Options options;
    options.quiet = true;
    engine::RunResult clean;
    CHECK(render_concise(clean, options).empty());
    CHECK(render_concise(example(), options).find("docs-lint:") == std::string::npos);
}

TEST_CASE("a hook shows help and keeps to its columns") {
    auto result = example();
    result.outcome.findings[0].message =
        "a message that is long enough to go over the end of a line of seventy-two";
    reporters::Options options;
    options.hook = true;
    options.width = 72;
    const std::string text = render_concise(result, options);
    CHECK(text.find("    help: name a role\n") != std::string::npos);
    CHECK(text.find("    help: git fetch --unshallow\n") != std::string::npos);
    for (const auto line : base::split(text, '\n')) CHECK(base::display_width(line) <= 72);
}
