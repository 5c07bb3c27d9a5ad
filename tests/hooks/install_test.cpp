#include "support/installed_hook.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

// `docs-lint install` in plain git: what it writes, what it leaves alone, and that git runs it.

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

ProcessResult install_in(const fs::path& folder, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), "install");
    ProcessOptions options;
    options.folder = folder;
    return run_docs_lint(arguments, options);
}

std::string script(const std::string& name) {
    return read_file(fs::path(DOCS_LINT_SOURCE_DIR) / "hooks" / name);
}

bool is_executable(const fs::path& path) {
    const auto all = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    return (fs::status(path).permissions() & all) == all;
}

/// Everything below a folder: links by what they name, files by permissions and content.
std::map<std::string, std::string> contents_of(const fs::path& folder) {
    std::map<std::string, std::string> contents;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto mode = std::to_string(static_cast<unsigned>(entry.symlink_status().permissions()));
        std::string& content = contents[fs::relative(entry.path(), folder).string()];
        if (entry.is_symlink())
            content = "link " + fs::read_symlink(entry.path()).string();
        else if (entry.is_regular_file())
            content = mode + " " + read_file(entry.path());
        else
            content = mode;
    }
    return contents;
}

void says(const ProcessResult& result, int code, const std::string& part) {
    INFO(result.out << result.err);
    CHECK(result.exit_code == code);
    CHECK((result.out + result.err).find(part) != std::string::npos);
}

/// That a commit that deletes a filed record is refused by the hooks that are installed.
void guards(const GitRepository& repository, const fs::path& folder = {}) {
    const ProgramFolder program;
    ProcessOptions options = program.options();
    options.folder = folder;
    CHECK(repository.try_git({"rm", "--quiet", kRecord}, options).exit_code == 0);
    const ProcessResult result = repository.try_git({"commit", "-m", "Delete"}, options);
    INFO(result.out << result.err);
    CHECK(result.exit_code == 1);
    CHECK((result.out + result.err).find("record/deleted") != std::string::npos);
}

const std::string kForeign = "#!/bin/sh\n# the team's own\r\nexec make check";

} // namespace

TEST_CASE("install: git runs what is written, which is what hooks/ holds") {
    const TidyRepository repository;
    const fs::path hooks = repository.path() / ".git/hooks";
    const ProcessResult installed = install_in(repository.path() / "docs");
    says(installed, 0, "pre-commit: installed: " + (hooks / "pre-commit").string());
    for (const char* name : {"pre-commit", "pre-push"}) {
        CHECK(read_file(hooks / name) == script(name));
        CHECK(is_executable(hooks / name));
    }
    CHECK_FALSE(fs::exists(hooks / "commit-msg"));
    CHECK_FALSE(fs::exists(hooks / "pre-receive"));
    guards(repository);
}

TEST_CASE("install: a second time changes nothing") {
    const TidyRepository repository;
    install_in(repository.path());
    const auto before = contents_of(repository.path() / ".git");
    says(install_in(repository.path()), 0, "pre-push: already there");
    CHECK(contents_of(repository.path() / ".git") == before);
}

TEST_CASE("install: a hook of its own that changed is made good") {
    const TidyRepository repository;
    const fs::path hook = repository.path() / ".git/hooks/pre-commit";
    install_in(repository.path());
    SUBCASE("of another version") {
        write_file(hook, replaced(script("pre-commit"), "exec docs-lint", "docs-lint"));
        says(install_in(repository.path()), 0, "pre-commit: replaced: ");
    }
    SUBCASE("not executable") {
        fs::permissions(hook, fs::perms::owner_read | fs::perms::owner_write);
        says(install_in(repository.path()), 0, "pre-commit: made executable: ");
    }
    CHECK(read_file(hook) == script("pre-commit"));
    CHECK(is_executable(hook));
}

