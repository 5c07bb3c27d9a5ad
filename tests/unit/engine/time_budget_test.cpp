#include "engine/run.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <memory>
#include <set>
#include <string>

// Runs whose clock goes on by a second whenever somebody looks at it, so that a budget of n seconds ends at
// the n-th place that asks.

using namespace docs_lint;
using tests::kRecord;
using tests::TidyRepository;

namespace {

base::TimeBudget counted(std::size_t seconds) {
    auto now = std::make_shared<std::chrono::steady_clock::time_point>();
    return base::TimeBudget(base::TimeBudget::Seconds(static_cast<double>(seconds)),
                            [now] { return *now += std::chrono::seconds(1); });
}

engine::Request push_of(const TidyRepository& repository) {
    engine::Request request;
    request.mode = engine::Mode::push;
    request.folder = repository.path().string();
    request.base = repository.commits().start;
    request.head = repository.id_of("main");
    return request;
}

engine::RunResult result_of(const engine::Request& request) {
    const auto result = engine::run(request);
    REQUIRE(result.has_value());
    return *result;
}

bool says(const engine::RunResult& result, const std::string& part) {
    const auto& unverified = result.outcome.unverified;
    return std::any_of(unverified.begin(), unverified.end(), [&](const diagnostics::Unverified& one) {
        return one.message.find(part) != std::string::npos;
    });
}

std::set<std::string> fingerprints(const engine::RunResult& result) {
    std::set<std::string> all;
    for (const auto& finding : result.outcome.findings) all.insert(finding.fingerprint);
    return all;
}

} // namespace

TEST_CASE("however early the time is over: what was not reached is said, and nothing wrong is found") {
    const TidyRepository repository;
    repository.write(kRecord, tests::replaced(repository.read(kRecord), "by the three steps of the report",
                                              "by the four steps of the report"));
    repository.commit("Edit");
    engine::Request request = push_of(repository);
    const engine::RunResult whole = result_of(request);
    const auto expected = fingerprints(whole);
    REQUIRE(!expected.empty());
    REQUIRE(whole.outcome.unverified.empty());
    std::set<std::string> reached;
    bool complete = false;
    for (std::size_t seconds = 0; seconds < 500 && !complete; ++seconds) {
        CAPTURE(seconds);
        request.time = counted(seconds);
        const engine::RunResult result = result_of(request);
        const auto found = fingerprints(result);
        CHECK(std::includes(expected.begin(), expected.end(), found.begin(), found.end()));
        if (result.outcome.unverified.empty()) {
            complete = true;
            CHECK(found == expected);
            CHECK(result.summary.commits == whole.summary.commits);
        } else {
            CHECK(says(result, " s was over"));
        }
        for (const auto& one : result.outcome.unverified) reached.insert(one.message.substr(0, 23));
    }
    CHECK(complete);
    for (const char* number : {"0", "1", "2", "3", "4", "5"})
        CHECK(reached.count("checked " + std::string(number) + " of 6 commits:") == 1);
}

TEST_CASE("documents may take half of the time, so that the commits have theirs") {
    const TidyRepository repository;
    engine::Request request = push_of(repository);
    request.time = counted(0);
    const engine::RunResult nothing = result_of(request);
    CHECK(says(nothing, "checked 0 of 3 documents: the time of 0 s was over"));
    CHECK(says(nothing, "checked 0 of 5 commits: the time of 0 s was over"));
    CHECK(nothing.summary.judged == 0);
    request.time = counted(2); // begun at 1, half of the rest is over when it is asked for
    const engine::RunResult half = result_of(request);
    CHECK(says(half, "checked 0 of 3 documents"));
}

TEST_CASE("what the time was too short for is no unused suppression and no stale baseline") {
    const TidyRepository repository;
    repository.write(
        ".docs-lint.yaml",
        "suppressions:\n  - {rule: header/field-missing, path: docs/**, reason: None has it.}\n");
    repository.commit("Configure");
    engine::Request request;
    request.folder = repository.path().string();
    const engine::RunResult whole = result_of(request);
    REQUIRE(whole.outcome.findings.size() == 1);
    CHECK(whole.outcome.findings[0].rule == "tool/suppression-unused");
    request.time = counted(0);
    CHECK(result_of(request).outcome.findings.empty());
}
