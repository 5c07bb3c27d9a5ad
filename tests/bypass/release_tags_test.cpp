#include "support/checked.hpp"
#include "support/fixture_case.hpp"
#include "support/scratch.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <stdexcept>

// A tag whose commit is not here may be the release that the lessons came too late for.

using namespace docs_lint::tests;

namespace {

FixtureCase case_of(const std::string& path) {
    for (FixtureCase& fixture : all_fixture_cases())
        if (fixture.path() == path) return fixture;
    throw std::runtime_error("no such fixture: " + path);
}

} // namespace

TEST_CASE("a release tag whose commit is not here") {
    const GitRepository repository;
    build_repository(case_of("fixtures/rules/closure/lessons-late/good-no-release"), repository);
    REQUIRE(audit(repository.path()).exit_code == 0);
    const auto tag = repository.path() / ".git/refs/tags/v1.7";
    write_file(tag, "0123456789abcdef0123456789abcdef01234567\n");
    const Checked checked = audit(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 3);
    CHECK(checked.could_not_verify("refs/tags/v1.7"));
}

TEST_CASE("a release tag whose commit is not here, and a deviation that it was to resolve") {
    const GitRepository repository;
    build_repository(case_of("fixtures/rules/deviation/overdue/good-no-tag"), repository);
    REQUIRE(audit(repository.path()).exit_code == 0);
    write_file(repository.path() / ".git/refs/tags/v1.8", "0123456789abcdef0123456789abcdef01234567\n");
    const Checked checked = audit(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 3);
    CHECK(checked.could_not_verify("refs/tags/v1.8"));
}

TEST_CASE("a tag of a blob is no release, and neither is one by another name") {
    const GitRepository repository;
    build_repository(case_of("fixtures/rules/closure/lessons-late/good-no-release"), repository);
    repository.git("tag", "v1.7", repository.write_object("blob", "notes\n"));
    write_file(repository.path() / ".git/refs/tags/nightly", "0123456789abcdef0123456789abcdef01234567\n");
    const Checked checked = audit(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
}

TEST_CASE("tags that cannot be read") {
    const GitRepository repository;
    build_repository(case_of("fixtures/rules/closure/lessons-late/good-no-release"), repository);
    repository.git("checkout", "--quiet", "--detach");
    write_file(repository.path() / ".git/packed-refs", "0123456789 refs/tags/v1.7\n");
    const Checked checked = audit(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 2);
    CHECK(checked.err.find("cannot be read") != std::string::npos);
}
