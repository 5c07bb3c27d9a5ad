#include "support/expectations.hpp"
#include "support/installed_hook.hpp"

#include <doctest/doctest.h>
#include <string>

// commit-msg judges what pre-commit judges, and git runs it where it runs no pre-commit.

using namespace docs_lint::tests;

namespace {

class Hooked {
public:
    Hooked() { install_hook(repository, "commit-msg"); }

    [[nodiscard]] ProcessResult git(const std::vector<std::string>& arguments) const {
        return repository.try_git(arguments, program.options());
    }

    TidyRepository repository;
    ProgramFolder program;
};

void refused(const Hooked& hooked, const ProcessResult& result, const std::string& rule) {
    INFO(result.out << result.err);
    CHECK(result.exit_code != 0);
    CHECK((result.out + result.err).find("commit-msg: what is staged") != std::string::npos);
    CHECK((result.out + result.err).find(rule) != std::string::npos);
    CHECK(hooked.repository.id_of("main") == hooked.repository.commits().filed);
}

} // namespace

TEST_CASE("commit-msg: commits are judged, by the index that git makes for them") {
    const Hooked hooked;
    SUBCASE("a deletion") {
        hooked.repository.git("rm", "--quiet", kRecord);
        refused(hooked, hooked.git({"commit", "-m", "Delete"}), "record/deleted");
    }
    SUBCASE("commit -a") {
        hooked.repository.remove(kRecord);
        refused(hooked, hooked.git({"commit", "-a", "-m", "Delete"}), "record/deleted");
    }
    SUBCASE("a tidy one") {
        hooked.repository.write("notes/a.md", "# A\n");
        hooked.repository.git("add", "--all");
        accepted(hooked.git({"commit", "-m", "Note"}));
    }
}

TEST_CASE("commit-msg: a merge without conflicts is judged, of which pre-commit sees nothing") {
    const Hooked hooked;
    install_hook(hooked.repository, "pre-commit");
    const GitRepository& repository = hooked.repository;
    repository.branch("topic");
    SUBCASE("that deletes a filed record") {
        repository.remove(kRecord);
        repository.git("add", "--all");
        repository.git("commit", "--quiet", "--no-verify", "-m", "Delete");
        repository.checkout("main");
        refused(hooked, hooked.git({"merge", "--no-ff", "-m", "Merge topic", "topic"}), "record/deleted");
    }
    SUBCASE("that throws away what the other side filed") {
        repository.checkout("main");
        repository.git("reset", "--quiet", "--hard", hooked.repository.commits().active);
        const ProcessResult result =
            hooked.git({"merge", "--no-ff", "-s", "ours", "-m", "Merge topic", "topic"});
        INFO(result.out << result.err);
        CHECK(result.exit_code != 0);
        CHECK((result.out + result.err).find("record/changed") != std::string::npos);
        CHECK(repository.id_of("main") == hooked.repository.commits().active);
    }
    SUBCASE("that is tidy") {
        repository.write("notes/a.md", "# A\n");
        repository.commit("Note");
        repository.checkout("main");
        const ProcessResult result = hooked.git({"merge", "--no-ff", "-m", "Merge topic", "topic"});
        accepted(result);
        CHECK(result.err.find("docs-lint") == std::string::npos); // nor does pre-commit say anything
    }
}
