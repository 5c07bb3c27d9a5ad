#include "support/checked.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

// Attempts to be older than a rule. How old something is follows from commits, never from what it says
// itself.

using namespace docs_lint::tests;

namespace {

constexpr const char* kConfiguration = ".docs-lint.yaml";
constexpr const char* kNewSpec = "docs/specs/metrics/weights.md";

std::string limited(const std::string& rule, const std::string& since) {
    return "rules: {" + rule + ": {effective-from: " + since + "}}\n";
}

std::string spec_without_owner() {
    return replaced(spec_text("1.1", "2026-02-06"), "**Owner:**", "**Holder:**");
}

std::string edited(const std::string& record) {
    return replaced(record, "by the three steps", "by the four steps");
}

/// A repository whose spec lost its owner before the rule came, with the rule's limit.
struct Aged {
    TidyRepository repository;
    std::string faulty; ///< the commit that brought the fault, of 2026-03-01

    explicit Aged(const std::string& since) {
        repository.write(kSpec, spec_without_owner());
        faulty = repository.commit("Lose the owner", "2026-03-01T09:00:00Z");
        repository.write(kConfiguration, limited("header/field-missing", since));
        repository.commit("Adopt the rule", "2026-03-02T09:00:00Z");
    }
};

} // namespace

TEST_CASE("what is older than a rule is not judged by it, and counted") {
    const Aged aged("2026-03-02");
    const Checked old = check_revision(aged.repository.path());
    INFO(old.summary());
    CHECK(old.exit_code == 0);
    CHECK(old.findings.empty());
    CHECK(nlohmann::json::parse(old.out)["summary"]["older_than_rules"] == 1);
    CHECK(audit(aged.repository.path()).exit_code == 0);
    const Aged in_force("2026-03-01");
    CHECK(check_revision(in_force.repository.path()).has("header/field-missing", kSpec));
}

TEST_CASE("a document that is not a record is new once it is touched") {
    const Aged aged("2026-03-02");
    const std::string touched = replaced(aged.repository.read(kSpec), "one amount", "one sum");
    aged.repository.write(kSpec, touched);
    CHECK(check_worktree(aged.repository.path()).has("header/field-missing", kSpec));
    aged.repository.git("add", "--all");
    CHECK(check_staged(aged.repository.path()).has("header/field-missing", kSpec));
    aged.repository.commit("Touch it", "2026-03-03T09:00:00Z");
    CHECK(check_revision(aged.repository.path()).has("header/field-missing", kSpec));
}

TEST_CASE("a commit cannot date itself back behind the commits that it rests on") {
    const Aged aged("2026-03-02");
    aged.repository.write(kNewSpec, spec_without_owner());
    aged.repository.commit("Add a spec of last year", "2025-03-01T09:00:00Z");
    const Checked checked = check_revision(aged.repository.path());
    INFO(checked.summary());
    CHECK(checked.has("header/field-missing", kNewSpec));
    CHECK_FALSE(checked.has("header/field-missing", kSpec));
}

TEST_CASE("a path that was deleted and comes back is new") {
    const TidyRepository repository;
    repository.write(kNewSpec, spec_without_owner());
    repository.commit("Add", "2026-02-20T09:00:00Z");
    repository.remove(kNewSpec);
    repository.commit("Delete", "2026-02-21T09:00:00Z");
    repository.write(kConfiguration, limited("header/field-missing", "2026-03-02"));
    repository.commit("Adopt the rule", "2026-03-02T09:00:00Z");
    repository.write(kNewSpec, spec_without_owner());
    repository.commit("Add again", "2026-03-03T09:00:00Z");
    CHECK(check_revision(repository.path()).has("header/field-missing", kNewSpec));
}

