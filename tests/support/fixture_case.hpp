#pragma once

#include "support/git_repository.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// One case of fixtures/rules/<group>/<rule>/<case>/. It holds one of
///     tree/       the files of one commit, checked with `docs-lint check --rev HEAD`
///     edits.txt   the same, as a difference to a tidy record (see fixture_edits.hpp); tree/ may add files
///     history/    commits in the form of history.hpp, checked with `docs-lint audit`; a step may hold
///     edits.txt
/// and beside it
///     args.txt      optional: another command, one argument a line
///     expected.txt  what it prints, and `exit: N`
/// `bad-*` and `example-*` yield the rule, `good-*` do not and end with exit code 0.
struct FixtureCase {
    std::filesystem::path folder;
    std::string rule; ///< `gate/date-order`
    std::string name; ///< `bad-smallest`

    [[nodiscard]] bool is_good() const { return name.compare(0, 5, "good-") == 0; }
    [[nodiscard]] bool is_bad() const { return name.compare(0, 4, "bad-") == 0 || is_example(); }
    [[nodiscard]] bool is_example() const { return name.compare(0, 8, "example-") == 0; }
    [[nodiscard]] bool is_history() const { return std::filesystem::is_directory(folder / "history"); }
    [[nodiscard]] std::string path() const; ///< `fixtures/rules/gate/date-order/bad-smallest`
};

/// Every case, sorted by path.
std::vector<FixtureCase> all_fixture_cases();

/// The same of fixtures/own-rules/<kind>/<case>/, whose configuration gives its own rules ids of the group
/// `team`, and of fixtures/packs/<pack>/<case>/, whose findings are those of a pack; `rule` is that group and
/// a slash.
std::vector<FixtureCase> own_rule_cases(const std::string& kind);
std::vector<FixtureCase> pack_cases(const std::string& pack);

/// Every `<group>/<rule>` that has a folder, cases or none.
std::vector<std::string> rules_with_fixtures();

/// The case's arguments, or those that go without saying.
std::vector<std::string> arguments_of(const FixtureCase& fixture);

/// Commits the case's files; gives each commit's id by the name that expected.txt calls it.
std::map<std::string, std::string> build_repository(const FixtureCase& fixture,
                                                    const GitRepository& repository);

/// Runs docs-lint on the case: its output with `<commit 02-fix>` for ids, and the exit code. An audit that
/// names no day by `--as-of` takes place in the year 2100, so that no output depends on the day of the run.
std::string run_case(const FixtureCase& fixture);

} // namespace docs_lint::tests
