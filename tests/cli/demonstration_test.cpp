// scripts/demonstration makes two repositories; what docs-lint says of them is compared with the list of
// planted faults.
#include "support/process.hpp"
#include "support/scratch.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using docs_lint::tests::ProcessResult;
using docs_lint::tests::read_file;
using docs_lint::tests::run_docs_lint;
using docs_lint::tests::run_process;
using docs_lint::tests::ScratchFolder;
using nlohmann::json;

constexpr const char* kTexts = DOCS_LINT_SOURCE_DIR "/scripts/demonstration.d/faults";
constexpr const char* kRecord = "docs/product/phase_gates/defect-DEF-014-weight-phase-gate.md";

/// Where a finding is expected: the text of its line, and a part of the heading above it.
struct Expected {
    std::string rule;
    std::string path;
    std::string line;
    std::string under;
};

struct Found {
    std::string rule;
    std::string path;
    std::string line;
    std::string heading;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string replace_all(std::string text, const std::string& old_text, const std::string& new_text) {
    for (std::size_t at = text.find(old_text); at != std::string::npos;
         at = text.find(old_text, at + new_text.size()))
        text.replace(at, old_text.size(), new_text);
    return text;
}

/// The ids of commits that the script wrote down, put in place of `@NAME@`.
std::string with_ids(std::string text, const std::filesystem::path& repository) {
    for (const std::string& line : lines_of(read_file(repository / ".git/docs-lint-demonstration"))) {
        const std::size_t blank = line.find(' ');
        text = replace_all(text, "@" + line.substr(0, blank) + "@", line.substr(blank + 1));
    }
    return text;
}

std::string value_of(const std::string& line, const std::string& key) {
    const std::string begin = key + ":";
    if (line.rfind(begin, 0) != 0) return {};
    const std::size_t value = line.find_first_not_of(' ', begin.size());
    return value == std::string::npos ? "" : line.substr(value);
}

std::vector<Expected> planted_faults(const std::filesystem::path& repository) {
    std::vector<Expected> faults;
    Expected fault;
    for (const std::string& line : lines_of(with_ids(read_file(kTexts), repository))) {
        if (line.rfind("fault:", 0) == 0) fault = {"", kRecord, "", ""};
        for (const char* key : {"in", "path"})
            if (const auto path = value_of(line, key); !path.empty()) fault.path = path;
        if (const auto under = value_of(line, "under"); !under.empty()) fault.under = under;
        if (const auto rule = value_of(line, "finding"); !rule.empty()) fault.rule = rule;
        if (line.rfind("line:", 0) != 0) continue;
        fault.line = value_of(line, "line");
        faults.push_back(fault);
    }
    return faults;
}

bool is_heading(const std::string& line) {
    return line.rfind("#", 0) == 0 || line.rfind("**Gate ", 0) == 0;
}

/// The finding's line as it stands in HEAD, and the nearest heading at or above it; both empty where the file
/// is gone.
Found found_at(const json& finding, const std::filesystem::path& repository) {
    Found found{finding["rule"], finding["path"], "", ""};
    if (!std::filesystem::exists(repository / found.path)) return found;
    const auto lines = lines_of(read_file(repository / found.path));
    const std::size_t line = finding["line"];
    REQUIRE(line >= 1);
    REQUIRE(line <= lines.size());
    found.line = lines[line - 1];
    for (std::size_t at = line; at > 0 && found.heading.empty(); --at)
        if (is_heading(lines[at - 1])) found.heading = lines[at - 1];
    return found;
}

bool agrees(const Expected& expected, const Found& found) {
    return expected.rule == found.rule && expected.path == found.path && expected.line == found.line &&
           found.heading.find(expected.under) != std::string::npos;
}

json judged(const std::filesystem::path& repository, std::vector<std::string> command, int exit_code) {
    std::vector<std::string> arguments = {"-C", repository.string()};
    arguments.insert(arguments.end(), command.begin(), command.end());
    arguments.insert(arguments.end(), {"--output", "json"});
    const ProcessResult result = run_docs_lint(arguments);
    INFO(result.out);
    INFO(result.err);
    CHECK(result.exit_code == exit_code);
    return json::parse(result.out);
}

/// The planted faults that the result does not name. Whatever it names besides fails.
std::vector<Expected> not_found(std::vector<Expected> expected, const json& result,
                                const std::filesystem::path& repository) {
    for (const json& finding : result["findings"]) {
        const Found found = found_at(finding, repository);
        const auto match = std::find_if(expected.begin(), expected.end(),
                                        [&](const Expected& one) { return agrees(one, found); });
        INFO(finding.dump(2));
        INFO(found.heading << "\n" << found.line);
        CHECK(match != expected.end());
        if (match != expected.end()) expected.erase(match);
    }
    return expected;
}

std::string group_of(const std::string& rule) {
    return rule.substr(0, rule.find('/'));
}

/// A confirmation, a validation, or a row of a table of sign-offs.
bool is_sign_off(const std::string& line) {
    const auto says = [&](const std::string& label, const std::string& verdict) {
        const std::size_t at = line.find(label);
        if (at == std::string::npos) return false;
        const std::size_t value = line.find_first_not_of(' ', at + label.size());
        return value != std::string::npos && line.compare(value, verdict.size(), verdict) == 0;
    };
    return says("Owner confirmation:", "Yes") || says("PMO validation:", "Pass") ||
           says("PMO Validation:", "Pass") || line.rfind("| 0.", 0) == 0;
}

std::string without_last_date(const std::string& line) {
    const std::string date = ", 2026-";
    const std::size_t begin = line.rfind(date);
    return begin == std::string::npos ? line : line.substr(0, begin) + line.substr(begin + date.size() + 5);
}

std::string with_line(const std::vector<std::string>& lines, std::size_t place, const std::string& text) {
    std::string whole;
    for (std::size_t at = 0; at < lines.size(); ++at) whole += (at == place ? text : lines[at]) + "\n";
    return whole;
}

bool is_gate_finding(const json& finding) {
    return finding["rule"].get<std::string>().rfind("gate/", 0) == 0;
}

std::size_t gate_findings_at(const json& result, std::size_t line) {
    std::size_t count = 0;
    for (const json& finding : result["findings"])
        if (is_gate_finding(finding) && finding["line"] == line) ++count;
    return count;
}

/// The record is filed, so that editing it is a finding of its own.
std::size_t other_findings(const json& result) {
    std::size_t count = 0;
    for (const json& finding : result["findings"])
        if (!is_gate_finding(finding) && finding["rule"] != "record/changed") ++count;
    return count;
}

/// Both repositories, made once for all tests here.
const std::filesystem::path& demonstration() {
    static const ScratchFolder folder;
    static const bool made = [] {
        const auto result =
            run_process({DOCS_LINT_SOURCE_DIR "/scripts/demonstration", folder.path().string()});
        INFO(result.err);
        REQUIRE(result.exit_code == 0);
        return true;
    }();
    REQUIRE(made);
    return folder.path();
}

} // namespace