TEST_CASE("the age of a record is that of its first commit, also when it goes on") {
    const TidyRepository repository;
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    const std::string open = replaced(repository.active().text(), "# Defect 104", "# Defect 105");
    repository.write(other, replaced(open, "**Owner:**", "**Holder:**"));
    repository.commit("Open", "2026-02-20T09:00:00Z");
    repository.write(kConfiguration, limited("header/field-missing", "2026-03-02"));
    repository.commit("Adopt the rule", "2026-03-02T09:00:00Z");
    repository.write(other, repository.read(other) + "\nA note.\n");
    repository.commit("Go on", "2026-03-05T09:00:00Z");
    const Checked checked = check_revision(repository.path());
    INFO(checked.summary());
    CHECK_FALSE(checked.has("header/field-missing", other));
    const std::string later = std::string(kRecords) + "/defect-106-sums-phase-gate.md";
    repository.write(later, repository.read(other));
    CHECK(check_worktree(repository.path()).has("header/field-missing", later));
}

TEST_CASE("a guarantee begins at a commit; what does not lie before that is new") {
    const TidyRepository repository;
    repository.write(kRecord, edited(repository.read(kRecord)));
    const std::string offence = repository.commit("Edit a filed record", "2026-03-01T09:00:00Z");
    REQUIRE(audit(repository.path()).has("record/changed", kRecord));
    const std::string first = repository.commit("The first that counts", "2026-03-02T09:00:00Z");
    repository.write(kConfiguration, limited("record/changed", first));
    repository.commit("Adopt the rule", "2026-03-02T10:00:00Z");
    const Checked old = audit(repository.path());
    INFO(old.summary());
    CHECK_FALSE(old.has("record/changed", kRecord));
    // a branch that leaves before that commit brings its offence, dated back, by a merge
    repository.branch("side", offence);
    repository.write(kRecord, repository.read(kRecord) + "\nOne more line.\n");
    repository.commit("Edit it again", "2026-02-17T09:00:00Z");
    repository.checkout("main");
    repository.merge("side", "2026-03-03T09:00:00Z");
    const Checked merged = audit(repository.path());
    INFO(merged.summary());
    CHECK(merged.has("record/changed", kRecord));
    CHECK(merged.exit_code == 1);
}

TEST_CASE("an old offence does not cover a merge that takes back what was filed after it") {
    const TidyRepository repository;
    const std::string filed = repository.read(kRecord);
    repository.write(kRecord, repository.active().text());
    const std::string old = repository.commit("Take back the filing", "2026-03-01T09:00:00Z");
    const std::string first = repository.commit("The first that counts", "2026-03-02T09:00:00Z");
    repository.write(kConfiguration, limited("record/changed", first));
    repository.commit("Adopt the rule", "2026-03-02T10:00:00Z");
    repository.write(kRecord, filed);
    repository.commit("File it again", "2026-03-03T09:00:00Z");
    REQUIRE_FALSE(audit(repository.path()).has("record/changed", kRecord));
    // a branch from before still holds the record as it was taken back, and the merge lets it win
    repository.branch("side", old);
    repository.write("notes/side.md", "A side.\n");
    repository.commit("Work on a side", "2026-03-04T09:00:00Z");
    repository.checkout("main");
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", "side");
    repository.write(kRecord, repository.active().text());
    const std::string merge = repository.commit("Merge the side", "2026-03-05T09:00:00Z");
    const Checked merged = audit(repository.path());
    INFO(merged.summary());
    CHECK(merged.exit_code == 1);
    REQUIRE(merged.has("record/changed", kRecord));
    CHECK(merged.find("record/changed", kRecord)->introduced_by == merge);
}