TEST_CASE("install: a link to a file of its own is replaced, and the file is not written through it") {
    const TidyRepository repository;
    const ScratchFolder elsewhere;
    const fs::path hook = repository.path() / ".git/hooks/pre-commit";
    const std::string older = script("pre-commit") + "# older\n";
    write_file(elsewhere.path() / "pre-commit", older);
    fs::create_directories(hook.parent_path());
    fs::create_symlink(elsewhere.path() / "pre-commit", hook);
    says(install_in(repository.path()), 0, "pre-commit: replaced: ");
    CHECK_FALSE(fs::is_symlink(hook));
    CHECK(read_file(elsewhere.path() / "pre-commit") == older);
}

TEST_CASE("install: somebody else's hook is kept byte for byte") {
    const TidyRepository repository;
    const fs::path hooks = repository.path() / ".git/hooks";
    SUBCASE("a script") {
        write_file(hooks / "pre-commit", kForeign);
    }
    SUBCASE("an empty file") {
        write_file(hooks / "pre-commit", "");
    }
    SUBCASE("a program") {
        write_file(hooks / "pre-commit", std::string("\x7f"
                                                     "ELF\0\x01",
                                                     6));
    }
    SUBCASE("a link that leads nowhere") {
        fs::create_directories(hooks);
        fs::create_symlink("/nonexistent/pre-commit", hooks / "pre-commit");
    }
    SUBCASE("a folder") {
        fs::create_directories(hooks / "pre-commit");
    }
    SUBCASE("a comment on docs-lint") {
        write_file(hooks / "pre-commit", "#!/bin/sh\n# docs-lint hook pre-commit\n");
    }
    const auto before = contents_of(hooks);
    const ProcessResult result = install_in(repository.path(), {"--hook-type", "pre-commit"});
    says(result, 2, (hooks / "pre-commit").string() + " is somebody else's, and stays as it is");
    CHECK(result.err.find("docs-lint hook pre-commit || exit") != std::string::npos);
    CHECK(contents_of(hooks) == before);
    says(install_in(repository.path(), {"--uninstall"}), 0, "pre-commit: somebody else's, and left alone");
    CHECK(contents_of(hooks) == before);
}

TEST_CASE("install: says so where the hooks will find no docs-lint") {
    const TidyRepository repository;
    says(install_in(repository.path()), 0, "docs-lint is not on PATH");
    const ProgramFolder program;
    ProcessOptions options = program.options();
    options.folder = repository.path();
    CHECK(run_docs_lint({"install"}, options).err.find("not on PATH") == std::string::npos);
    const auto warns_for_husky = [&repository] {
        return install_in(repository.path(), {"--manager", "husky"}).err.find("not on PATH") !=
               std::string::npos;
    };
    CHECK(warns_for_husky());
    repository.write("node_modules/.bin/docs-lint", "#!/bin/sh\n");
    CHECK_FALSE(warns_for_husky());
}

TEST_CASE("install: the others are written where one hook is somebody else's") {
    const TidyRepository repository;
    const fs::path hooks = repository.path() / ".git/hooks";
    write_file(hooks / "pre-commit", kForeign);
    says(install_in(repository.path()), 2, "pre-push: installed: ");
    CHECK(read_file(hooks / "pre-push") == script("pre-push"));
}

