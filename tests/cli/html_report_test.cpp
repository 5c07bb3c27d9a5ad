// The HTML report in a real browser: what it says is there, on a laptop and on a phone, light and dark;
// nothing sticks out, nothing is too faint to be read, nothing in it runs, and no text of a document becomes
// markup.
#include "support/chromium.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace docs_lint::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

struct Screen {
    int width;
    bool dark;
};

constexpr Screen kScreens[] = {{1280, false}, {1280, true}, {390, false}, {390, true}};

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = text.find(to, begin + from.size());
    REQUIRE(end != std::string::npos);
    return text.substr(begin + from.size(), end - begin - from.size());
}

std::string undo_entities(std::string text) {
    for (const auto& [entity, letter] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&amp;", "&"}})
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
            text.replace(at, std::string(entity).size(), letter);
    return text;
}

/// What a browser makes of a report: see tests/html/probe.html.
json seen(const fs::path& report, Screen screen) {
    const ScratchFolder home;
    const std::string probe = DOCS_LINT_SOURCE_DIR "/tests/html/probe.html";
    const auto result =
        run_chromium({"--dump-dom"},
                     fmt::format("file://{}?width={}&report=file://{}", probe, screen.width, report.string()),
                     {1400, 1200, screen.dark}, home.path());
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const std::string& page = result.out;
    const json found = json::parse(undo_entities(between(page, "<body>", "</body>")), nullptr, false);
    INFO(page);
    REQUIRE_FALSE(found.is_discarded());
    return found;
}

void write_report(const fs::path& repository, const std::string& file) {
    const auto result = run_docs_lint(
        {"-C", repository.string(), "audit", "--as-of", "2026-03-12", "-o", "html=" + file, "-q"});
    INFO(result.err);
    REQUIRE(result.exit_code <= 1);
}

bool has(const json& found, const std::string& part) {
    return found.at("text").get<std::string>().find(part) != std::string::npos;
}

/// A record that lacks a signature and one that is filed, an open action, findings.
struct Example {
    TidyRepository repository;
    ScratchFolder folder;
    std::string report = (folder.path() / "report.html").string();

    Example() {
        auto record = repository.filed();
        record.header = repository.active().header;
        record.item("RC.3").owner = "Yes — Product Owner, 2026-02-05";
        repository.write("docs/product/phase_gates/defect-105-labels-phase-gate.md", record.text());
        static_cast<void>(repository.commit("second record", "2026-03-02T09:00:00Z"));
    }
};

} // namespace

TEST_CASE(
    "the page is readable on every screen: nothing sticks out or is faint, every link leads somewhere") {
    const Example example;
    write_report(example.repository.path(), example.report);
    for (const Screen screen : kScreens) {
        CAPTURE(screen.width);
        CAPTURE(screen.dark);
        const json found = seen(example.report, screen);
        CHECK(found["dark"] == screen.dark);
        CHECK((found["page"][0].get<int>() < 60) == screen.dark);
        CHECK(found["edge"] <= screen.width);
        CHECK(found["scroll"] <= found["edge"]);
        CHECK(found["outside"] == json::array());
        CHECK(found["faint"] == json::array());
        CHECK(found["broken"] == json::array());
        CHECK(found["scripts"] == 0);
    }
}

TEST_CASE("a page that sticks out, is faint or leads nowhere would be seen") {
    const Example example;
    write_report(example.repository.path(), example.report);
    std::string page = replaced(read_file(example.report), "--soft: #57606a;", "--soft: #b0b0b0;");
    page = replaced(page, "<main>", "<main><a href=\"#nowhere\">x</a><p style=\"width:3000px\">wide</p>");
    write_file(example.report, page);
    const json found = seen(example.report, kScreens[2]);
    CHECK(found["scroll"] > found["edge"]);
    CHECK_FALSE(found["outside"].empty());
    CHECK_FALSE(found["faint"].empty());
    CHECK(found["broken"] == json::array({"nowhere"}));
}

