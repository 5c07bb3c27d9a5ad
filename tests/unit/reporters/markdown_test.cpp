#include "base/text.hpp"
#include "reporters/format.hpp"
#include "reporters/markdown_text.hpp"
#include "support/process.hpp"
#include "unit/reporters/results.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <regex>

using namespace docs_lint;
using diagnostics::Severity;
using reporters::markdown_code;
using reporters::markdown_prose;
using reporters::render_markdown;
using tests::finding;
using tests::place;
using tests::result_with;

namespace {

constexpr std::size_t kMebibyte = 1'048'576;

const std::vector<std::string> kHostile = {
    "@octocat and @octo-org/team, a@example.org",
    "#12, GH-12, gh-7, octo/repo#3, octo/repo@1a2b3c4d5e",
    "1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b and 9D9BA94",
    "https://example.org www.example.org WWW.example.org ftp://x.org mailto:a@b.org (http://x.org)",
    "[text](https://example.org) ![alt](x.png) [ref] [^1] <https://example.org> [ref]: https://x.org",
    "<b>bold</b> <script>alert(1)</script> <!-- hidden <img src=x onerror=y> &lt;b&gt; &#64;octocat",
    "*a* _b_ __c__ **d** ~~e~~ `f` ``g`` \\*h\\* \\",
    "a | b \\| c \\\\| d || | `e|f` |`|",
    "` `` ``` ```` ` a` `b",
    "|",
    "`",
    "\\",
    "``|``",
    " | ",
    "| --- |",
    ":smile: :+1: a:b: $x$ $$y$$ $`z`$ `$` `$`",
    "one\n# two\n- three\n\n| four |\n\n    five",
    "a\u202Eb\u200Bc\uFEFFd \x1b[2J \xFF\xFE \u2028",
    "- [x] done",
    "1. one",
    "# heading",
    "> quote",
    "---",
    "===",
    "+ plus",
    "```",
    "~~~",
    "##[error]x ::error::y",
};

/// cmark-gfm's own reading of a text, by GitHub's extensions: the name of each node, and its text.
std::vector<std::pair<std::string, std::string>> nodes_of(const std::string& markdown) {
    tests::ProcessOptions options;
    options.input = markdown;
    const auto read = tests::run_process({"cmark-gfm", "--to", "xml", "-e", "footnotes", "-e", "table", "-e",
                                          "autolink", "-e", "strikethrough", "-e", "tasklist"},
                                         options);
    REQUIRE_MESSAGE(read.exit_code == 0, "cmark-gfm must be installed: " << read.err);
    static const std::regex node(R"(^ *<([a-z_]+)[^>]*>(?:([^<]*)</)?)");
    std::vector<std::pair<std::string, std::string>> nodes;
    for (const auto line : base::split(read.out, '\n')) {
        std::match_results<std::string_view::const_iterator> match;
        if (std::regex_search(line.begin(), line.end(), match, node)) nodes.emplace_back(match[1], match[2]);
    }
    return nodes;
}

/// Nodes that make up the report itself.
std::map<std::string, int> skeleton_of(const std::string& markdown) {
    std::map<std::string, int> skeleton;
    for (const auto& [name, text] : nodes_of(markdown))
        if (name != "text" && name != "code") ++skeleton[name];
    return skeleton;
}

/// What GitHub makes links, mentions and pictures of in text that is no code, after Markdown.
bool means_something_to_github(const std::string& text) {
    static const std::regex something(
        R"(@\w|#\d|\bGH-\d|[0-9a-f]{7}|:[\w+-]+:|\$|https?:|ftp:|mailto:|www\.|&lt;|`)", std::regex::icase);
    return std::regex_search(text, something);
}

engine::RunResult many_findings(std::size_t number, const std::string& message) {
    engine::RunResult result;
    for (std::size_t at = 0; at < number; ++at)
        result.outcome.findings.push_back(
            finding(Severity::error, message, diagnostics::whole_document(fmt::format("{:05}.md", at))));
    return result;
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

} // namespace

TEST_CASE("the verdict, a table for each document, and what was looked at") {
    auto result =
        result_with(finding(Severity::error, "no such role", place("docs/a.md", "Owner: nobody", "nobody")));
    result.outcome.findings[0].help = "name a role";
    CHECK(render_markdown(result, {}) == "## docs-lint: 1 error in 1 document\n"
                                         "\n### `docs/a.md`\n\n"
                                         "| Severity | Rule | Line | Finding | What to do |\n"
                                         "| --- | --- | --- | --- | --- |\n"
                                         "| error | `gate/sign-off` | 1:8 | no such role | name a role |\n"
                                         "\n### What was looked at\n\n"
                                         "- **looked at**: the working tree\n"
                                         "- **judged**: 3 of 4 governed documents (0 filed, 9 files in all)\n"
                                         "- **policy**: built-in pack\n");
}

TEST_CASE("what could not be verified has a table of its own") {
    engine::RunResult result;
    result.outcome.unverified.push_back({"a/b", "how it was", diagnostics::whole_document("c.md"), "fetch"});
    result.outcome.unverified.push_back({"a/b", "what it was", {}, ""});
    const std::string text = render_markdown(result, {});
    CHECK(first_line(text) == "## docs-lint: 2 checks could not be verified");
    CHECK(text.find("\n### Could not be verified\n\n") != std::string::npos);
    CHECK(text.find("| `a/b` | `c.md` 1:1 | how it was | fetch |\n") != std::string::npos);
    CHECK(text.find("| `a/b` | the repository | what it was |  |\n") != std::string::npos);
}

TEST_CASE("another version than the checked one, and what is in no document, are named") {
    auto location = place("docs/a.md", "x", "x");
    location.commit = "1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b";
    CHECK(render_markdown(result_with(finding(Severity::warning, "m", location)), {})
              .find("| warning | `gate/sign-off` | 1:1 in commit `1a2b3c4d5e` | m |") != std::string::npos);
    CHECK(render_markdown(result_with(finding(Severity::information, "m", {})), {})
              .find("\n### The repository\n") != std::string::npos);
}

TEST_CASE("documents with errors come first") {
    engine::RunResult result;
    result.outcome.findings = {
        finding(Severity::warning, "w", diagnostics::whole_document("a.md")),
        finding(Severity::error, "e", diagnostics::whole_document("b.md")),
        finding(Severity::warning, "v", diagnostics::whole_document("c.md")),
    };
    const std::string text = render_markdown(result, {});
    CHECK(text.find("`b.md`") < text.find("`a.md`"));
    CHECK(text.find("`a.md`") < text.find("`c.md`"));
}

TEST_CASE("words stay words, and what GitHub reads as more becomes code") {
    CHECK(markdown_prose("DEF-014 (High) is closed, and docs/product/changelog.md does not name it") ==
          "DEF-014 (High) is closed, and docs/product/changelog.md does not name it");
    CHECK(markdown_prose("ask @octocat about #12") == "ask `@octocat` about `#12`");
    CHECK(markdown_prose("see *a b* there: x") == "see `*a` `b*` there: x");
    CHECK(markdown_prose("in (1a2b3c4d5e), \"#1\" and $5.") == "in (`1a2b3c4d5e`), \"`#1`\" and `$5`.");
    CHECK(markdown_prose("two `ticks` and <b>") == "two `ticks` and `<b>`");
    CHECK(markdown_prose("a|b \\| | c") == "`a`&#124;`b` `\\`&#124; &#124; c");
    CHECK(markdown_prose("phase_gates/x.md") == "`phase_gates/x.md`");
    CHECK(markdown_prose("").empty());
    CHECK(markdown_code("a|b") == "`a`&#124;`b`");
    CHECK(markdown_code("").empty());
}

TEST_CASE("a long text is cut, with a mark") {
    CHECK(markdown_prose(std::string(600, 'x')) == std::string(600, 'x'));
    CHECK(markdown_prose(std::string(601, 'x')) == std::string(600, 'x') + " … (cut)");
}

TEST_CASE("hostile text is neither markup nor link nor mention, and moves nothing, as cmark-gfm reads it") {
    const auto plain = skeleton_of(render_markdown(tests::hostile_result("word"), {}));
    REQUIRE(plain.at("table") == 2);
    REQUIRE(plain.at("table_row") == 2);
    for (const std::string& text : kHostile) {
        CAPTURE(text);
        const std::string markdown = render_markdown(tests::hostile_result(text), {});
        CAPTURE(markdown);
        CHECK(skeleton_of(markdown) == plain);
        for (const auto& [name, shown] : nodes_of(markdown))
            CHECK_MESSAGE((name == "code" || !means_something_to_github(shown)), name << ": " << shown);
    }
}

TEST_CASE("the check of hostile text can fail") {
    CHECK(skeleton_of("| a |\n| --- |\n| <b> |\n").count("html_inline") == 1);
    CHECK(skeleton_of("| a |\n| --- |\n| www.example.org |\n").count("link") == 1);
    CHECK(means_something_to_github("@octocat"));
    CHECK(means_something_to_github("octo/repo#3"));
}

TEST_CASE("code shows what the document says") {
    for (const std::string text : {"a\\b", "`", "``x`", " `a", "x y", "<b>&amp;", "\\"}) {
        std::string shown;
        for (const auto& [name, value] : nodes_of("| x |\n| - |\n| " + markdown_code(text) + " |\n"))
            if (name == "code") shown += value;
        shown = std::regex_replace(shown, std::regex("&lt;"), "<");
        shown = std::regex_replace(shown, std::regex("&gt;"), ">");
        shown = std::regex_replace(shown, std::regex("&amp;"), "&");
        CHECK(shown == text);
    }
}

TEST_CASE("all of it is below 1 MiB, and what is left out is counted") {
    for (const std::string& message :
         {std::string(700, 'x'), std::string(700, '|'), std::string(700, '\x01')}) {
        auto result = many_findings(2'000, message);
        for (int at = 0; at < 2'000; ++at)
            result.outcome.unverified.push_back(
                {"a/b", message, diagnostics::whole_document(message), message});
        result.summary.notes = std::vector<std::string>(2'000, message);
        const std::string text = render_markdown(result, {});
        CHECK(text.size() < kMebibyte);
        CHECK(text.find(" more** have no room here") != std::string::npos);
        CHECK(first_line(text) ==
              "## docs-lint: 2000 errors in 2000 documents; 2000 checks could not be verified");
        CHECK(text.find("### Could not be verified") != std::string::npos);
        CHECK(text.find("### What was looked at") != std::string::npos);
    }
}

TEST_CASE("the number of what is left out is right") {
    const std::string text = render_markdown(many_findings(2'000, std::string(500, 'x')), {});
    std::size_t rows = 0;
    for (const auto line : base::split(text, '\n')) rows += line.substr(0, 8) == "| error " ? 1 : 0;
    CHECK(text.find(fmt::format("\n**{} more** have no room here", 2'000 - rows)) != std::string::npos);
}

TEST_CASE("a runner's commands are broken also where that makes the text longer") {
    reporters::Options options;
    options.ci = true;
    std::string commands;
    for (int at = 0; at < 200; ++at) commands += "##[";
    const std::string text = render_markdown(many_findings(2'000, commands), options);
    CHECK(text.find("##[") == std::string::npos);
    CHECK(text.size() < kMebibyte);
}

TEST_CASE("code with blanks stays in one piece") {
    CHECK(markdown_prose("cite it by `git log --format=%h`, as it is") ==
          "cite it by `git log --format=%h`, as it is");
    CHECK(markdown_prose("see (`@octocat`) and `a|b`") == "see (`@octocat`) and `a`&#124;`b`");
    CHECK(markdown_prose("``two`` and ` ` and `a`b`") == "``` ``two`` ``` and `` ` ` `` and `` `a`b` ``");
    CHECK(markdown_prose("one ` stands alone") == "one `` ` `` stands alone");
}