TEST_CASE("install: the lines to add to somebody else's hook do what they say") {
    const TidyRepository repository;
    const fs::path hooks = repository.path() / ".git/hooks";
    const auto line_for = [&](const std::string& hook) {
        const std::string help = install_in(repository.path(), {"--hook-type", hook}).err;
        const std::string lead = "before anything that ends it: ";
        const std::size_t begin = help.find(lead) + lead.size();
        return help.substr(begin, help.find("|| exit", begin) + 7 - begin);
    };
    write_file(hooks / "pre-commit", "#!/bin/sh\nexec true\n");
    write_file(hooks / "pre-push", "#!/bin/sh\ncat > pushed\n");
    write_file(hooks / "pre-commit", "#!/bin/sh\n" + line_for("pre-commit") + "\nexec true\n");
    write_file(hooks / "pre-push",
               "#!/bin/sh\n" + line_for("pre-push") + "\nprintf '%s\\n' \"$input\" > pushed\n");
    for (const char* name : {"pre-commit", "pre-push"}) fs::permissions(hooks / name, fs::perms::owner_all);
    says(install_in(repository.path()), 0, "pre-push: somebody else's, and runs docs-lint already");
    says(install_in(repository.path(), {"--uninstall"}), 2, "take the line with `docs-lint hook pre-commit`");

    const GitRepository server({"--bare"});
    const ProgramFolder program;
    repository.git("push", "--quiet", "--no-verify", server.path().string(), "main");
    repository.write("notes/a.md", "# A\n");
    repository.git("add", "notes");
    const ProcessResult note = repository.try_git({"commit", "-m", "Note"}, program.options());
    says(note, 0, "docs-lint: no findings");
    says(repository.try_git({"push", server.path().string(), "main"}, program.options()), 0,
         "docs-lint: no findings");
    CHECK(repository.read("pushed").find("refs/heads/main") != std::string::npos);
    guards(repository);
    repository.git("commit", "--quiet", "--no-verify", "-m", "Delete");
    says(repository.try_git({"push", server.path().string(), "main"}, program.options()), 1,
         "record/deleted");
}

TEST_CASE("install: core.hooksPath says where") {
    const TidyRepository repository;
    const ScratchFolder elsewhere;
    fs::path hooks;
    SUBCASE("relative, to the work tree") {
        repository.git("config", "core.hooksPath", "tools/hooks");
        hooks = repository.path() / "tools/hooks";
    }
    SUBCASE("absolute") {
        hooks = elsewhere.path() / "shared";
        repository.git("config", "core.hooksPath", hooks.string());
    }
    SUBCASE("for one work tree") {
        hooks = elsewhere.path() / "own";
        repository.git("config", "extensions.worktreeConfig", "true");
        repository.git("config", "--worktree", "core.hooksPath", hooks.string());
    }
    CHECK(fs::weakly_canonical(repository.path() / repository.git("rev-parse", "--git-path", "hooks")) ==
          fs::weakly_canonical(hooks));
    const ProcessResult result = install_in(repository.path() / "docs");
    says(result, 0, "pre-commit: installed: ");
    const bool outside = hooks.string().find(repository.path().string()) == std::string::npos;
    CHECK((result.err.find("whatever else uses it") != std::string::npos) == outside);
    CHECK(read_file(hooks / "pre-commit") == script("pre-commit"));
    CHECK_FALSE(fs::exists(repository.path() / ".git/hooks/pre-commit"));
    guards(repository);
}

TEST_CASE("install: hooks that are switched off are no folder") {
    const TidyRepository repository;
    repository.git("config", "core.hooksPath", "/dev/null");
    says(install_in(repository.path()), 2, "/dev/null cannot be made a folder");
}

TEST_CASE("install: in a linked work tree, where git shares its hooks") {
    const TidyRepository repository;
    const ScratchFolder scratch;
    const fs::path linked = scratch.path() / "linked";
    repository.git("worktree", "add", "--quiet", "-b", "linked", linked.string());
    says(install_in(linked), 0, "pre-commit: installed: ");
    CHECK(read_file(repository.path() / ".git/hooks/pre-commit") == script("pre-commit"));
    guards(repository, linked);
}

TEST_CASE("install: in a bare repository, for what it receives") {
    const GitRepository server({"--bare"});
    says(install_in(server.path()), 0, "pre-receive: installed: ");
    CHECK(read_file(server.path() / "hooks/pre-receive") == script("pre-receive"));
    CHECK_FALSE(fs::exists(server.path() / "hooks/pre-commit"));
    says(install_in(server.path(), {"--hook-type", "pre-commit"}), 2, "pre-commit never runs");
    const TidyRepository work;
    const ProgramFolder program("--time-budget 1000"); // whatever else the machine has to do
    work.remove(kRecord);
    work.commit("Delete");
    says(work.try_git({"push", server.path().string(), "main"}, program.options()), 1, "record/deleted");
}