TEST_CASE("an old record cannot pass a gate today without its sign-off") {
    const TidyRepository repository;
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    DefectRecord record = repository.active();
    record.item("T.3").validation.clear();
    repository.write(other, record.text());
    repository.commit("A record of the time before", "2026-02-20T09:00:00Z");
    const std::string first = repository.commit("The first that counts", "2026-03-02T09:00:00Z");
    repository.write(kConfiguration, limited("gate/pmo-unvalidated", first));
    repository.commit("Adopt the rule", "2026-03-02T10:00:00Z");
    CHECK_FALSE(check_revision(repository.path()).has("gate/pmo-unvalidated", other));
    record.item("RC.1").validation.clear();
    repository.write(other, record.text());
    repository.commit("Go on", "2026-03-03T10:00:00Z");
    const Checked checked = check_revision(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("gate/pmo-unvalidated", other));
}

TEST_CASE("a new record does not become old by the old commits that it cites") {
    const TidyRepository repository;
    const std::string first = repository.commit("The first that counts", "2026-03-02T09:00:00Z");
    repository.write(kConfiguration, limited("spec/after-fix", first));
    repository.commit("Adopt the rule", "2026-03-02T10:00:00Z");
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    repository.write(other, active_record(repository.commits().fix, repository.commits().spec).text());
    repository.commit("Cite the commits the wrong way round", "2026-03-03T10:00:00Z");
    const Checked checked = check_revision(repository.path());
    INFO(checked.summary());
    CHECK(checked.has("spec/after-fix", other));
}

TEST_CASE("the limit in a change's own configuration does not count for it") {
    const TidyRepository repository;
    const std::string base = repository.commits().filed;
    repository.write(kSpec, spec_without_owner());
    repository.write(kConfiguration, limited("header/field-missing", "2199-01-01"));
    const std::string head = repository.commit("Break, and excuse it");
    const Checked checked = check_range(repository.path(), base, head);
    INFO(checked.summary());
    CHECK(checked.has("header/field-missing", kSpec));
    CHECK(checked.has("tool/policy-changed", kConfiguration));
}

TEST_CASE("by a version: a record that follows an older version of the process is not judged") {
    const TidyRepository repository;
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    const std::string record = replaced(replaced(repository.active().text(), "# Defect 104", "# Defect 105"),
                                        "**Owner:**", "**Holder:**");
    const auto following = [&](const std::string& version) {
        return replaced(record, "**Holder:**",
                        "**Charter authority:** Defect run v" + version + "\n**Holder:**");
    };
    repository.write(kConfiguration, limited("header/field-missing", "1.1"));
    repository.write(other, following("1.0"));
    const Checked old = check_worktree(repository.path());
    INFO(old.summary());
    CHECK_FALSE(old.has("header/field-missing", other));
    repository.write(other, following("1.1"));
    CHECK(check_worktree(repository.path()).has("header/field-missing", other));
    // One that cites none follows the process in force, which is that of the pack, version 1.0.
    repository.write(other, record);
    CHECK_FALSE(check_worktree(repository.path()).has("header/field-missing", other));
    repository.write(kConfiguration, limited("header/field-missing", "1.0"));
    CHECK(check_worktree(repository.path()).has("header/field-missing", other));
}

TEST_CASE("a limit that names no commit of the history, and one in a history that is cut") {
    const TidyRepository repository;
    repository.write(kSpec, spec_without_owner());
    repository.write(kConfiguration, limited("header/field-missing", "0123456789abcdef"));
    repository.commit("Adopt the rule");
    const Checked unknown = check_revision(repository.path());
    INFO(unknown.summary());
    CHECK(unknown.exit_code == 2);
    CHECK(unknown.err.find(".docs-lint.yaml:1:48") != std::string::npos);

    const Aged aged("2026-03-02");
    const GitRepository clone;
    clone.git("fetch", "--quiet", "--depth=1", "file://" + aged.repository.path().string(), "HEAD");
    clone.git("checkout", "--quiet", "--detach", "FETCH_HEAD");
    const Checked cut = check_revision(clone.path());
    INFO(cut.summary());
    CHECK(cut.exit_code == 3);
    CHECK(cut.could_not_verify("whether the rule was in force yet"));
    CHECK_FALSE(cut.has("header/field-missing", kSpec));
}
