#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using diagnostics::Severity;
using reporters::render_grouped;
using tests::finding;
using tests::place;

namespace {

engine::RunResult example() {
    auto result = tests::result_with(
        finding(Severity::error, "no such role", place("docs/a.md", "Owner: nobody", "nobody")));
    result.outcome.findings.push_back(
        finding(Severity::warning, "it is old", place("docs/a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\nold", "old")));
    result.outcome.findings.push_back(
        finding(Severity::information, "nobody reads it", diagnostics::whole_document("docs/b.md")));
    result.outcome.unverified = {
        {"history/filed", "the history is cut", diagnostics::whole_document("docs/a.md", "1a2b3c4d5e6f"),
         "h"},
        {"history/whole", "there is no history", diagnostics::whole_document(""), "h"}};
    return result;
}

reporters::Options quiet() {
    reporters::Options options;
    options.quiet = true;
    return options;
}

} // namespace

TEST_CASE("under each document stands what is said of it, what could not be verified too") {
    CHECK(render_grouped(example(), quiet()) == R"((the repository)
  could-not-verify[history/whole] there is no history

docs/a.md
   1:8  error[gate/sign-off] no such role
  10:1  warning[gate/sign-off] it is old
   1:1  could-not-verify[history/filed] the history is cut (in commit 1a2b3c4d5e)

docs/b.md
  1:1  information[gate/sign-off] nobody reads it

)");
}

TEST_CASE("grouped ends with the verdict and what was looked at; statistics are asked for") {
    const std::string usual = render_grouped(example(), {});
    CHECK(usual.find("docs-lint: 1 error, 1 warning, 1 for information in 2 documents; "
                     "2 checks could not be verified\n  looked at: the working tree\n") != std::string::npos);
    CHECK(usual.find("     3  gate/sign-off\n") == std::string::npos);
    reporters::Options options;
    options.statistics = true;
    CHECK(render_grouped(example(), options).find("     3  gate/sign-off\n\ndocs-lint:") !=
          std::string::npos);
}

TEST_CASE("grouped is silent where all is well and nobody wants to hear it") {
    CHECK(render_grouped({}, quiet()).empty());
    CHECK(render_grouped({}, {}).find("docs-lint: nothing to judge") == 0);
}

TEST_CASE("grouped keeps to the columns of the screen, behind the place") {
    auto result = example();
    result.outcome.findings[0].message =
        "a message that is long enough to go over the end of a line of sixty columns, twice even, if need be";
    reporters::Options options = quiet();
    options.width = 60;
    const std::string text = render_grouped(result, options);
    for (const auto line : base::split(text, '\n')) CHECK(base::display_width(line) <= 60);
    CHECK(text.find("\n" + std::string(8, ' ') + "to go over the end of a line") != std::string::npos);
}

TEST_CASE("colour goes round places and severities, and changes nothing else") {
    reporters::Options options;
    options.colour = true;
    std::string text = render_grouped(example(), options);
    CHECK(text.find("\x1b[1;31merror[gate/sign-off]\x1b[0m no such role") != std::string::npos);
    CHECK(text.find("\x1b[1;35mcould-not-verify[history/whole]\x1b[0m") != std::string::npos);
    for (std::size_t at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b'))
        text.erase(at, text.find('m', at) + 1 - at);
    CHECK(text == render_grouped(example(), {}));
}
