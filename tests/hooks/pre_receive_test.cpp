#include "support/expectations.hpp"
#include "support/installed_hook.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>
#include <string>
#include <vector>

// A real bare repository with the hook installed; what is pushed lies in quarantine while the hook runs.

using namespace docs_lint::tests;

namespace {

class Pushing {
public:
    /// A machine with a lot to do must not decide what these tests find.
    explicit Pushing(const std::string& arguments = "--time-budget 1000") : program(arguments) {
        work.git("push", "--quiet", server.path().string(), "main");
        install_hook(server, "pre-receive");
    }

    [[nodiscard]] ProcessResult push(std::vector<std::string> arguments) const {
        std::vector<std::string> command = {"push", server.path().string()};
        command.insert(command.end(), arguments.begin(), arguments.end());
        return work.try_git(command, program.options());
    }
    [[nodiscard]] std::string at_server(const std::string& name) const {
        return server.git("rev-parse", name);
    }
    [[nodiscard]] std::string edited() const {
        return replaced(work.read(kRecord), "by the three steps of the report",
                        "by the four steps of the report");
    }
    std::string commit_edit() const {
        work.write(kRecord, edited());
        return work.commit("Edit");
    }
    std::string commit_note(const std::string& name = "a") const {
        work.write("notes/" + name + ".md", "# Note\n");
        return work.commit("Note " + name);
    }

    TidyRepository work;
    GitRepository server{{"--bare"}};
    ProgramFolder program;
};

/// What the hook said, in one line: it is broken to the width of its sink.
std::string said(const std::string& text) {
    std::string all;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        if (word != "remote:") all += word + " ";
    return all;
}

std::size_t longest_remote_line(const std::string& text) {
    std::size_t longest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        while (!line.empty() && line.back() == ' ') line.pop_back(); // git fills up its lines
        if (line.starts_with("remote: ") && line.find(kRecord) == std::string::npos)
            longest = std::max(longest, line.size() - std::string("remote: ").size());
    }
    return longest;
}

void refused(const ProcessResult& result, const std::string& rule) {
    INFO(result.out << result.err);
    CHECK(result.exit_code != 0);
    CHECK(result.err.find("pre-receive hook declined") != std::string::npos);
    CHECK(result.err.find(rule) != std::string::npos);
}

} // namespace

TEST_CASE("a push of honest commits is accepted") {
    const Pushing pushing;
    const std::string head = pushing.commit_note();
    accepted(pushing.push({"main"}));
    CHECK(pushing.at_server("main") == head);
}

TEST_CASE("a push that edits a filed record is refused") {
    const Pushing pushing;
    pushing.commit_edit();
    const ProcessResult result = pushing.push({"main"});
    refused(result, "record/changed");
    CHECK(result.err.find(kRecord) != std::string::npos);
    CHECK(pushing.at_server("main") == pushing.work.commits().filed);
}

TEST_CASE("a push that edits and takes it back is refused") {
    const Pushing pushing;
    pushing.commit_edit();
    pushing.work.git("revert", "--no-edit", "HEAD");
    refused(pushing.push({"main"}), "record/changed");
}

TEST_CASE("a push that only deletes a filed record is refused") {
    const Pushing pushing;
    pushing.work.remove(kRecord);
    pushing.work.commit("Delete");
    refused(pushing.push({"main"}), "record/deleted");
}

TEST_CASE("a new branch with rules of its own, where the server's HEAD names a branch that is not there") {
    const Pushing pushing;
    pushing.work.branch("topic");
    pushing.work.write(".docs-lint.yaml", "classes:\n  defect-phase-gate-document:\n    paths: [nowhere/**]\n"
                                          "  phase-gate-document:\n    paths: [nowhere/**]\n");
    pushing.work.commit("Govern nothing");
    pushing.commit_edit();
    SUBCASE("and there is one other") {
        pushing.server.git("symbolic-ref", "HEAD", "refs/heads/master");
        refused(pushing.push({"topic"}), "record/changed");
    }
    SUBCASE("and there are two others") {
        accepted(pushing.push({"main:refs/heads/second"}));
        pushing.server.git("symbolic-ref", "HEAD", "refs/heads/master");
        refused(pushing.push({"topic"}), "HEAD names a branch");
    }
    CHECK(pushing.server.try_git({"rev-parse", "--verify", "topic"}).exit_code != 0);
}

TEST_CASE("a new branch") {
    const Pushing pushing;
    pushing.work.branch("topic");
    SUBCASE("with honest commits") {
        const std::string head = pushing.commit_note();
        accepted(pushing.push({"topic"}));
        CHECK(pushing.at_server("topic") == head);
    }
    SUBCASE("without a commit of its own") {
        accepted(pushing.push({"topic"}));
    }
    SUBCASE("with an edit of a filed record") {
        pushing.commit_edit();
        pushing.commit_note();
        refused(pushing.push({"topic"}), "record/changed");
    }
    SUBCASE("that shares no history") {
        const std::string tree = pushing.work.id_of("HEAD^{tree}");
        const std::string root = pushing.work.git("commit-tree", tree, "-m", "Root");
        const ProcessResult result = pushing.push({root + ":refs/heads/other"});
        INFO(result.err);
        CHECK(result.exit_code != 128);
    }
}

TEST_CASE("a branch is deleted") {
    const Pushing pushing;
    pushing.work.branch("topic");
    pushing.commit_note();
    accepted(pushing.push({"topic"}));
    accepted(pushing.push({"--delete", "topic"}));
    CHECK(pushing.server.try_git({"rev-parse", "--verify", "topic"}).exit_code != 0);
}

