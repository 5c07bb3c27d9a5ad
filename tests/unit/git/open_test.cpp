#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <unistd.h>

using namespace docs_lint;
using namespace docs_lint::tests;
using base::ErrorKind;

namespace {

namespace fs = std::filesystem;

/// Sets variables of this process for the length of a test.
class Environment {
public:
    explicit Environment(std::map<std::string, std::string> variables) : variables_(std::move(variables)) {
        for (const auto& [name, value] : variables_) setenv(name.c_str(), value.c_str(), 1);
    }
    ~Environment() {
        for (const auto& [name, value] : variables_) unsetenv(name.c_str());
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    std::map<std::string, std::string> variables_;
};

std::string same(const fs::path& path) {
    return fs::canonical(path).string();
}

git::OpenOptions environment_options() {
    git::OpenOptions options;
    options.from_environment = true;
    return options;
}

base::Error error_of(const fs::path& path, const git::OpenOptions& options = {}) {
    const auto repository = git::Repository::open(path.string(), options);
    REQUIRE_FALSE(repository.has_value());
    return repository.error();
}

} // namespace

TEST_CASE("a repository is found from any folder inside it") {
    const GitRepository repository;
    repository.write("docs/deep/a.md", "a");
    for (const char* const inside : {"", "docs/deep", ".git", ".git/hooks"}) {
        CAPTURE(inside);
        const git::Repository open = opened(repository.path() / inside);
        CHECK(open.work_tree() == same(repository.path()) + "/");
        CHECK(open.git_directory() == same(repository.path()) + "/.git/");
        CHECK_FALSE(open.condition().bare);
    }
}

TEST_CASE("a bare repository has no work tree") {
    const GitRepository repository({"--bare"});
    const git::Repository open = opened(repository.path());
    CHECK_FALSE(open.work_tree());
    CHECK(open.condition().bare);
}

TEST_CASE("a linked worktree has its own HEAD and shares the objects") {
    const GitRepository repository;
    const std::string first = repository.commit("one");
    const ScratchFolder elsewhere;
    repository.git("worktree", "add", "-q", "-b", "topic", (elsewhere.path() / "tree").string());
    repository.commit("two");
    const git::Repository open = opened(elsewhere.path() / "tree");
    CHECK(open.work_tree() == same(elsewhere.path() / "tree") + "/");
    CHECK(value_of(open.head()) == id_from(first));
    CHECK(value_of(open.kind_of(id_from(repository.id_of("main")))) == git::ObjectKind::commit);
}

TEST_CASE("no repository at all is a matter of usage") {
    const ScratchFolder folder;
    CHECK(error_of(folder.path()).kind == ErrorKind::usage);
    CHECK(contains(error_of(folder.path()).message, "no git repository"));
    CHECK(error_of(folder.path() / "missing").kind == ErrorKind::usage);
}

TEST_CASE("a .git that cannot be opened is a failure, never no repository") {
    const ScratchFolder folder;
    SUBCASE("an empty folder") {
        fs::create_directory(folder.path() / ".git");
    }
    SUBCASE("a file that points nowhere") {
        write_file(folder.path() / ".git", "gitdir: /nonexistent\n");
    }
    SUBCASE("a file of nonsense") {
        write_file(folder.path() / ".git", "nonsense");
    }
    SUBCASE("a dangling link") {
        fs::create_symlink("nowhere", folder.path() / ".git");
    }
    const base::Error error = error_of(folder.path());
    CHECK(error.kind == ErrorKind::failure);
    CHECK(contains(error.message, same(folder.path())));
}

TEST_CASE("formats that are not supported say so") {
    SUBCASE("SHA-256") {
        const GitRepository repository({"--object-format=sha256"});
        CHECK(error_of(repository.path()).kind == ErrorKind::failure);
        CHECK(contains(error_of(repository.path()).message, "sha256"));
    }
    SUBCASE("reftable") {
        const GitRepository repository;
        repository.git("config", "core.repositoryformatversion", "1");
        repository.git("config", "extensions.refstorage", "reftable");
        CHECK(contains(error_of(repository.path()).message, "reftable"));
        CHECK(contains(error_of(repository.path()).help, "git refs migrate"));
    }
    SUBCASE("an unknown extension") {
        const GitRepository repository;
        repository.git("config", "core.repositoryformatversion", "1");
        repository.git("config", "extensions.fromthefuture", "true");
        CHECK(contains(error_of(repository.path()).message, "fromthefuture"));
        CHECK(error_of(repository.path()).kind == ErrorKind::failure);
    }
    SUBCASE("extensions that change nothing for a reader are allowed") {
        const GitRepository repository;
        // Written by hand: the git of today does not know all of these.
        repository.write(".git/config",
                         "[core]\n\trepositoryformatversion = 1\n\tbare = false\n"
                         "[extensions]\n\tworktreeconfig = true\n\tpreciousobjects = true\n"
                         "\trelativeworktrees = true\n\tobjectformat = sha1\n\trefstorage = files\n");
        CHECK_FALSE(opened(repository.path()).condition().bare);
    }
}

TEST_CASE("another user's repository is refused, with the cure") {
    if (geteuid() != 0) return; // only root can give a folder away
    const GitRepository repository;
    const std::string root = same(repository.path());
    for (const auto& entry : fs::recursive_directory_iterator(repository.path()))
        REQUIRE(chown(entry.path().c_str(), 4711, 4711) == 0);
    REQUIRE(chown(root.c_str(), 4711, 4711) == 0);
    const base::Error error = error_of(repository.path());
    CHECK(error.kind == ErrorKind::failure);
    CHECK(contains(error.message, "belongs to another user"));
    CHECK(contains(error.help, "git config --global --add safe.directory " + root));

    git::OpenOptions trusting;
    trusting.trust_owner = true;
    CHECK(opened(repository.path(), trusting).work_tree() == root + "/");
    CHECK(error_of(repository.path()).kind == ErrorKind::failure); // the trust was for one opening
}

TEST_CASE(
    "a bare repository that a commit may have put into a working tree is refused, unless it is trusted") {
    const GitRepository repository;
    repository.write("docs/deep/a.md", "1");
    repository.commit("one");
    repository.git("init", "--quiet", "--bare", "docs");
    for (const char* folder : {"docs", "docs/deep"}) {
        const base::Error error = error_of(repository.path() / folder);
        CHECK(error.kind == ErrorKind::failure);
        CHECK(contains(error.message, "inside the working tree of " + same(repository.path())));
        CHECK(contains(error.help, "--trust-repository"));
    }
    git::OpenOptions trusting;
    trusting.trust_owner = true;
    CHECK(opened(repository.path() / "docs", trusting).condition().bare);
    CHECK_FALSE(opened(repository.path()).condition().bare);
    CHECK_FALSE(opened(repository.path() / ".git").condition().bare); // its own folder is no other repository
    const GitRepository alone({"--bare"});
    CHECK(opened(alone.path()).condition().bare);
}

TEST_CASE("what is lacking or added is seen") {
    const GitRepository origin;
    origin.write("a.md", "1");
    origin.commit("one");
    origin.write("a.md", "2");
    origin.commit("two");
    const ScratchFolder elsewhere;
    const std::string url = "file://" + origin.path().string();
    const fs::path clone = elsewhere.path() / "clone";

    SUBCASE("nothing") {
        const git::Condition condition = opened(origin.path()).condition();
        CHECK_FALSE(condition.shallow);
        CHECK_FALSE(condition.partial);
        CHECK_FALSE(condition.grafts);
        CHECK(condition.replace_refs == 0);
    }
    SUBCASE("shallow, also seen from a linked worktree") {
        origin.git("clone", "-q", "--depth", "1", url, clone.string());
        CHECK(opened(clone).condition().shallow);
        origin.git("-C", clone.string(), "worktree", "add", "-q", (elsewhere.path() / "linked").string());
        CHECK(opened(elsewhere.path() / "linked").condition().shallow);
        const auto missing = opened(clone).read_commit(id_from(origin.id_of("HEAD~1")));
        REQUIRE_FALSE(missing);
        CHECK(missing.error().kind == ErrorKind::unverifiable);
        CHECK(contains(missing.error().help, "git fetch --unshallow"));
        CHECK(opened(clone).resolve("HEAD~1").error().kind == ErrorKind::unverifiable);
    }
    SUBCASE("partial") {
        origin.git("config", "uploadpack.allowFilter", "true");
        origin.git("clone", "-q", "--filter=blob:none", "--no-checkout", url, clone.string());
        const git::Repository open = opened(clone);
        CHECK(open.condition().partial);
        const auto missing = open.read_blob(id_from(origin.id_of("HEAD~1:a.md")));
        REQUIRE_FALSE(missing);
        CHECK(missing.error().kind == ErrorKind::unverifiable);
        CHECK(contains(missing.error().help, "--refetch"));
    }
    SUBCASE("replacements are counted and not followed") {
        origin.git("replace", "HEAD", "HEAD~1");
        const git::Repository open = opened(origin.path());
        CHECK(open.condition().replace_refs == 1);
        CHECK(value_of(open.read_commit_text(*value_of(open.head()))).subject == "two");
    }
    SUBCASE("grafts are seen and not followed") {
        origin.write(".git/info/grafts", origin.id_of("HEAD") + "\n");
        const git::Repository open = opened(origin.path());
        CHECK(open.condition().grafts);
        CHECK(value_of(open.read_commit(*value_of(open.head()))).parents.size() == 1);
    }
}

TEST_CASE("the environment counts only when asked for") {
    const GitRepository here;
    const GitRepository there;
    const std::string first = here.commit("here");
    const std::string other = there.commit("there");
    there.write("staged.md", "staged");
    const Environment environment({{"GIT_DIR", (there.path() / ".git").string()}});
    CHECK(value_of(opened(here.path()).head()) == id_from(first));
    CHECK(value_of(opened(here.path(), environment_options()).head()) == id_from(other));
}

TEST_CASE("the index file of the environment is used, with and without a named work tree") {
    const GitRepository repository;
    repository.write("a.md", "a");
    repository.commit("one");
    const std::string other = (repository.path() / ".git/other-index").string();
    repository.write("b.md", "b");
    ProcessOptions options;
    options.environment = {{"GIT_INDEX_FILE", other}};
    repository.run({"add", "b.md"}, options);

    std::map<std::string, std::string> variables = {{"GIT_INDEX_FILE", other}};
    SUBCASE("the index alone") {}
    SUBCASE("with a work tree") {
        variables["GIT_WORK_TREE"] = repository.path().string();
    }
    SUBCASE("with git directory and work tree") {
        variables["GIT_DIR"] = (repository.path() / ".git").string();
        variables["GIT_WORK_TREE"] = repository.path().string();
    }
    SUBCASE("with the common folder") {
        variables["GIT_DIR"] = (repository.path() / ".git").string();
        variables["GIT_COMMON_DIR"] = (repository.path() / ".git").string();
    }
    const Environment environment(variables);
    const std::string configuration = repository.read(".git/config");
    const git::Repository open = opened(repository.path(), environment_options());
    CHECK(repository.read(".git/config") == configuration);
    const auto entries = value_of(open.read_index());
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].path == "b.md");
    CHECK(open.work_tree() == same(repository.path()) + "/");
    CHECK(value_of(opened(repository.path()).read_index())[0].path == "a.md");
}