TEST_CASE("it says in words where each record stands, and draws its history") {
    const Example example;
    write_report(example.repository.path(), example.report);
    const json found = seen(example.report, kScreens[0]);
    for (const char* part :
         {"Where each record stands", "104", "105", "CLOSED", "ROOT_CAUSE (declares CLOSED)", "wrong role",
          "signed", "Gate RC: ROOT_CAUSE to FIX_SCOPE", "the owner confirmation by the right role",
          "Spec and fix", "spec first", "gate/owner-wrong-role",
          "Nothing in this page is fetched from elsewhere"})
        CHECK_MESSAGE(has(found, part), part);
    CHECK(found["drawings"] == 2);
    const auto marks = found["marks"].get<std::vector<std::string>>();
    const auto drawn = [&](const std::string& part) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const std::string& mark) { return mark.find(part) != std::string::npos; });
    };
    const auto& commits = example.repository.commits();
    CHECK(drawn("filed in commit " + commits.filed.substr(0, 10)));
    CHECK(drawn("spec in commit " + commits.spec.substr(0, 10)));
    CHECK(drawn("fix in commit " + commits.fix.substr(0, 10)));
    CHECK(drawn("signed in commit " + commits.active.substr(0, 10)));
}

TEST_CASE("no text of a document becomes markup, and the page fetches nothing") {
    const TidyRepository repository;
    const std::string hostile =
        "</title></style><script>document.title='got'</script><img src=x onerror=alert(1)>"
        "{{{style}}} \"'&amp; \x1b[31m \xe2\x80\xae";
    auto record = repository.active();
    record.extra += "\n## Actions\n\n| Action ID | Description | Owner | Deadline | Status |\n"
                    "| --- | --- | --- | --- | --- |\n| A-1 | " +
                    hostile + " | QA Lead | ASAP | Open |\n";
    repository.write("docs/product/phase_gates/defect-106-<b>x-phase-gate.md",
                     replaced(record.text(), "# Defect 104", "# " + hostile));
    static_cast<void>(repository.commit(hostile));
    const ScratchFolder folder;
    const std::string file = (folder.path() / "report.html").string();
    write_report(repository.path(), file);
    const std::string page = read_file(file);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("http://") == std::string::npos);
    CHECK(page.find("https://") == std::string::npos);
    CHECK(page.find('\x1b') == std::string::npos);
    const json found = seen(file, kScreens[2]);
    CHECK(found["scripts"] == 0);
    CHECK(found["outside"] == json::array());
    CHECK(has(found, "<script>document.title='got'</script>")); // as text
}

TEST_CASE("the shards of an audit make the same page") {
    const Example example;
    const std::string folder = example.folder.path().string();
    std::vector<std::string> merge = {"merge", "-o",        "html=" + folder + "/merged.html",
                                      "-q",    "--fail-on", "never"};
    for (const char* part : {"1", "2", "3"}) {
        const std::string file = fmt::format("{}/{}.json", folder, part);
        const auto result =
            run_docs_lint({"-C", example.repository.path().string(), "audit", "--as-of", "2026-03-12",
                           "--shard", fmt::format("{}/3", part), "-o", "json=" + file, "--fail-on", "never"});
        REQUIRE(result.exit_code == 0);
        merge.push_back(file);
    }
    REQUIRE(run_docs_lint(merge).exit_code == 0);
    write_report(example.repository.path(), example.report);
    CHECK(read_file(folder + "/merged.html") == read_file(example.report));
    const auto jobs = run_docs_lint({"-C", example.repository.path().string(), "audit", "--as-of",
                                     "2026-03-12", "-j", "2", "-o", "html=" + folder + "/jobs.html", "-q"});
    CHECK(jobs.exit_code == 1);
    CHECK(read_file(folder + "/jobs.html") == read_file(example.report));
}
