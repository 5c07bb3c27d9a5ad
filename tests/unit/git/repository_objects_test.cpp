#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>
#include <map>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::ObjectKind;

namespace {

/// Two blobs whose names begin with the same four digits.
std::pair<std::string, std::string> twins(const GitRepository& repository) {
    std::map<std::string, std::string> seen;
    for (int number = 0;; ++number) {
        const std::string id = repository.write_object("blob", std::to_string(number));
        const auto [known, is_new] = seen.emplace(id.substr(0, 4), id);
        if (!is_new) return {known->second, id};
    }
}

} // namespace

TEST_CASE("objects are known by kind, size and content, loose and packed") {
    const GitRepository repository;
    repository.write("a.md", std::string("text\0more", 9));
    const std::string commit = repository.commit("one");
    repository.git("tag", "-a", "-m", "tagged", "v1");
    const auto check = [&] {
        const git::Repository open = opened(repository.path());
        CHECK(value_of(open.kind_of(id_from(commit))) == ObjectKind::commit);
        CHECK(value_of(open.kind_of(id_from(repository.id_of("HEAD^{tree}")))) == ObjectKind::tree);
        CHECK(value_of(open.kind_of(id_from(repository.id_of("v1")))) == ObjectKind::tag);
        CHECK(value_of(open.kind_of(id_from(std::string(40, '1')))) == ObjectKind::missing);
        const git::ObjectId blob = id_from(repository.id_of("HEAD:a.md"));
        CHECK(value_of(open.kind_of(blob)) == ObjectKind::blob);
        CHECK(value_of(open.blob_size(blob)) == 9);
        CHECK(value_of(open.read_blob(blob)) == std::string("text\0more", 9));
        CHECK(open.read_commit(blob).error().kind == base::ErrorKind::unverifiable);
        CHECK(open.blob_size(id_from(commit)).error().kind == base::ErrorKind::unverifiable);
    };
    check();
    repository.git("repack", "-adq");
    check();
}

TEST_CASE("a commit is read as git shows it") {
    const GitRepository repository;
    const std::string first = repository.commit("First");
    const std::string second =
        repository.commit("Second\n\nmore", "2026-03-02T10:30:00+02:00", "Tech Lead <tech-lead@example.org>");
    const git::Commit commit = value_of(opened(repository.path()).read_commit(id_from(second)));
    CHECK(to_hex(commit.tree) == repository.id_of("HEAD^{tree}"));
    CHECK(commit.parents == std::vector<git::ObjectId>{id_from(first)});
    const git::CommitText text = value_of(opened(repository.path()).read_commit_text(id_from(second)));
    CHECK(text.author_name == "Tech Lead");
    CHECK(text.author_email == "tech-lead@example.org");
    CHECK(std::to_string(commit.authored_at.seconds) == repository.git("log", "-1", "--format=%at"));
    CHECK(commit.authored_at.offset_minutes == 120);
    CHECK(text.subject == "Second");
}

TEST_CASE("a malformed commit is an error that names it") {
    const GitRepository repository;
    repository.commit("one");
    const std::string people = "author A <a> 1 +0000\n";
    const std::string id =
        repository.write_object("commit", "tree " + repository.id_of("HEAD^{tree}") + "\n" + people + people +
                                              "committer A <a> 1 +0000\n\nx");
    const auto commit = opened(repository.path()).read_commit(id_from(id));
    REQUIRE_FALSE(commit);
    CHECK(commit.error().kind == base::ErrorKind::unverifiable);
    CHECK(contains(commit.error().message, id));
    CHECK(contains(commit.error().message, "two author lines"));
}

TEST_CASE("a damaged object is an error") {
    const GitRepository repository;
    repository.write("a.md", std::string(200, 'a'));
    repository.commit("one");
    const std::string blob = repository.id_of("HEAD:a.md");
    const auto file = repository.path() / ".git/objects" / blob.substr(0, 2) / blob.substr(2);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    SUBCASE("not compressed") {
        write_file(file, "nonsense");
    }
    SUBCASE("of another content") {
        const std::string other = repository.write_object("blob", "other");
        write_file(file,
                   read_file(repository.path() / ".git/objects" / other.substr(0, 2) / other.substr(2)));
    }
    const auto content = opened(repository.path()).read_blob(id_from(blob));
    REQUIRE_FALSE(content);
    CHECK(content.error().kind == base::ErrorKind::unverifiable);
    CHECK(contains(content.error().message, blob));
    CHECK(contains(content.error().help, "git fsck"));
}

TEST_CASE("objects are found by the digits that they begin with") {
    const GitRepository repository;
    const auto pair = twins(repository);
    const std::string& one = pair.first;
    const std::string& other = pair.second;
    const auto find = [&](const std::string& prefix, std::size_t most = 16) {
        return value_of(opened(repository.path()).find_objects(prefix, most));
    };
    const auto check = [&] {
        CHECK(find(one) == std::vector<git::ObjectId>{id_from(one)});
        CHECK(find(one.substr(0, 39)) == std::vector<git::ObjectId>{id_from(one)});
        auto both = std::vector<git::ObjectId>{id_from(one), id_from(other)};
        std::sort(both.begin(), both.end());
        CHECK(find(one.substr(0, 4)) == both);
        CHECK(find(one.substr(0, 4), 1).size() == 1);
        CHECK(find(std::string(40, '0')).empty());
        CHECK(find("abc").empty());
        CHECK(find("HEAD").empty());
        CHECK(find(one + "0").empty());
    };
    check();
    // One of them in a pack, also twice, and both loose.
    ProcessOptions options;
    options.input = one + "\n";
    repository.run({"pack-objects", "-q", ".git/objects/pack/pack"}, options);
    check();
    options.input = one + "\n" + other + "\n";
    repository.run({"pack-objects", "-q", ".git/objects/pack/pack"}, options);
    check();
    repository.git("prune-packed", "-q");
    check();
}