TEST_CASE("a force push") {
    const Pushing pushing;
    SUBCASE("to before the filing") {
        refused(pushing.push({"--force", pushing.work.commits().active + ":main"}), "record/changed");
        CHECK(pushing.at_server("main") == pushing.work.commits().filed);
    }
    SUBCASE("that rewrites the filing") {
        const std::string text = pushing.edited();
        pushing.work.git("reset", "--quiet", "--hard", pushing.work.commits().active);
        pushing.work.write(kRecord, text);
        pushing.work.commit("File defect 104");
        refused(pushing.push({"--force", "main"}), "record/changed");
    }
    SUBCASE("that leaves the record as it was filed") {
        const std::string first = pushing.commit_note("first");
        accepted(pushing.push({"main"}));
        pushing.work.git("reset", "--quiet", "--hard", "HEAD~1");
        const std::string second = pushing.commit_note("second");
        accepted(pushing.push({"--force", "main"}));
        CHECK(pushing.at_server("main") == second);
        CHECK(first != second);
    }
}

TEST_CASE("several refs in one push: one bad one refuses all") {
    const Pushing pushing;
    pushing.work.branch("good");
    pushing.commit_note();
    pushing.work.branch("bad", "main");
    pushing.commit_edit();
    refused(pushing.push({"good", "bad"}), "record/changed");
    CHECK(pushing.server.try_git({"rev-parse", "--verify", "good"}).exit_code != 0);
}

TEST_CASE("an annotated tag") {
    const Pushing pushing;
    SUBCASE("on what is there") {
        pushing.work.git("tag", "--annotate", "--message", "Release", "v1");
        accepted(pushing.push({"v1"}));
    }
    SUBCASE("on an edit of a filed record") {
        pushing.work.branch("topic");
        pushing.commit_edit();
        pushing.work.git("tag", "--annotate", "--message", "Release", "v2");
        refused(pushing.push({"v2"}), "record/changed");
    }
}

TEST_CASE("a ref that leads to no commit never ends in a crash") {
    const Pushing pushing;
    for (const std::string object : {"HEAD:README.md", "HEAD^{tree}"}) {
        CAPTURE(object);
        const ProcessResult result =
            pushing.push({pushing.work.id_of(object) + ":refs/tags/odd-" + std::string(object, 5, 1)});
        INFO(result.out << result.err);
        CHECK(result.err.find("signal") == std::string::npos);
        const bool declined = result.err.find("pre-receive hook declined") != std::string::npos;
        CHECK((result.exit_code == 0) != declined);
        if (declined) CHECK(result.err.find("docs-lint: error") != std::string::npos);
    }
}

TEST_CASE("the output of a refusal is made for the prefix `remote: `") {
    const Pushing pushing;
    pushing.commit_edit();
    const ProcessResult result = pushing.push({"main"});
    CHECK(result.err.find('\x1b') == std::string::npos);
    CHECK(result.err.find("remote: ") != std::string::npos);
    CHECK(longest_remote_line(result.err) > 0);
    CHECK(longest_remote_line(result.err) <= 72);
}

TEST_CASE("the time budget: what was not reached is counted and refused") {
    const Pushing pushing("--time-budget 0");
    for (const char* name : {"a", "b", "c"}) pushing.commit_note(name);
    SUBCASE("commits and documents") {
        const ProcessResult result = pushing.push({"main"});
        refused(result, "could-not-verify");
        CHECK(said(result.err).find("checked 0 of 3 commits") != std::string::npos);
        CHECK(said(result.err).find("checked 0 of 3 documents") != std::string::npos);
        CHECK(longest_remote_line(result.err) <= 72);
        CHECK(pushing.at_server("main") == pushing.work.commits().filed);
    }
    SUBCASE("refs") {
        pushing.work.branch("topic");
        const ProcessResult result = pushing.push({"main", "topic"});
        refused(result, "could-not-verify");
        CHECK(said(result.err).find("reached 1 of 2 refs") != std::string::npos);
    }
    SUBCASE("a deleted ref is nothing to reach") {
        pushing.server.git("branch", "old", "main");
        accepted(pushing.push({"--delete", "old"}));
    }
}

TEST_CASE("the time budget: a big history is cut off") {
    const Pushing pushing("--time-budget 0.05");
    std::string stream;
    for (int at = 0; at < 3000; ++at) {
        stream += "commit refs/heads/long\ncommitter PMO Lead <pmo-lead@example.org> " +
                  std::to_string(1772000000 + at) + " +0000\ndata 1\nn\n";
        if (at == 0) stream += "from " + pushing.work.commits().filed + "\n";
        stream += "M 100644 inline notes/" + std::to_string(at % 50) + ".md\ndata 6\n" +
                  std::to_string(10000 + at) + "\n\n";
    }
    ProcessOptions import;
    import.input = stream;
    REQUIRE(pushing.work.try_git({"fast-import", "--quiet"}, import).exit_code == 0);
    const ProcessResult result = pushing.push({"long"});
    INFO(result.err);
    CHECK(result.exit_code != 0);
    CHECK(said(result.err).find("checked ") != std::string::npos);
    CHECK(said(result.err).find("the time of 0.05 s was over") != std::string::npos);
    CHECK(pushing.server.try_git({"rev-parse", "--verify", "long"}).exit_code != 0);
}

TEST_CASE("a new ref does not bring the rules by which it is judged") {
    const Pushing pushing;
    pushing.work.git("checkout", "--quiet", "-b", "loose");
    pushing.work.write(".docs-lint.yaml",
                       "extends: pmo\nclasses:\n  note:\n    title: Note\n    paths: [docs/product/**]\n");
    pushing.commit_edit();
    refused(pushing.push({"loose"}), "record/changed");
}
