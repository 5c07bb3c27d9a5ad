#include "support/checked.hpp"
#include "support/expectations.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

// Files, sections and versions that signed evidence cites and that were not there, and patches that are not
// as they are described.

using namespace docs_lint::tests;

namespace {

constexpr const char* kPath = "evidence/path-missing";
constexpr const char* kSection = "evidence/section-missing";
constexpr const char* kVersion = "evidence/version-unknown";
constexpr const char* kPatch = "fix/patch-unverified";
constexpr const char* kValue = "fix/expected-value";
constexpr const char* kQueue = "src/metrics/queue.py";
constexpr const char* kValues = "src/validation_data.py";

/// On `work`, behind the record in verification.
void begin(const TidyRepository& repository) {
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().active);
}

void record(const TidyRepository& repository, const DefectRecord& record,
            const std::string& date = "2026-02-12T09:00:00Z") {
    repository.write(kRecord, record.text());
    repository.commit("Record", date);
}

DefectRecord citing(const TidyRepository& repository, const char* item, const std::string& evidence) {
    DefectRecord record = repository.active();
    record.item(item).evidence = evidence;
    return record;
}

void expect_found(const Checked& checked, const char* rule) {
    INFO(checked.summary());
    CHECK(checked.has(rule, kRecord));
}

void expect_none(const Checked& checked, const char* rule) {
    INFO(checked.summary());
    CHECK(!checked.has(rule, kRecord));
    CHECK(checked.unverified.empty());
}

const std::string kRests = std::string(kQueue) + " rounds every row before the sum is taken";

} // namespace

TEST_CASE("control: what the tidy record cites") {
    TidyRepository repository;
    for (const char* rule : {kPath, kSection, kVersion, kPatch, kValue})
        expect_none(audit(repository.path()), rule);
}

TEST_CASE("a path that never was") {
    TidyRepository repository;
    begin(repository);
    for (const std::string& path : {std::string(kQueue), "`" + std::string(kQueue) + "`",
                                    "[the queue](../../../" + std::string(kQueue) + ")"}) {
        CAPTURE(path);
        record(repository, citing(repository, "RC.1", path + " rounds every row before the sum is taken"));
        for (const Checked& checked : {check_revision(repository.path()), audit(repository.path())}) {
            expect_found(checked, kPath);
            CHECK(checked.exit_code == 1);
        }
    }
    record(repository, citing(repository, "RC.1", "`docs/specs/metrics/roundings.md` rounds every row"));
    expect_found(check_revision(repository.path()), kPath);
}

TEST_CASE("a path that came after the sign-off, also when it stands there today") {
    TidyRepository repository;
    begin(repository);
    record(repository, citing(repository, "RC.1", kRests));
    repository.write(kQueue, "QUEUE = []\n");
    repository.commit("Add the queue", "2026-02-13T09:00:00Z");
    const Checked checked = check_revision(repository.path());
    expect_found(checked, kPath);
    REQUIRE(checked.find(kPath, kRecord) != nullptr);
    CHECK(checked.find(kPath, kRecord)->message.find("did not exist yet") != std::string::npos);

    // Touching another item does not record this one anew.
    DefectRecord other = citing(repository, "RC.1", kRests);
    other.item("T.3").evidence += ", twice";
    record(repository, other, "2026-02-14T09:00:00Z");
    expect_found(check_revision(repository.path()), kPath);

    // Signing it anew does.
    other.item("RC.1").owner = "Yes — Engineering Owner, 2026-02-14";
    other.item("RC.1").validation = "Pass — PMO Lead, 2026-02-14";
    record(repository, other, "2026-02-14T10:00:00Z");
    expect_none(check_revision(repository.path()), kPath);
}

