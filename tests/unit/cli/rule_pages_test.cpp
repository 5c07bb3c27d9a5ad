#include "cli/rule_pages.hpp"
#include "cli/run.hpp"
#include "support/scratch.hpp"
#include "unit/cli/fake_surroundings.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint;
using tests::FakeSurroundings;
using tests::ScratchFolder;

namespace {

/// A folder as `cmake --install` leaves it.
struct Installed {
    ScratchFolder folder;
    std::filesystem::path program = folder.path() / "bin" / "docs-lint";
    std::filesystem::path pages = folder.path() / "share" / "doc" / "docs-lint" / "rules" / "docs";

    Installed() { tests::write_file(pages / "gate" / "out-of-order.md", "# page"); }

    [[nodiscard]] bool links(bool terminal, const std::vector<std::string>& options = {}) const {
        FakeSurroundings fake;
        auto result = tests::with_finding(diagnostics::Severity::error);
        result.outcome.findings[0].rule = "gate/out-of-order";
        fake.results = {result};
        auto surroundings = fake.get();
        surroundings.program = program;
        surroundings.out_is_terminal = terminal;
        std::vector<std::string> arguments = {"check"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        CHECK(cli::run(arguments, surroundings) == 1);
        return fake.out.str().find("\x1b]8;;file://" + pages.string()) != std::string::npos;
    }
};

} // namespace

TEST_CASE("pages are those that were installed with the program") {
    const Installed installed;
    CHECK(cli::rule_pages_of(installed.program) == installed.pages.string());
    CHECK(cli::rule_pages_of(installed.folder.path() / "elsewhere" / "bin" / "docs-lint").empty());
    CHECK(cli::rule_pages_of({}).empty());
}

TEST_CASE("the first example of a page is shown without its fences and links") {
    const std::string page = "# gate/x\n\n## How to fix it\n\nDo.\n\n## Example: one word\n\n"
                             "The files of [a](../a), with this difference:\n\n```diff\n- [a](b)\n"
                             "## Example: no title\n```\n\n## Example: another\n\nText.\n";
    CHECK(cli::first_example(page) == std::vector<std::string>{"one word", "",
                                                               "The files of a, with this difference:", "",
                                                               "- [a](b)", "## Example: no title"});
    CHECK(cli::first_example("# gate/x\n\nText.\n").empty());
    CHECK(cli::first_example_of("gate/x", "/nowhere").empty());
}

TEST_CASE("a rule is explained with its group, an example from its page, and where that page is") {
    const Installed installed;
    tests::write_file(installed.pages / "gate" / "out-of-order.md", "## Example: one\n\n```text\nT\n```\n");
    FakeSurroundings with, without;
    auto surroundings = with.get();
    surroundings.program = installed.program;
    CHECK(cli::run({"explain", "gate/out-of-order"}, surroundings) == 0);
    const std::string text = with.out.str();
    CHECK(text.find("\nExample\n  one\n\n  T\n") != std::string::npos);
    CHECK(text.find(installed.pages.string() + "/gate/out-of-order.md") != std::string::npos);
    CHECK(cli::run({"explain", "gate/out-of-order"}, without.get()) == 0);
    CHECK(without.out.str().find("\nGroup\n  gate, with ") != std::string::npos);
    CHECK(without.out.str().find("  rules/docs/gate/out-of-order.md, in") != std::string::npos);
    CHECK(without.out.str().find("\nExample\n") == std::string::npos);
}

TEST_CASE("links go to a terminal that has colour, and nowhere else") {
    const Installed installed;
    CHECK(installed.links(true));
    CHECK(installed.links(true, {"--output=concise"}));
    CHECK_FALSE(installed.links(true, {"--color=never"}));
    CHECK_FALSE(installed.links(false));
    CHECK_FALSE(installed.links(false, {"--color=always"}));
    CHECK_FALSE(installed.links(true, {"--output=json"}));
}