TEST_CASE("a common folder that is another repository's is refused") {
    const GitRepository repository;
    const GitRepository other;
    const Environment environment({{"GIT_DIR", (repository.path() / ".git").string()},
                                   {"GIT_COMMON_DIR", (other.path() / ".git").string()}});
    CHECK(contains(error_of(repository.path(), environment_options()).message, "GIT_COMMON_DIR"));
}

TEST_CASE("objects in quarantine are read from where the environment says") {
    const GitRepository server({"--bare"});
    const GitRepository client;
    client.write("a.md", "a");
    const std::string pushed = client.commit("pushed");
    // As receive-pack does it: the new objects apart, the server's own ones as alternates.
    std::map<std::string, std::string> variables = {
        {"GIT_DIR", server.path().string()},
        {"GIT_OBJECT_DIRECTORY", (client.path() / ".git/objects").string()},
        {"GIT_ALTERNATE_OBJECT_DIRECTORIES", (server.path() / "objects").string()},
    };
    const std::string old = server.write_object("blob", "of the server");
    SUBCASE("by libgit2 itself") {}
    SUBCASE("by hand") {
        variables["GIT_COMMON_DIR"] = server.path().string();
    }
    const Environment environment(variables);
    CHECK(value_of(opened(server.path()).kind_of(id_from(pushed))) == git::ObjectKind::missing);
    const git::Repository open = opened(server.path(), environment_options());
    CHECK(value_of(open.read_commit_text(id_from(pushed))).subject == "pushed");
    CHECK(value_of(open.read_blob(id_from(old))) == "of the server");
}