TEST_CASE("control: a path that was there, moved or deleted before or after") {
    TidyRepository repository;
    begin(repository);
    repository.write(kQueue, "QUEUE = []\n");
    repository.commit("Add the queue", "2026-02-11T10:00:00Z");
    SUBCASE("deleted before the sign-off") {
        repository.remove(kQueue);
        repository.commit("Remove the queue", "2026-02-11T11:00:00Z");
        record(repository, citing(repository, "RC.1", kRests));
        expect_none(check_revision(repository.path()), kPath);
    }
    SUBCASE("deleted before the sign-off, and there again since") {
        repository.remove(kQueue);
        repository.commit("Remove the queue", "2026-02-11T11:00:00Z");
        record(repository, citing(repository, "RC.1", kRests));
        repository.write(kQueue, "QUEUE = [1]\n");
        repository.commit("Add the queue again", "2026-02-13T09:00:00Z");
        expect_none(check_revision(repository.path()), kPath);
    }
    SUBCASE("moved and cited by its last parts") {
        record(repository, citing(repository, "RC.1", "`metrics/queue.py` rounds every row first"));
        repository.move(kQueue, "lib/metrics/queue.py");
        repository.commit("Move the queue", "2026-02-13T09:00:00Z");
        expect_none(check_revision(repository.path()), kPath);
    }
    SUBCASE("deleted afterwards: a warning only") {
        record(repository, citing(repository, "RC.1", kRests));
        repository.remove(kQueue);
        repository.commit("Remove the queue", "2026-02-13T09:00:00Z");
        const Checked checked = check_revision(repository.path());
        expect_found(checked, kPath);
        CHECK(checked.of_severity("error").empty());
    }
    SUBCASE("on a branch that was merged before the record") {
        repository.git("checkout", "--quiet", "-B", "work", repository.commits().active);
        repository.branch("side");
        repository.write(kQueue, "QUEUE = [1]\n");
        repository.commit("Add the queue", "2026-02-11T12:00:00Z");
        repository.checkout("work");
        repository.merge("side", "2026-02-11T13:00:00Z");
        record(repository, citing(repository, "RC.1", kRests));
        expect_none(check_revision(repository.path()), kPath);
    }
}

TEST_CASE("control: what is no path, and what is not committed yet") {
    TidyRepository repository;
    begin(repository);
    for (const char* evidence :
         {"`POST /validate/calculations` rounds every row on branch `fix/rounding`",
          "Node.js rounds every row first", "https://example.org/src/queue.py rounds every row first",
          "`git show HEAD:src/queue.py` shows it rounds",
          "rounds every row first; planned: `src/metrics/queue.py`",
          "`src/metrics/*.py` round every row first"}) {
        CAPTURE(evidence);
        record(repository, citing(repository, "RC.1", evidence));
        expect_none(check_revision(repository.path()), kPath);
    }
    begin(repository);
    repository.write(kQueue, "QUEUE = []\n");
    repository.write(kRecord, citing(repository, "RC.1", kRests).text());
    expect_none(check_worktree(repository.path()), kPath);
}

TEST_CASE("a shallow clone cannot tell what was there") {
    TidyRepository repository;
    begin(repository);
    record(repository, citing(repository, "RC.1", kRests));
    ScratchFolder outside;
    const auto clone = outside.path() / "clone";
    repository.git("clone", "--quiet", "--depth", "1", "--branch", "work",
                   "file://" + repository.path().string(), clone.string());
    const Checked checked = check_revision(clone);
    INFO(checked.summary());
    CHECK(checked.exit_code == 3);
    CHECK(!checked.has(kPath, kRecord));
    CHECK(checked.could_not_verify(kQueue));
}

TEST_CASE("a section that is not there") {
    TidyRepository repository;
    begin(repository);
    record(repository, citing(repository, "T.1", "docs/specs/metrics/rounding.md, §9, v1.0"));
    expect_found(check_revision(repository.path()), kSection);
    record(repository, citing(repository, "T.1", "docs/specs/metrics/rounding.md#margins, §9, v1.0"));
    expect_found(check_revision(repository.path()), kSection);
}

TEST_CASE("a section and a version that are not there, before the record is committed") {
    TidyRepository repository;
    begin(repository);
    repository.write(kRecord, citing(repository, "T.1", "docs/specs/metrics/rounding.md, §9, v1.8").text());
    for (const char* rule : {kSection, kVersion}) expect_found(check_worktree(repository.path()), rule);
    repository.write(kRecord, citing(repository, "T.1", "docs/specs/metrics/rounding.md, §2, v1.0").text());
    for (const char* rule : {kSection, kVersion}) expect_none(check_worktree(repository.path()), rule);
}

TEST_CASE("a version that never was, or not yet") {
    TidyRepository repository;
    begin(repository);
    record(repository, citing(repository, "T.1", "docs/specs/metrics/rounding.md, §2, v1.8"));
    expect_found(check_revision(repository.path()), kVersion);
    CHECK(check_revision(repository.path()).exit_code == 1);
    record(repository, citing(repository, "T.1", "docs/specs/metrics/rounding.md, §2, v1.2"));
    repository.write(kSpec,
                     replaced(spec_text("1.2", "2026-02-13"), "Rounding of totals", "Rounding of sums"));
    repository.commit("Say it in other words", "2026-02-13T09:00:00Z");
    const Checked checked = check_revision(repository.path());
    expect_found(checked, kVersion);
    REQUIRE(checked.find(kVersion, kRecord) != nullptr);
    CHECK(checked.find(kVersion, kRecord)->message.find("did not exist yet") != std::string::npos);

    // An older version was there when it was signed, and stays right.
    record(repository, citing(repository, "T.1", "docs/specs/metrics/rounding.md, §2, v1.0"),
           "2026-02-13T10:00:00Z");
    expect_none(check_revision(repository.path()), kVersion);
}