TEST_CASE("nothing is found in the sound repository") {
    const auto repository = demonstration() / "sound";
    for (const std::string command : {"check", "audit"}) {
        CAPTURE(command);
        const json result = judged(repository, {command}, 0);
        CHECK(result["findings"] == json::array());
        CHECK(result["unverified"] == json::array());
        CHECK(result["summary"]["judged"] == 19);
        CHECK(result["summary"]["filed"] == 3);
    }
    CHECK(judged(repository, {"audit"}, 0)["summary"]["commits"] == 31);
}

TEST_CASE("nothing is found in the sound repository on any day, whatever level counts") {
    const auto repository = demonstration() / "sound";
    for (const std::string day : {"2026-03-11", "2026-03-20", "2036-03-20"}) {
        CAPTURE(day);
        const json result = judged(repository, {"audit", "--as-of", day, "--fail-on", "information"}, 0);
        CHECK(result["findings"] == json::array());
    }
}

TEST_CASE("every commit of the sound repository's defect passes as a pull request") {
    const auto repository = demonstration() / "sound";
    const json result = judged(repository, {"check", "--range", "v1.0..HEAD"}, 0);
    CHECK(result["findings"] == json::array());
}

TEST_CASE("the audit of the broken repository finds every planted fault at its line, and nothing else") {
    const auto repository = demonstration() / "broken";
    const json result = judged(repository, {"audit"}, 1);
    CHECK(result["unverified"] == json::array());
    const auto planted = planted_faults(repository);
    REQUIRE(planted.size() == 46);
    for (const Expected& missed : not_found(planted, result, repository))
        FAIL_CHECK("not found: " << missed.rule << " at " << missed.under << ": " << missed.line);
}

