#include "support/expectations.hpp"
#include "support/installed_hook.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint::tests;

namespace {

class Pushing {
public:
    Pushing() {
        work.git("remote", "add", "origin", server.path().string());
        work.git("push", "--quiet", "--no-verify", "origin", "main");
        install_hook(work, "pre-push");
    }

    [[nodiscard]] ProcessResult push(std::vector<std::string> arguments) const {
        std::vector<std::string> command = {"push", "origin"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        return work.try_git(command, program.options());
    }
    void commit_edit() const {
        work.write(kRecord, replaced(work.read(kRecord), "by the three steps of the report",
                                     "by the four steps of the report"));
        work.commit("Edit");
    }
    void commit_note() const {
        work.write("notes/a.md", "# A\n");
        work.commit("Note");
    }
    [[nodiscard]] bool has(const std::string& name) const {
        return server.try_git({"rev-parse", "--verify", "--quiet", name}).exit_code == 0;
    }

    TidyRepository work;
    GitRepository server{{"--bare"}};
    ProgramFolder program;
};

void refused(const ProcessResult& result, const std::string& rule) {
    INFO(result.out << result.err);
    CHECK(result.exit_code != 0);
    CHECK((result.out + result.err).find(rule) != std::string::npos);
}

} // namespace

TEST_CASE("pre-push: honest commits leave, an edit of a filed record does not") {
    const Pushing pushing;
    pushing.commit_note();
    accepted(pushing.push({"main"}));
    pushing.commit_edit();
    refused(pushing.push({"main"}), "record/changed");
    CHECK(pushing.server.id_of("main") == pushing.work.id_of("main~1"));
}

TEST_CASE("pre-push: an edit and its revert do not leave either") {
    const Pushing pushing;
    pushing.commit_edit();
    pushing.work.git("revert", "--no-edit", "HEAD");
    refused(pushing.push({"main"}), "record/changed");
}

TEST_CASE("pre-push: every line of several is judged") {
    const Pushing pushing;
    pushing.work.branch("aaa");
    pushing.commit_note();
    pushing.work.branch("mmm", "main");
    pushing.commit_edit();
    pushing.work.branch("zzz", "main");
    pushing.commit_note();
    refused(pushing.push({"aaa", "mmm", "zzz"}), "record/changed");
    CHECK(!pushing.has("aaa"));
    accepted(pushing.push({"aaa", "zzz"}));
    CHECK(pushing.has("zzz"));
}

TEST_CASE("pre-push: a new branch, its deletion, a force push") {
    const Pushing pushing;
    pushing.work.branch("topic");
    pushing.commit_note();
    accepted(pushing.push({"topic"}));
    accepted(pushing.push({"--delete", "topic"}));
    CHECK(!pushing.has("topic"));
    refused(pushing.push({"--force", pushing.work.commits().active + ":main"}), "record/changed");
}

TEST_CASE("pre-push: nothing new to push") {
    const Pushing pushing;
    accepted(pushing.push({"main"}));
}

TEST_CASE("pre-push: what the remote has and we do not cannot be verified") {
    const Pushing pushing;
    const TidyRepository other;
    other.write("notes/other.md", "# Other\n");
    other.commit("Other");
    other.git("push", "--quiet", pushing.server.path().string(), "main");
    pushing.commit_note();
    const ProcessResult result = pushing.push({"--force", "main"});
    INFO(result.err);
    CHECK(result.exit_code != 0);
    CHECK(result.err.find("fetch") != std::string::npos);
}
