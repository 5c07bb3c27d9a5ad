#include "cli/manual.hpp"
#include "support/process.hpp"
#include "unit/cli/fake_surroundings.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using cli::DescribedCommand;
using cli::DescribedOption;

namespace {

DescribedCommand small_program() {
    const DescribedOption shared{.names = {"-q", "--quiet"}, .description = "Say less"};
    const DescribedOption own{
        .names = {"--level"}, .placeholder = "LEVEL", .description = ".5 isn't \\ or `low`"};
    DescribedCommand program{.name = "small", .description = "Does little."};
    program.footer = "Examples:\n  small --level 1   the first\n\nExit codes: 0 well, 1 not.";
    program.commands = {{.name = "run", .description = "Run it", .options = {shared, own}},
                        {.name = "stop", .description = "Stop it", .options = {shared}}};
    return program;
}

std::string page() {
    return cli::manual_page(small_program(), "2026-03-01");
}

std::string shown() {
    const auto result = tests::run_process({"mandoc", "-T", "utf8", "-O", "width=78"},
                                           {.folder = {}, .environment = {}, .input = page()});
    REQUIRE(result.exit_code == 0);
    std::string plain; // bold is a character printed over itself
    for (std::size_t at = 0; at < result.out.size(); ++at) {
        if (result.out[at] == '\b')
            plain.pop_back();
        else
            plain += result.out[at];
    }
    return plain;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t number = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
}

} // namespace

TEST_CASE("the manual shows texts as they are, whatever roff makes of them elsewhere") {
    const std::string text = shown();
    CHECK(contains(text, "small - Does little\n"));
    CHECK(contains(text, "--level LEVEL\n"));
    CHECK(contains(text, ".5 isn't \\ or low"));
    CHECK(contains(text, "2026-03-01"));
}

TEST_CASE("an option of several commands is described once, and named in each") {
    const std::string text = shown();
    CHECK(count(text, "Say less") == 1);
    CHECK(count(text, "--quiet") == 3);
}

TEST_CASE("what stands below the help becomes sections") {
    const std::string text = shown();
    CHECK(contains(text, "EXAMPLES\n       small --level 1\n              the first"));
    CHECK(contains(text, "EXIT CODES\n       0 well, 1 not."));
}

TEST_CASE("the date of the page is that of the source, or none") {
    tests::FakeSurroundings fake;
    fake.variables = {{"SOURCE_DATE_EPOCH", "1772355600"}};
    CHECK(cli::manual(small_program(), fake.get()) == cli::ExitCode::clean);
    CHECK(contains(fake.out.str(), " 1 \"2026-03-01\" "));
    for (const char* wrong : {"yesterday", "1x", "-1", "99999999999999999999"}) {
        tests::FakeSurroundings other;
        other.variables = {{"SOURCE_DATE_EPOCH", wrong}};
        CHECK(cli::manual(small_program(), other.get()) == cli::ExitCode::failure);
        CHECK(other.out.str().empty());
        CHECK(contains(other.err.str(), "SOURCE_DATE_EPOCH"));
    }
}
