#include "support/tidy_repository.hpp"

#include <filesystem>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

const char* const kContractText =
    "# Contract of the totals service\n\n**Owner:** API Contracts Owner\n**Status:** Canonical\n"
    "**Version:** 1.0\n**Last Updated:** 2026-02-01\n\n## 1. Reading totals\n\n"
    "A total is a whole number.\n\n## Change log\n\n| Version | Date | Change |\n|---|---|---|\n"
    "| 1.0 | 2026-02-01 | First version. |\n";

struct Prepared {
    GitRepository repository;
    TidyCommits commits;
};

void write_start(const GitRepository& repository) {
    repository.write("README.md", "# Totals\n");
    repository.write(kSpec, spec_text("1.0", "2026-02-01"));
    repository.write(kContract, kContractText);
    repository.write(kOpenApi, "openapi: 3.0.0\ninfo:\n  title: Totals\n  version: '1.0'\n");
    repository.write(kCode, "def total(rows):\n    return sum(round(row) for row in rows)\n");
}

void prepare(Prepared& prepared) {
    const GitRepository& repository = prepared.repository;
    TidyCommits& commits = prepared.commits;
    write_start(repository);
    commits.start = repository.commit("Start", "2026-02-02T09:00:00Z");
    repository.write(kSpec, spec_text("1.1", "2026-02-06"));
    commits.spec = repository.commit("Say when totals are rounded", "2026-02-06T09:00:00Z");
    repository.write(kRecord, scoped_record(commits.spec).text());
    commits.scoped = repository.commit("Record defect 104", "2026-02-07T09:00:00Z");
    repository.write(kCode, "def total(rows):\n    return round(sum(rows))\n");
    commits.fix = repository.commit("Round the sum, not the rows", "2026-02-09T09:00:00Z");
    repository.write(kRecord, active_record(commits.spec, commits.fix).text());
    commits.active = repository.commit("Verify defect 104", "2026-02-11T09:00:00Z");
    repository.write(kRecord, filed_record(commits.spec, commits.fix).text());
    commits.filed = repository.commit("File defect 104", "2026-02-16T09:00:00Z");
}

const Prepared& prepared_once() {
    static Prepared prepared;
    if (prepared.commits.filed.empty()) prepare(prepared);
    return prepared;
}

} // namespace

std::string spec_text(const std::string& version, const std::string& date) {
    return "# Rounding of totals\n\n**Owner:** Metrics Definitions Owner\n**Status:** "
           "Canonical\n**Version:** " +
           version + "\n**Last Updated:** " + date +
           "\n\n## 1. Terms\n\nA row is one amount.\n\n## 2. Order\n\n" +
           (version == "1.0" ? "Totals are rounded.\n" : "The sum is rounded once, after the last row.\n") +
           "\n## Change log\n\n| Version | Date | Change |\n|---|---|---|\n" +
           (version == "1.0" ? "" : "| " + version + " | " + date + " | Says when it is rounded. |\n") +
           "| 1.0 | 2026-02-01 | First version. |\n";
}

TidyRepository::TidyRepository() : commits_(prepared_once().commits) {
    fs::remove_all(path() / ".git");
    fs::copy(prepared_once().repository.path(), path(),
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);
}

} // namespace docs_lint::tests
