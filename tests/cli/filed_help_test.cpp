// What is found in a record that HEAD holds filed: nobody is told to mend what nobody may change.
#include "support/checked.hpp"
#include "support/defect_record.hpp"
#include "support/git_repository.hpp"
#include "support/process.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint::tests;

namespace {

std::string help_on(const GitRepository& repository, const std::string& rule, const std::string& path) {
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    const Found* found = checked.find(rule, path);
    REQUIRE(found != nullptr);
    return found->help;
}

std::string without_validation_date(const TidyRepository& repository) {
    DefectRecord record = repository.filed();
    SignedItem& item = record.item("FS.1");
    item.validation = item.validation.substr(0, item.validation.rfind(", "));
    return record.text();
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the help for a filed record asks for no change of it") {
    const TidyRepository repository;
    repository.write(kRecord, without_validation_date(repository));
    repository.commit("Filed without a date");
    const std::string help = help_on(repository, "gate/pmo-unvalidated", kRecord);
    CHECK(has(help, "is filed and cannot be mended"));
    CHECK(has(help, "effective-from"));
}

TEST_CASE("a record that the change itself files can still be mended before that is merged") {
    const TidyRepository repository;
    repository.git("checkout", "--quiet", "--detach", repository.commits().active);
    repository.write(kRecord, without_validation_date(repository));
    const std::string filing = repository.commit("File it without a date", "2026-02-16T09:00:00Z");
    const Checked checked = check_range(repository.path(), repository.commits().active, filing);
    INFO(checked.summary());
    const Found* found = checked.find("gate/pmo-unvalidated", kRecord);
    REQUIRE(found != nullptr);
    CHECK(has(found->help, "validate in one line"));
    CHECK(has(found->help, "in the commit that files it, before that is merged"));
    CHECK_FALSE(has(found->help, "cannot be mended"));
}

TEST_CASE("a record that is filed by nothing but the working tree may still be mended") {
    const TidyRepository repository;
    const std::string path = std::string(kRecords) + "/defect-105-rounding-phase-gate.md";
    repository.write(path, without_validation_date(repository));
    const std::string help = help_on(repository, "gate/pmo-unvalidated", path);
    CHECK_FALSE(has(help, "cannot be mended"));
}

TEST_CASE("the help for a change of a filed record stays what it is") {
    const TidyRepository repository;
    repository.write(kRecord, without_validation_date(repository));
    const std::string help = help_on(repository, "record/changed", kRecord);
    CHECK(has(help, "restore what was filed"));
    CHECK_FALSE(has(help, "cannot be mended"));
}

TEST_CASE("a filed record that was moved is asked back to its place by whatever speaks of it") {
    const TidyRepository repository;
    const std::string moved = std::string(kRecords) + "/old/defect-104-rounding-phase-gate.md";
    repository.write(moved, repository.read(kRecord));
    repository.remove(kRecord);
    CHECK(has(help_on(repository, "record/deleted", kRecord), "restore the record in its place"));
    CHECK(has(help_on(repository, "document/misnamed", moved), "stays in the place in which it was filed"));
}

TEST_CASE("a change of a filed record that is shared comes to rest as its help says") {
    const TidyRepository repository;
    const std::string filed = repository.read(kRecord);
    repository.write(kRecord, filed + "\nmore\n");
    repository.commit("Edit");
    const Checked edited = audit(repository.path());
    REQUIRE(edited.has("record/changed", kRecord));
    CHECK(has(edited.find("record/changed", kRecord)->help, "take it out"));
    CHECK(has(edited.find("record/changed", kRecord)->help, "at a later commit (`effective-from`)"));
    repository.write(kRecord, filed);
    repository.commit("Restore what was filed");
    CHECK(audit(repository.path()).has("record/changed", kRecord));
    repository.write("notes/later.txt", "later\n");
    const std::string later = repository.commit("Go on");
    repository.write(".docs-lint.yaml", "rules:\n  record/changed: {effective-from: " + later + "}\n");
    repository.commit("Accept what was done");
    CHECK_FALSE(audit(repository.path()).has("record/changed", kRecord));
}

TEST_CASE("the note on a filed record says as of which commit it is filed, not which one filed it") {
    const TidyRepository repository;
    repository.write("notes/later.txt", "later\n");
    const std::string later = repository.commit("Go on");
    repository.write(kRecord, repository.read(kRecord) + "\nmore\n");
    const std::string said = run_docs_lint({"-C", repository.path().string(), "check", "-o", "full"}).out;
    INFO(said);
    CHECK(has(said, "as it stood in commit " + later.substr(0, 10) + ", the record is filed here"));
}