TEST_CASE("a fault is planted for every group of rules but two") {
    // No file there has companions, and no role of the built-in pack has an identity.
    const std::set<std::string> left_out = {"authority", "change"};
    std::set<std::string> planted;
    for (const Expected& fault : planted_faults(demonstration() / "broken"))
        planted.insert(group_of(fault.rule));
    for (const auto& entry : std::filesystem::directory_iterator(DOCS_LINT_SOURCE_DIR "/rules/docs")) {
        const std::string group = entry.path().filename().string();
        if (entry.is_directory()) CHECK_MESSAGE(planted.count(group) + left_out.count(group) == 1, group);
    }
}

TEST_CASE("a check of the broken repository's files finds what the documents say, and leaves the history and "
          "the clock to the audit") {
    const auto repository = demonstration() / "broken";
    const json result = judged(repository, {"check"}, 1);
    std::multiset<std::string> left;
    for (const Expected& missed : not_found(planted_faults(repository), result, repository))
        left.insert(missed.rule);
    CHECK(left == std::multiset<std::string>{"action/overdue", "changelog/rewritten", "gate/signoff-stale",
                                             "header/date-stale", "record/changed", "record/deleted",
                                             "severity/changed", "state/update-late",
                                             "version/not-incremented"});
}

TEST_CASE(
    "a cure neither asks for a yes where the owner said no, nor names the folder where a file lies already") {
    const json result = judged(demonstration() / "broken", {"audit"}, 1);
    std::size_t cures = 0;
    for (const json& finding : result["findings"]) {
        const std::string message = finding["message"];
        const std::string help = finding["help"];
        const bool refused = message.find("of RC.3 says No") != std::string::npos;
        if (refused) CHECK(help.find("Yes") == std::string::npos);
        const bool unclassified = finding["rule"] == "document/unclassified";
        if (unclassified) CHECK(help.find("did you mean") == std::string::npos);
        if (refused || unclassified) ++cures;
    }
    CHECK(cures == 2);
}

TEST_CASE("every confirmation and validation of the sound repository counts: without its date it is found, "
          "and nothing else") {
    const auto repository = demonstration() / "sound";
    std::size_t sign_offs = 0;
    for (const char* name : {kRecord, "docs/product/phase_gates/FEAT-007-return-labels-phase-gate.md"}) {
        const std::string whole = read_file(repository / name);
        const auto lines = lines_of(whole);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (!is_sign_off(lines[at])) continue;
            ++sign_offs;
            CAPTURE(lines[at]);
            docs_lint::tests::write_file(repository / name,
                                         with_line(lines, at, without_last_date(lines[at])));
            const json result = judged(repository, {"check", (repository / name).string()}, 1);
            docs_lint::tests::write_file(repository / name, whole);
            CHECK(gate_findings_at(result, at + 1) == 1);
            CHECK(other_findings(result) == 0);
        }
    }
    CHECK(sign_offs == 2 * 19 + 2 * 11 + 2);
}

TEST_CASE("the script does not take away a folder that it did not make") {
    const ScratchFolder folder;
    docs_lint::tests::write_file(folder.path() / "sound/mine.txt", "mine");
    const auto result = run_process({DOCS_LINT_SOURCE_DIR "/scripts/demonstration", folder.path().string()});
    CHECK(result.exit_code == 1);
    CHECK(read_file(folder.path() / "sound/mine.txt") == "mine");
}
