#include "base/text.hpp"
#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace docs_lint;
using diagnostics::Severity;
using reporters::render_github;
using tests::finding;
using tests::place;
using tests::result_with;

namespace {

std::size_t lines_that_begin(const std::string& text, std::string_view start) {
    const auto lines = base::split(text, '\n');
    return static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [&](auto line) { return line.substr(0, start.size()) == start; }));
}

engine::RunResult many(std::size_t errors, std::size_t warnings) {
    engine::RunResult result;
    for (std::size_t at = 0; at < warnings; ++at)
        result.outcome.findings.push_back(
            finding(Severity::warning, "w", diagnostics::whole_document("w.md")));
    for (std::size_t at = 0; at < errors; ++at)
        result.outcome.findings.push_back(finding(Severity::error, "e", diagnostics::whole_document("e.md")));
    return result;
}

} // namespace

TEST_CASE("an annotation names file, region and rule") {
    auto result =
        result_with(finding(Severity::error, "no such role", place("docs/a.md", "Owner: nobody", "nobody")));
    result.outcome.findings[0].help = "name a role";
    CHECK(render_github(result, {}) ==
          "docs-lint: 1 error in 1 document\n"
          "::error file=docs/a.md,line=1,endLine=1,col=8,endColumn=14,title=gate/sign-off::no such "
          "role%0Aname a role\n");
}

TEST_CASE("special characters are encoded for their place") {
    const auto result =
        result_with(finding(Severity::warning, "50% of: a, b", place("docs/a: b, 100%.md", "x\ny", "x\ny")));
    CHECK(render_github(result, {}) ==
          "docs-lint: 1 warning in 1 document\n"
          "::warning file=docs/a%3A b%2C 100%25.md,line=1,endLine=2,title=gate/sign-off::50%25 of: a, b\n");
}

TEST_CASE("a whole document and the repository have no line") {
    auto result = result_with(finding(Severity::information, "m", diagnostics::whole_document("a.md")));
    result.outcome.unverified.push_back({"a/b", "u", {}, ""});
    const std::string text = render_github(result, {});
    CHECK(text.find("::notice file=a.md,title=gate/sign-off::m\n") != std::string::npos);
    CHECK(text.find("::warning title=could not verify a/b::u\n") != std::string::npos);
}

TEST_CASE("no more than ten of a level, and what is left out is counted") {
    CHECK(lines_that_begin(render_github(many(10, 10), {}), "::notice") == 0);
    const std::string text = render_github(many(13, 12), {});
    CHECK(lines_that_begin(text, "::error") == 10);
    CHECK(lines_that_begin(text, "::warning") == 10);
    CHECK(lines_that_begin(text, "::notice title=docs-lint::5 more") == 1);
    CHECK(text.find("::error") < text.find("::warning"));
}

TEST_CASE("fewer of a level where that is asked for") {
    reporters::Options options;
    options.annotations = 3;
    const std::string text = render_github(many(5, 4), options);
    CHECK(lines_that_begin(text, "::error") == 3);
    CHECK(lines_that_begin(text, "::warning") == 3);
    CHECK(lines_that_begin(text, "::notice title=docs-lint::3 more in the summary") == 1);
    options.annotations = 0;
    const std::string none = render_github(many(5, 4), options);
    CHECK(lines_that_begin(none, "::notice title=docs-lint::9 more in the summary") == 1);
    CHECK(lines_that_begin(none, "::error") + lines_that_begin(none, "::warning") == 0);
}

TEST_CASE("the notice about the rest always has room") {
    engine::RunResult result;
    for (int at = 0; at < 30; ++at)
        result.outcome.findings.push_back(
            finding(Severity::information, "i", diagnostics::whole_document("i.md")));
    const std::string text = render_github(result, {});
    CHECK(lines_that_begin(text, "::notice") == 10);
    CHECK(lines_that_begin(text, "::notice title=docs-lint::21 more") == 1);
}

TEST_CASE("what could not be verified comes before warnings") {
    auto result = many(0, 12);
    result.outcome.unverified.push_back({"a/b", "u", diagnostics::whole_document("a.md"), ""});
    CHECK(render_github(result, {}).find("could not verify a/b") != std::string::npos);
}
