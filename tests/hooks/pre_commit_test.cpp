#include "support/installed_hook.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>

// The hook file of this project in a real repository: git runs it, the hook runs the built program.

using namespace docs_lint::tests;

namespace {

/// A tidy repository whose commits go through the hook.
class Hooked {
public:
    Hooked() { install_hook(repository, "pre-commit"); }

    [[nodiscard]] ProcessResult git(const std::vector<std::string>& arguments,
                                    const std::filesystem::path& folder = {}) const {
        ProcessOptions options = program.options();
        options.folder = folder;
        return repository.try_git(arguments, options);
    }
    [[nodiscard]] std::string edited() const {
        return replaced(repository.read(kRecord), "by the three steps of the report",
                        "by the four steps of the report");
    }

    TidyRepository repository;
    ProgramFolder program;
};

void refused(const Hooked& hooked, const ProcessResult& result, const std::string& rule) {
    INFO(result.out << result.err);
    CHECK(result.exit_code == 1);
    const std::string said = result.out + result.err;
    CHECK(said.find(rule) != std::string::npos);
    CHECK(said.find(kRecord) != std::string::npos);
    CHECK(hooked.repository.id_of("HEAD") == hooked.repository.commits().filed);
}

void accepted(const Hooked& hooked, const ProcessResult& result) {
    INFO(result.out << result.err);
    CHECK(result.exit_code == 0);
    CHECK(hooked.repository.id_of("HEAD^") == hooked.repository.commits().filed);
}

} // namespace

TEST_CASE("a commit that has nothing to do with records is made") {
    const Hooked hooked;
    hooked.repository.write("notes/a.md", "# A\n");
    hooked.repository.git("add", "--all");
    accepted(hooked, hooked.git({"commit", "-m", "Notes"}));
}

TEST_CASE("a commit that edits a filed record is refused") {
    const Hooked hooked;
    hooked.repository.write(kRecord, hooked.edited());
    hooked.repository.git("add", "--all");
    refused(hooked, hooked.git({"commit", "-m", "Edit"}), "record/changed");
}

TEST_CASE("a commit that only deletes a filed record is refused") {
    const Hooked hooked;
    hooked.repository.git("rm", "--quiet", kRecord);
    refused(hooked, hooked.git({"commit", "-m", "Delete"}), "record/deleted");
}

TEST_CASE("a commit that only renames a filed record out of its folder is refused") {
    const Hooked hooked;
    hooked.repository.write("notes/a.md", "# A\n");
    hooked.repository.git("mv", kRecord, "notes/104.md");
    refused(hooked, hooked.git({"commit", "-m", "Rename"}), "record/deleted");
}

TEST_CASE("commit -a is judged by the index that git makes for it") {
    const Hooked hooked;
    SUBCASE("an edited record") {
        hooked.repository.write(kRecord, hooked.edited());
        refused(hooked, hooked.git({"commit", "-a", "-m", "Edit"}), "record/changed");
    }
    SUBCASE("a deleted record") {
        hooked.repository.remove(kRecord);
        refused(hooked, hooked.git({"commit", "-a", "-m", "Delete"}), "record/deleted");
    }
    SUBCASE("something else") {
        hooked.repository.write("README.md", "# Sums\n");
        accepted(hooked, hooked.git({"commit", "-a", "-m", "Sums"}));
    }
}

TEST_CASE("commit -- path is judged by the index that git makes for it") {
    const Hooked hooked;
    SUBCASE("the record is named, something else is staged") {
        hooked.repository.write("README.md", "# Sums\n");
        hooked.repository.git("add", "README.md");
        hooked.repository.write(kRecord, hooked.edited());
        refused(hooked, hooked.git({"commit", "-m", "Edit", "--", kRecord}), "record/changed");
    }
    SUBCASE("something else is named, an edited record is staged") {
        hooked.repository.write(kRecord, hooked.edited());
        hooked.repository.git("add", kRecord);
        hooked.repository.write("README.md", "# Sums\n");
        accepted(hooked, hooked.git({"commit", "-m", "Sums", "--", "README.md"}));
    }
}

TEST_CASE("what is staged counts, not what lies in the work tree") {
    const Hooked hooked;
    const std::string filed = hooked.repository.read(kRecord);
    SUBCASE("a staged edit under an honest file") {
        hooked.repository.write(kRecord, hooked.edited());
        hooked.repository.git("add", "--all");
        hooked.repository.write(kRecord, filed);
        refused(hooked, hooked.git({"commit", "-m", "Edit"}), "record/changed");
    }
    SUBCASE("an edit that is not staged") {
        hooked.repository.write("README.md", "# Sums\n");
        hooked.repository.git("add", "--all");
        hooked.repository.write(kRecord, hooked.edited());
        accepted(hooked, hooked.git({"commit", "-m", "Sums"}));
    }
}

TEST_CASE("a commit from a folder below") {
    const Hooked hooked;
    hooked.repository.write(kRecord, hooked.edited());
    hooked.repository.git("add", "--all");
    refused(hooked, hooked.git({"commit", "-m", "Edit"}, hooked.repository.path() / "docs"),
            "record/changed");
}

TEST_CASE("a commit in a linked work tree") {
    const Hooked hooked;
    const ScratchFolder scratch;
    const std::filesystem::path linked = scratch.path() / "linked";
    hooked.repository.git("worktree", "add", "--quiet", "-b", "linked", linked.string());
    SUBCASE("that edits a filed record is refused") {
        write_file(linked / kRecord, hooked.edited());
        refused(hooked, hooked.git({"commit", "-a", "-m", "Edit"}, linked), "record/changed");
        CHECK(hooked.repository.id_of("linked") == hooked.repository.commits().filed);
    }
    SUBCASE("that does not is made") {
        write_file(linked / "README.md", "# Sums\n");
        const ProcessResult result = hooked.git({"commit", "-a", "-m", "Sums"}, linked);
        INFO(result.err);
        CHECK(result.exit_code == 0);
        CHECK(hooked.repository.id_of("linked^") == hooked.repository.commits().filed);
    }
}

TEST_CASE("an amended commit is judged against HEAD as git shows it to the hook") {
    const Hooked hooked;
    hooked.repository.write(kRecord, hooked.edited());
    hooked.repository.git("add", "--all");
    refused(hooked, hooked.git({"commit", "--amend", "--no-edit"}), "record/changed");
}

TEST_CASE("a merge commit that edits a filed record is refused") {
    const Hooked hooked;
    hooked.repository.branch("topic", hooked.repository.commits().active);
    hooked.repository.write("notes/topic.md", "# Topic\n");
    hooked.repository.commit("Notes");
    hooked.repository.checkout("main");
    hooked.repository.git("merge", "--quiet", "--no-ff", "--no-commit", "topic");
    hooked.repository.write(kRecord, hooked.edited());
    hooked.repository.git("add", "--all");
    refused(hooked, hooked.git({"commit", "-m", "Merge topic"}), "record/changed");
}

TEST_CASE("the first commit of a repository, in a separate git folder") {
    const GitRepository repository;
    const ProgramFolder program;
    install_hook(repository, "pre-commit");
    repository.write("README.md", "# Totals\n");
    repository.git("add", "--all");
    const ProcessResult result = repository.try_git({"commit", "-m", "Start"}, program.options());
    INFO(result.err);
    CHECK(result.exit_code == 0);
    CHECK(repository.git("rev-list", "--count", "HEAD") == "1");
}
