#include "support/checked.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

// Attempts to have a finding taken for a known one. The baseline of the base counts, and it only shrinks.

using namespace docs_lint::tests;

namespace {

constexpr const char* kBaseline = ".docs-lint-baseline.json";

std::string spec_without_owner() {
    return replaced(spec_text("1.1", "2026-02-01"), "**Owner:**", "**Holder:**");
}

std::string baseline_of(const std::vector<std::pair<std::string, std::string>>& rules_and_fingerprints) {
    nlohmann::ordered_json document;
    document["schema"] = "docs-lint-baseline/1";
    document["findings"] = nlohmann::ordered_json::array();
    for (const auto& [rule, fingerprint] : rules_and_fingerprints)
        document["findings"].push_back(
            {{"fingerprint", fingerprint}, {"rule", rule}, {"path", kRecord}, {"message", "known"}});
    return document.dump(2);
}

std::string fingerprint_of(const Checked& checked, const std::string& rule) {
    const auto report = nlohmann::json::parse(checked.out);
    for (const auto& finding : report["findings"])
        if (finding["rule"] == rule) return finding["fingerprint"];
    return {};
}

ProcessResult write_baseline(const TidyRepository& repository, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), "baseline");
    ProcessOptions options;
    options.folder = repository.path();
    return run_docs_lint(std::move(arguments), options);
}

} // namespace

TEST_CASE("a baseline names what it cannot take") {
    const TidyRepository repository;
    repository.write(kSpec, spec_without_owner());
    CHECK(write_baseline(repository).out.find("no baseline takes") == std::string::npos);
    repository.remove(kBaseline);
    repository.write(kRecord, repository.read(kRecord) + "\nmore\n");
    const std::string said = write_baseline(repository).out;
    INFO(said);
    CHECK(said.find("1 finding that no baseline takes: 1 of record/changed") != std::string::npos);
}

TEST_CASE("a baseline takes known findings away, is not overwritten, and shrinks") {
    const TidyRepository repository;
    const std::string tidy = repository.read(kSpec);
    repository.write(kSpec, spec_without_owner());
    const Checked before = check_worktree(repository.path());
    INFO(before.summary());
    REQUIRE_FALSE(before.findings.empty());
    REQUIRE(write_baseline(repository, {"--initial"}).exit_code == 0);
    const std::string first = repository.read(kBaseline);
    repository.commit("Adopt");
    Checked known = check_revision(repository.path());
    INFO(known.summary());
    CHECK(known.exit_code == 0);
    CHECK(known.findings.empty());
    repository.write(kSpec, "\n\n" + spec_without_owner());
    CHECK(check_worktree(repository.path()).findings.empty());
    CHECK(write_baseline(repository, {"--initial"}).exit_code == 2);
    CHECK(repository.read(kBaseline) == first);
    repository.write(kSpec, tidy);
    const Checked stale = check_worktree(repository.path());
    INFO(stale.summary());
    CHECK(stale.exit_code == 0);
    CHECK(stale.has("tool/baseline-stale", kBaseline));
    CHECK(write_baseline(repository).exit_code == 0);
    CHECK(check_worktree(repository.path()).findings.empty());
    repository.write(kSpec, spec_without_owner());
    CHECK(write_baseline(repository).exit_code == 0);
    CHECK(check_worktree(repository.path()).exit_code == 1);
}

TEST_CASE("a pull request whose baseline gains its new finding") {
    const TidyRepository repository;
    write_baseline(repository);
    const std::string base = repository.commit("Adopt");
    repository.write(kSpec, spec_without_owner());
    repository.remove(kBaseline);
    write_baseline(repository);
    const std::string head = repository.commit("Break");
    const Checked checked = check_range(repository.path(), base, head);
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("header/field-missing", kSpec));
    CHECK(checked.has("tool/baseline-grown", kBaseline));
}

TEST_CASE("a pull request that brings the first baseline with its finding") {
    const TidyRepository repository;
    repository.write(kSpec, spec_without_owner());
    write_baseline(repository);
    const std::string head = repository.commit("Break");
    const Checked checked = check_range(repository.path(), repository.commits().filed, head);
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("header/field-missing", kSpec));
    CHECK(checked.has("tool/baseline-grown", kBaseline));
}

TEST_CASE("a baseline entry for a guarantee, under its own name and under another") {
    const TidyRepository repository;
    repository.write(kRecord, replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
    const Checked before = check_worktree(repository.path());
    REQUIRE(before.has("record/changed", kRecord));
    write_baseline(repository);
    CHECK(repository.read(kBaseline).find("record/changed") == std::string::npos);
    const std::string fingerprint = fingerprint_of(before, "record/changed");
    REQUIRE(fingerprint.size() == 16);
    for (const std::string rule : {"record/changed", "header/field-missing"}) {
        CAPTURE(rule);
        repository.write(kBaseline, baseline_of({{rule, fingerprint}}));
        const Checked checked = check_worktree(repository.path());
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        CHECK(checked.has("record/changed", kRecord));
        CHECK(checked.has("tool/baseline-refused", kBaseline) == (rule == "record/changed"));
    }
}

TEST_CASE("a baseline that is a link, a folder or malformed") {
    for (const std::string text : {"", "{", "[]", R"({"schema": "docs-lint-baseline/1", "findings": [1]})",
                                   R"({"schema": "docs-lint-baseline/1", "findings": [], "findings": []})",
                                   R"({"schema": "docs-lint-baseline/2", "findings": []})"}) {
        CAPTURE(text);
        const TidyRepository repository;
        repository.write(kBaseline, text);
        const Checked checked = check_worktree(repository.path());
        INFO(checked.summary());
        CHECK(checked.exit_code == 2);
        CHECK(checked.err.find(kBaseline) != std::string::npos);
        CHECK(write_baseline(repository).exit_code == 2);
        CHECK(repository.read(kBaseline) == text);
        const std::string head = repository.commit("Break the baseline");
        const Checked change = check_range(repository.path(), repository.commits().filed, head);
        INFO(change.summary());
        CHECK(change.exit_code == 1);
        CHECK(change.has("tool/baseline-refused", kBaseline));
    }
    const TidyRepository repository;
    repository.write("known.json", baseline_of({}));
    repository.link(kBaseline, "known.json");
    CHECK(check_worktree(repository.path()).exit_code == 2);
    repository.commit("Link");
    CHECK(check_revision(repository.path()).exit_code == 2);
    repository.remove(kBaseline);
    repository.write(std::string(kBaseline) + "/x", "x");
    CHECK(check_worktree(repository.path()).exit_code == 2);
}

TEST_CASE("an inline suppression that names a guarantee is a finding") {
    const TidyRepository repository;
    repository.write(kSpec, "<!-- docs-lint: ignore[record/changed] reason=\"known\" -->\n" +
                                repository.read(kSpec));
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("tool/suppression-refused", kSpec));
}

TEST_CASE("a suppression around the header block does not break it") {
    const TidyRepository repository;
    const std::string comment =
        "<!-- docs-lint: ignore[header/field-missing] reason=\"the owner is sought\" -->\n";
    const std::string spec = repository.read(kSpec);
    std::vector<std::size_t> lines = {0};
    for (std::size_t at = spec.find('\n'); lines.size() < 9 && at != std::string::npos;
         at = spec.find('\n', at + 1))
        lines.push_back(at + 1);
    for (const std::size_t at : lines) {
        repository.write(kSpec, std::string(spec).insert(at, comment));
        const Checked checked = check_worktree(repository.path());
        CAPTURE(repository.read(kSpec));
        INFO(checked.summary());
        CHECK(checked.exit_code == 0);
    }
}
