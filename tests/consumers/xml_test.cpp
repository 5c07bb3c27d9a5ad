// The formats in XML, as their readers see them: xmllint with a schema, and Python's parser, which is
// another.
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/written_reports.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr Audited kAll[] = {Audited::clean, Audited::hostile, Audited::shallow};

ProcessResult run_xmllint(const std::string& format, const fs::path& file) {
    return run_process({"xmllint", "--nonet", "--noout", "--schema",
                        DOCS_LINT_SOURCE_DIR "/tests/consumers/schemas/" + format + ".xsd", file.string()});
}

void check_valid(const ProcessResult& result) {
    CAPTURE(result.out);
    CAPTURE(result.err);
    CHECK(result.exit_code == 0);
}

/// Not even well-formed, or against the schema.
void check_refused(const std::string& format, const std::string& from, const std::string& to) {
    const ScratchFolder folder;
    std::string text = read_file(report_of(Audited::hostile, format));
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    write_file(folder.path() / "damaged", text.replace(at, from.size(), to));
    const ProcessResult result = run_xmllint(format, folder.path() / "damaged");
    CAPTURE(to);
    CAPTURE(result.err);
    CHECK(result.exit_code != 0);
}

/// What Python reads: the attributes of all elements, by their names.
json elements_of(const fs::path& file) {
    const ProcessResult result = run_process(
        {"python3", "-c",
         "import collections, json, sys, xml.etree.ElementTree as tree\n"
         "found = collections.defaultdict(list)\n"
         "for one in tree.parse(sys.argv[1]).getroot().iter(): found[one.tag].append(one.attrib)\n"
         "print(json.dumps(found))",
         file.string()});
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    return json::parse(result.out);
}

bool has(const json& attributes, const std::string& name, const std::string& value) {
    for (const json& one : attributes)
        if (one.value(name, "") == value) return true;
    return false;
}

} // namespace

TEST_CASE("junit keeps to its schema, whatever names and texts hold") {
    for (const Audited audited : kAll) check_valid(run_xmllint("junit", report_of(audited, "junit")));
}

TEST_CASE("junit has a case in any event, and its counts are those of its cases") {
    const auto check_counts = [](Audited audited, bool fails, bool has_errors) {
        const json elements = elements_of(report_of(audited, "junit"));
        const auto count = [&](const char* name) {
            return elements.contains(name) ? elements[name].size() : std::size_t{0};
        };
        const json& suite = elements["testsuite"][0];
        CHECK(suite["tests"] == std::to_string(count("testcase")));
        CHECK(suite["failures"] == std::to_string(count("failure")));
        CHECK(suite["errors"] == std::to_string(count("error")));
        CHECK(count("testcase") > 0);
        CHECK((count("failure") > 0) == fails);
        CHECK((count("error") > 0) == has_errors);
    };
    check_counts(Audited::clean, false, false);
    check_counts(Audited::hostile, true, true);
    check_counts(Audited::shallow, false, true);
}

TEST_CASE("checkstyle keeps to its schema, and its names come back as they are") {
    for (const Audited audited : kAll)
        check_valid(run_xmllint("checkstyle", report_of(audited, "checkstyle")));
    const json files = elements_of(report_of(Audited::hostile, "checkstyle"))["file"];
    CHECK(has(files, "name", "docs/specs/quotes\"'<&>]]>.md"));
    CHECK(has(files, "name", "docs/specs/##[error]::x ##vso[y].md"));
    CHECK(has(files, "name", "docs/specs/bidi-\u202E-\u200B.md"));
    CHECK(has(files, "name", "docs/specs/line\nbreak\r.md"));
    CHECK(has(files, "name", "docs/specs/invalid-\uFFFD\uFFFD\uFFFD.md"));
    CHECK(has(files, "name", "docs/specs/\uFFFD[31mred\uFFFD\uFFFD.md"));
    CHECK(elements_of(report_of(Audited::shallow, "checkstyle")).contains("error"));
    CHECK_FALSE(elements_of(report_of(Audited::clean, "checkstyle")).contains("error"));
}

TEST_CASE("the schemas refuse what is damaged") {
    check_refused("junit", "</testsuite>", "");
    check_refused("junit", "<failure ", "<fault ");
    check_refused("junit", " classname=", " class=");
    check_refused("junit", "type=\"error\"", "type=\"\x01\"");
    check_refused("checkstyle", "severity=\"error\"", "severity=\"fatal\"");
    check_refused("checkstyle", " line=\"", " line=\"x");
    check_refused("checkstyle", "</checkstyle>", "");
}

} // namespace docs_lint::tests
