#include "diagnostics/diagnostic.hpp"
#include "engine/run.hpp"
#include "reporters/format.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <optional>
#include <rapidcheck.h>
#include <sstream>
#include <string>
#include <vector>

// The same content gives the same findings, whichever way it is read and in whichever order it came.

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

constexpr base::Instant kAsOf{1'772'355'600, 0};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

/// Something small happens to the record at a random place.
std::string mutated(std::string text) {
    static const std::vector<std::string> kPieces = {"No",           "Yes",
                                                     "pending",      "\xe2\x80\x8b",
                                                     "\xff",         "<!--",
                                                     "-->",          "```\n",
                                                     "> ",           "- ",
                                                     "~~",           "\r",
                                                     "\n\n",         "&#70;",
                                                     "[x]",          "|",
                                                     "---\n",        "2026-02-30",
                                                     "2199-01-01",   "Filed",
                                                     "CLOSED",       "0123456789abcdef",
                                                     "\xef\xbb\xbf", "\t"};
    const int kind = *rc::gen::inRange(0, 5);
    if (kind == 0) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        return text.insert(at, *rc::gen::elementOf(kPieces));
    }
    if (kind == 1) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        return text.erase(at, *rc::gen::inRange<std::size_t>(1, 40));
    }
    auto lines = lines_of(text);
    const auto one = *rc::gen::inRange<std::size_t>(0, lines.size());
    const auto other = *rc::gen::inRange<std::size_t>(0, lines.size());
    if (kind == 2)
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(one));
    else if (kind == 3)
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(one), lines[other]);
    else
        std::swap(lines[one], lines[other]);
    return joined(lines);
}

std::string any_record(const TidyRepository& repository) {
    std::string text = *rc::gen::arbitrary<bool>() ? repository.filed().text() : repository.active().text();
    const int times = *rc::gen::inRange(0, 4);
    for (int time = 0; time < times; ++time) text = mutated(text);
    return text;
}

engine::RunResult run(const std::filesystem::path& folder, engine::Mode mode) {
    engine::Request request;
    request.folder = folder.string();
    request.mode = mode;
    request.as_of = kAsOf;
    if (mode == engine::Mode::revision) request.head = "HEAD";
    auto result = engine::run(request);
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

std::string place_of(const diagnostics::Location& location) {
    std::ostringstream text;
    text << location.path << ':' << location.begin.line << ':' << location.begin.column << '-'
         << location.end.line << ':' << location.end.column;
    return text.str();
}

/// Of a path that was never there a committed record tells when it should have been.
std::string in_words_of_what_is_staged(std::string message) {
    constexpr std::string_view kThen =
        "which did not exist when this change recorded the sign-off, and does not now";
    const std::size_t at = message.find(kThen);
    return at == std::string::npos ? message : message.replace(at, kThen.size(), "which does not exist");
}

/// The message with `this change` for the commit that the finding is about: staged, it has no id yet.
std::string without_commit(const diagnostics::Diagnostic& finding) {
    std::string message = finding.message;
    const std::string name = "commit " + finding.commit.substr(0, 10);
    const std::size_t at = finding.commit.empty() ? std::string::npos : message.find(name);
    if (at != std::string::npos) message.replace(at, name.size(), "this change");
    return in_words_of_what_is_staged(message);
}

/// What was said, without the name of the snapshot it was said of. A fingerprint covers the message, so it is
/// compared where no commit is named.
std::vector<std::string> said(const engine::RunResult& result) {
    std::vector<std::string> all;
    for (const auto& finding : result.outcome.findings) {
        const std::string message = without_commit(finding);
        const bool names_commit = message != finding.message ||
                                  message.find("this change") != std::string::npos ||
                                  message.find("which does not exist") != std::string::npos;
        std::string text = finding.rule + ' ' + place_of(finding.location) + ' ' + message + ' ' +
                           (names_commit ? "" : finding.fingerprint);
        for (const auto& related : finding.related)
            text += " | " + related.message + ' ' + place_of(related.location);
        all.push_back(text);
    }
    for (const auto& one : result.outcome.unverified)
        all.push_back("? " + one.rule + ' ' + place_of(one.location) + ' ' + one.message);
    std::sort(all.begin(), all.end()); // places in a commit come after those in what is staged
    return all;
}

std::string report_of(const std::filesystem::path& folder) {
    return reporters::render_json(run(folder, engine::Mode::worktree), {});
}

} // namespace

TEST_CASE("work tree, index and commit with the same content give the same findings") {
    const TidyRepository repository;
    repository.git("checkout", "--quiet", "--detach", repository.commits().fix);
    const std::string start = repository.id_of("HEAD");
    std::size_t with_findings = 0;
    const bool holds = rc::check([&] {
        repository.write(kRecord, any_record(repository));
        const auto on_disk = said(run(repository.path(), engine::Mode::worktree));
        repository.git("add", "--all");
        const auto staged = said(run(repository.path(), engine::Mode::index));
        repository.commit_staged("Record", "2026-03-01T09:00:00Z");
        const auto committed = said(run(repository.path(), engine::Mode::revision));
        repository.git("reset", "--quiet", "--hard", start);
        with_findings += on_disk.empty() ? 0 : 1;
        RC_ASSERT(on_disk == staged);
        RC_ASSERT(staged == committed);
    });
    CHECK(holds);
    CHECK(with_findings > 20);
}

TEST_CASE("the order in which documents were created does not matter") {
    const bool holds = rc::check([] {
        const TidyRepository pattern;
        std::vector<std::pair<std::string, std::string>> files = {{kSpec, spec_text("1.1", "2026-02-06")}};
        const int count = *rc::gen::inRange(2, 6);
        for (int number = 0; number < count; ++number)
            files.emplace_back(std::string(kRecords) + "/defect-" + std::to_string(number % 3) + "-" +
                                   std::to_string(number) + "-phase-gate.md",
                               any_record(pattern));
        const auto write_all = [&files](const std::filesystem::path& folder) {
            for (const auto& [path, text] : files) write_file(folder / path, text);
        };
        const GitRepository first, second;
        write_all(first.path());
        for (std::size_t at = files.size(); at > 1; --at)
            std::swap(files[at - 1], files[*rc::gen::inRange<std::size_t>(0, at)]);
        write_all(second.path());
        RC_ASSERT(report_of(first.path()) == report_of(second.path()));
    });
    CHECK(holds);
}

TEST_CASE("the order in which rules spoke does not matter") {
    const TidyRepository repository;
    const bool holds = rc::check([&] {
        repository.write(kRecord, any_record(repository));
        const diagnostics::Outcome first = run(repository.path(), engine::Mode::worktree).outcome;
        diagnostics::Outcome second = first;
        auto& findings = second.findings;
        for (std::size_t at = findings.size(); at > 1; --at)
            std::swap(findings[at - 1], findings[*rc::gen::inRange<std::size_t>(0, at)]);
        std::reverse(second.unverified.begin(), second.unverified.end());
        if (!findings.empty()) findings.push_back(findings.front());
        diagnostics::finish(second);
        RC_ASSERT(first.findings == second.findings);
        RC_ASSERT(first.unverified == second.unverified);
    });
    CHECK(holds);
}
