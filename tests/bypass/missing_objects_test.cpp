#include "support/checked.hpp"
#include "support/fixture_case.hpp"
#include "support/git_repository.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

// A sound repository of which one object is not there, whichever it is: it is either needed by nothing, or
// said to be missing. It passes nothing more for that, and it is nobody's fault.

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> objects_of(const GitRepository& repository) {
    std::istringstream lines(
        repository.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)"));
    std::vector<std::string> objects;
    for (std::string id; lines >> id;) objects.push_back(id);
    return objects;
}

/// Takes the object away while it lives.
class Missing {
public:
    Missing(const GitRepository& repository, const std::string& id)
        : place_(repository.path() / ".git/objects" / id.substr(0, 2) / id.substr(2)),
          aside_(repository.path() / ".git/aside") {
        fs::rename(place_, aside_);
    }
    ~Missing() { fs::rename(aside_, place_); }
    Missing(const Missing&) = delete;
    Missing& operator=(const Missing&) = delete;

private:
    fs::path place_;
    fs::path aside_;
};

void expect_said_or_unneeded(const Checked& checked, const Checked& whole) {
    INFO(checked.summary());
    if (checked.exit_code == whole.exit_code)
        CHECK(checked.summary() == whole.summary());
    else
        CHECK((checked.exit_code == 2 || checked.exit_code == 3));
}

void take_one_after_the_other(const GitRepository& repository, const std::vector<std::string>& arguments) {
    const Checked whole = check_in(repository.path(), arguments);
    INFO(whole.summary());
    CHECK(whole.exit_code == 0);
    for (const std::string& id : objects_of(repository)) {
        CAPTURE(id);
        const Missing missing(repository, id);
        expect_said_or_unneeded(check_in(repository.path(), arguments), whole);
    }
}

} // namespace

TEST_CASE("any one object of the tidy repository is missing") {
    const TidyRepository repository;
    take_one_after_the_other(repository, {"audit"});
    take_one_after_the_other(repository, {"check", "--rev", "HEAD"});
}

TEST_CASE("any one object is missing of a history that asks for more") {
    for (const std::string rule_and_case :
         {"closure/lessons-late/good-nearest", "authority/signoff/good-each-their-own",
          "authority/exceeded/good-one-of-two-roles", "lessons/improvement-unverified/good-nearest",
          "evidence/commit-unreachable/good-merged", "evidence/version-unknown/good-older-version",
          "deviation/overdue/good-earlier-release", "fix/expected-value/good-values-committed",
          "spec/commit-missing/good-no-update-declared"}) {
        CAPTURE(rule_and_case);
        const std::size_t slash = rule_and_case.rfind('/');
        const FixtureCase fixture{fs::path(DOCS_LINT_SOURCE_DIR) / "fixtures/rules" / rule_and_case,
                                  rule_and_case.substr(0, slash), rule_and_case.substr(slash + 1)};
        const GitRepository repository;
        build_repository(fixture, repository);
        take_one_after_the_other(repository, arguments_of(fixture));
    }
}