TEST_CASE("install: what is asked for by name") {
    const TidyRepository repository;
    const fs::path hooks = repository.path() / ".git/hooks";
    says(install_in(repository.path(), {"--hook-type", "commit-msg", "--hook-type", "pre-receive"}), 0,
         "commit-msg: installed: ");
    CHECK(read_file(hooks / "commit-msg") == script("commit-msg"));
    CHECK(fs::exists(hooks / "pre-receive"));
    CHECK_FALSE(fs::exists(hooks / "pre-commit"));
    says(install_in(repository.path(), {"--hook-type", "post-commit"}), 2, "post-commit");
    says(install_in(repository.path(), {"--manager", "overcommit"}), 2, "overcommit");
}

TEST_CASE("install: --uninstall takes back what was written and nothing else") {
    const TidyRepository repository;
    const fs::path hooks = repository.path() / ".git/hooks";
    write_file(hooks / "post-commit", kForeign);
    write_file(hooks / "commit-msg", kForeign);
    const auto before = contents_of(hooks);
    install_in(repository.path());
    says(install_in(repository.path(), {"--uninstall", "--hook-type", "pre-push"}), 0, "pre-push: removed: ");
    CHECK(fs::exists(hooks / "pre-commit"));
    says(install_in(repository.path(), {"--uninstall"}), 0, "pre-commit: removed: ");
    CHECK(contents_of(hooks) == before);
    fs::remove(hooks / "commit-msg");
    says(install_in(repository.path(), {"--uninstall"}), 0, "nothing to remove");
}

TEST_CASE("install: --uninstall names the manager that still runs docs-lint") {
    const TidyRepository repository;
    repository.write("lefthook.yml", "pre-commit:\n  commands: {a: {run: docs-lint hook pre-commit}}\n");
    says(install_in(repository.path(), {"--uninstall"}), 2, "take its lines out of lefthook.yml");
}

TEST_CASE("install: --dry-run writes nothing and ends as the real run would") {
    const TidyRepository repository;
    const fs::path hooks = repository.path() / ".git/hooks";
    SUBCASE("where there is nothing, not even the folder") {
        fs::remove_all(hooks);
        says(install_in(repository.path(), {"--dry-run"}), 0, "pre-commit: would be installed: ");
        CHECK_FALSE(fs::exists(hooks));
    }
    SUBCASE("where there is somebody else's") {
        write_file(hooks / "pre-commit", kForeign);
        const auto before = contents_of(hooks);
        says(install_in(repository.path(), {"--dry-run"}), 2, "pre-push: would be installed: ");
        CHECK(contents_of(hooks) == before);
    }
    SUBCASE("where hooks would be removed or mended") {
        install_in(repository.path());
        fs::permissions(hooks / "pre-push", fs::perms::owner_read | fs::perms::owner_write);
        const auto before = contents_of(hooks);
        says(install_in(repository.path(), {"--dry-run"}), 0, "pre-push: would be made executable: ");
        says(install_in(repository.path(), {"--dry-run", "--uninstall"}), 0,
             "pre-commit: would be removed: ");
        CHECK(contents_of(hooks) == before);
    }
}

TEST_CASE("install: outside of a repository") {
    const ScratchFolder folder;
    says(install_in(folder.path()), 2, "no git repository");
}

TEST_CASE("install: doctor sees it, and before that names it as the cure") {
    const TidyRepository repository;
    ProcessOptions options;
    options.folder = repository.path();
    const std::string before = run_docs_lint({"doctor"}, options).out;
    CHECK(before.find("not installed") != std::string::npos);
    CHECK(before.find("docs-lint install") != std::string::npos);
    install_in(repository.path());
    CHECK(run_docs_lint({"doctor"}, options).out.find("not installed") == std::string::npos);
    write_file(repository.path() / ".git/hooks/pre-commit", script("pre-commit") + "# older\n");
    CHECK(run_docs_lint({"doctor"}, options).out.find("of another version") != std::string::npos);
}