TEST_CASE("a patch that is not as it is described") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().scoped);
    repository.write(kCode, "def total(rows):\n    return round(sum(rows))\n");
    repository.write(kQueue, "QUEUE = []\n");
    const std::string fix = repository.commit("Round the sum", "2026-02-09T09:00:00Z");
    const auto described = [&](const std::string& evidence) {
        DefectRecord record = active_record(repository.commits().spec, fix);
        record.item("I.4").evidence = evidence;
        repository.write(kRecord, record.text());
        repository.commit("Record", "2026-02-11T09:00:00Z");
        return check_revision(repository.path());
    };
    const std::string code = "`src/metrics/rounding.py`: the sum is rounded once; ";
    expect_found(described(code), kPatch);
    expect_found(described(code + "`src/metrics/queue.py` is unchanged"), kPatch);
    expect_found(
        described(code + "`src/metrics/queue.py` holds the rows; `README.txt` and `src/labels.py` say so"),
        kPatch);
    expect_none(described(code + "`src/metrics/queue.py` holds the rows"), kPatch);
    expect_none(described(code + "`queue.py` holds the rows, as `docs/specs/metrics/rounding.md` asks"),
                kPatch);
    expect_none(described("everything below `src/metrics/` rounds the sum once"), kPatch);
}

TEST_CASE("a file that only the merge of the fix brings in") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().scoped);
    repository.branch("topic");
    repository.write(kCode, "def total(rows):\n    return round(sum(rows))\n");
    repository.commit("Round the sum", "2026-02-09T09:00:00Z");
    repository.checkout("work");
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "topic");
    repository.write(kQueue, "QUEUE = []\n");
    const std::string merge = repository.commit("Merge the fix", "2026-02-09T10:00:00Z");
    record(repository, active_record(repository.commits().spec, merge));
    expect_found(check_revision(repository.path()), kPatch);
}

TEST_CASE("expected values that were scoped and not committed") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().fix);
    repository.write(kValues, "TOTAL = 41\n");
    repository.commit("Values", "2026-02-09T09:30:00Z");
    const auto with = [&](const std::string& commit) {
        DefectRecord record = active_record(repository.commits().spec, repository.commits().fix);
        record.item("FS.3").evidence =
            "new expected value 42, calculated by hand from the spec: 40.6 + 1.4 = 42";
        record.item("I.2").evidence = "commit " + commit + ", calculated in FS.3";
        repository.write(kRecord, record.text());
        repository.commit("Record", "2026-02-11T09:00:00Z");
        return check_revision(repository.path());
    };
    expect_found(with(repository.commits().fix), kValue);
    repository.write(kValues, "TOTAL  =  41\n");
    expect_found(with(repository.commit("Blanks", "2026-02-09T10:00:00Z")), kValue);
    repository.remove(kValues);
    expect_found(with(repository.commit("No values", "2026-02-09T10:00:00Z")), kValue);
    repository.write(kValues, "TOTAL = 42\n");
    expect_none(with(repository.commit("The new value", "2026-02-09T11:00:00Z")), kValue);
}

TEST_CASE("a new expected value that is calculated by hand, and waived where it would be committed") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().fix);
    DefectRecord record = active_record(repository.commits().spec, repository.commits().fix);
    record.item("FS.3").evidence = "Hand calculation: 40.6 + 1.4 = 42, so that the total becomes 42";
    repository.write(kRecord, record.text());
    repository.commit("Record", "2026-02-11T09:00:00Z");
    expect_found(check_revision(repository.path()), "gate/condition-unmet");
}

TEST_CASE("commits from before the record for expected values and for contract and openapi.yaml") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().start);
    repository.write(kValues, "TOTAL = 41\n");
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    repository.write(kOpenApi, repository.read(kOpenApi) + "# no sign\n");
    const std::string old = repository.commit("Long ago", "2026-02-02T10:00:00Z");
    repository.git("merge", "--quiet", "--no-ff", "-m", "Join", repository.commits().fix);
    DefectRecord record = active_record(repository.commits().spec, repository.commits().fix);
    record.item("FS.3").evidence = "new expected value 42, calculated by hand from the spec: 40.6 + 1.4 = 42";
    record.item("I.2").evidence = "commit " + old + ", calculated in FS.3";
    record.item("FS.4").evidence = "openapi.yaml update required, scoped for the same PR";
    record.item("I.3").evidence = "both files in commit " + old;
    repository.write(kRecord, record.text());
    repository.commit("Record", "2026-02-11T09:00:00Z");
    const Checked checked = check_revision(repository.path());
    expect_found(checked, kValue);
    expect_found(checked, "change/companion-missing");
}
