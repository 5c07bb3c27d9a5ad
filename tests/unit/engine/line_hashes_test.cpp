#include "diagnostics/line_hash.hpp"
#include "engine/run.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using tests::kRecord;
using tests::TidyRepository;

namespace {

engine::RunResult judge(const TidyRepository& repository, engine::Mode mode) {
    engine::Request request;
    request.mode = mode;
    request.folder = repository.path().string();
    auto result = engine::run(request);
    REQUIRE(result.has_value());
    return *result;
}

/// All findings in the record that are about the checked version have the hashes of this text.
void check_hashes(const engine::RunResult& result, const std::string& text) {
    const auto hashes = diagnostics::line_hashes(text);
    int met = 0;
    for (const diagnostics::Diagnostic& finding : result.outcome.findings) {
        if (finding.location.path != kRecord) continue;
        if (finding.location.commit.empty()) {
            CHECK(finding.line_hash == to_string(hashes.at(finding.location.begin.line - 1)));
            ++met;
        } else {
            CHECK(finding.line_hash.empty());
        }
    }
    CHECK(met > 0);
}

} // namespace

TEST_CASE("a finding has the hash of its line in the text that was judged, wherever that text lies") {
    const TidyRepository repository;
    const auto confirmed_on = [&](const std::string& date) {
        auto record = repository.active();
        record.item("RC.3").owner = "Yes — Product Owner, " + date; // the wrong role
        return record.text();
    };
    const std::string committed = confirmed_on("2026-02-03");
    const std::string staged = confirmed_on("2026-02-04");
    const std::string on_disk = confirmed_on("2026-02-05");
    repository.write(kRecord, committed);
    repository.commit("Confirmed");
    repository.write(kRecord, staged);
    repository.git("add", kRecord);
    repository.write(kRecord, on_disk);
    check_hashes(judge(repository, engine::Mode::revision), committed);
    check_hashes(judge(repository, engine::Mode::index), staged);
    check_hashes(judge(repository, engine::Mode::worktree), on_disk);
}
