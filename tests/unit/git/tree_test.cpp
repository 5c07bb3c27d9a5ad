#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::Mode;

namespace {

git::ObjectId tree_of(const GitRepository& repository, const std::string& revision) {
    return id_from(repository.id_of(revision + "^{tree}"));
}

/// Both sides as `mode id path` lines in git's words.
std::string listed_by_us(const GitRepository& repository, const std::string& revision) {
    std::ostringstream lines;
    for (const git::Entry& entry :
         value_of(opened(repository.path()).list_tree(tree_of(repository, revision))))
        lines << std::oct << static_cast<unsigned>(entry.mode) << ' ' << to_hex(entry.id) << ' ' << entry.path
              << '\n';
    return lines.str();
}

std::string listed_by_git(const GitRepository& repository, const std::string& revision) {
    std::istringstream records(repository.git("ls-tree", "-r", "-z", revision));
    std::ostringstream lines;
    for (std::string record; std::getline(records, record, '\0');)
        lines << record.substr(0, 6) << record.substr(11, 41) << ' ' << record.substr(53) << '\n';
    return lines.str();
}

std::vector<std::string> compared(const GitRepository& repository, const std::string& from,
                                  const std::string& to) {
    std::vector<std::string> lines;
    const auto changes =
        value_of(opened(repository.path()).compare_trees(tree_of(repository, from), tree_of(repository, to)));
    for (const git::Change& change : changes) {
        std::ostringstream line;
        line << std::oct << static_cast<unsigned>(change.old_mode) << ' '
             << static_cast<unsigned>(change.new_mode) << ' ' << change.path;
        lines.push_back(line.str());
    }
    return lines;
}

} // namespace

TEST_CASE("a tree is listed as git lists it, with blanks, umlauts, links and executable bits") {
    const GitRepository repository;
    for (const char* const file : {"a.md", "a/b.md", "a0", "docs/with blank & more.md",
                                   "docs/\xC3\xBC"
                                   "ber.md",
                                   "z"})
        repository.write(file, file);
    repository.write("tool", "#!");
    repository.make_executable("tool");
    repository.link("docs/link.md", "a.md");
    repository.commit("all");
    CHECK(listed_by_us(repository, "HEAD") == listed_by_git(repository, "HEAD"));
    CHECK(contains(listed_by_us(repository, "HEAD"), "100755"));
    repository.git("repack", "-adq");
    CHECK(listed_by_us(repository, "HEAD") == listed_by_git(repository, "HEAD"));
}

TEST_CASE("trees are compared by path, mode and id") {
    const GitRepository repository;
    for (const char* const file : {"docs/a.md", "docs/b.md", "docs/c.md", "same/x", "tool"})
        repository.write(file, file);
    repository.commit("one");
    repository.write("docs/a.md", "changed");
    repository.remove("docs/b.md");
    repository.write("docs/b2.md", "new");
    repository.move("docs/c.md", "docs/deep/c.md");
    repository.make_executable("tool");
    repository.commit("two");
    CHECK(compared(repository, "HEAD~", "HEAD") ==
          std::vector<std::string>{"100644 100644 docs/a.md", "100644 0 docs/b.md", "0 100644 docs/b2.md",
                                   "100644 0 docs/c.md", "0 100644 docs/deep/c.md", "100644 100755 tool"});
    CHECK(compared(repository, "HEAD", "HEAD").empty());
}

TEST_CASE("a file that replaces a folder is a deletion and an addition, and so the other way round") {
    const GitRepository repository;
    repository.write("docs/a.md", "a");
    repository.write("docs/b.md", "b");
    repository.write("docs.md", "c");
    repository.commit("folder");
    repository.remove("docs");
    repository.link("docs", "elsewhere");
    repository.commit("link");
    CHECK(compared(repository, "HEAD~", "HEAD") ==
          std::vector<std::string>{"0 120000 docs", "100644 0 docs/a.md", "100644 0 docs/b.md"});
    CHECK(compared(repository, "HEAD", "HEAD~") ==
          std::vector<std::string>{"120000 0 docs", "0 100644 docs/a.md", "0 100644 docs/b.md"});
}

TEST_CASE("equal folders are never read") {
    const GitRepository repository;
    repository.write("same/x", "x");
    repository.write("a", "a");
    repository.commit("one");
    repository.write("a", "b");
    repository.commit("two");
    const std::string folder = repository.id_of("HEAD:same");
    std::filesystem::remove(repository.path() / ".git/objects" / folder.substr(0, 2) / folder.substr(2));
    CHECK(compared(repository, "HEAD~", "HEAD") == std::vector<std::string>{"100644 100644 a"});
    const auto listed = opened(repository.path()).list_tree(tree_of(repository, "HEAD"));
    REQUIRE_FALSE(listed);
    CHECK(listed.error().kind == base::ErrorKind::unverifiable);
    CHECK(contains(listed.error().message, folder));
}

TEST_CASE("an entry is found by its path") {
    const GitRepository repository;
    repository.write("docs/deep/a.md", "a");
    repository.commit("one");
    const git::Repository open = opened(repository.path());
    const git::ObjectId tree = tree_of(repository, "HEAD");
    CHECK(value_of(open.find_entry(tree, "docs/deep/a.md"))->id ==
          id_from(repository.id_of("HEAD:docs/deep/a.md")));
    CHECK(value_of(open.find_entry(tree, "docs/deep"))->mode == Mode::tree);
    for (const char* const path :
         {"docs/a.md", "docs/deep/a.md/x", "docs/deep/", "", "/docs", "docs//deep"}) {
        CAPTURE(path);
        CHECK_FALSE(value_of(open.find_entry(tree, path)));
    }
    CHECK(value_of(open.list_tree(git::ObjectId{})).empty());
}

TEST_CASE("folders nested beyond reason are an error, not a crash") {
    const GitRepository repository;
    const auto raw = [](const std::string& hex) {
        const git::ObjectId id = id_from(hex);
        return std::string(id.bytes.begin(), id.bytes.end());
    };
    repository.write("a", "a");
    repository.commit("one");
    std::string tree = repository.id_of("HEAD^{tree}");
    for (int depth = 0; depth < 199; ++depth) {
        tree = repository.write_object("tree", std::string("40000 d") + '\0' + raw(tree));
    }
    const git::Repository open = opened(repository.path());
    CHECK(value_of(open.list_tree(id_from(tree))).size() == 1);
    tree = repository.write_object("tree", std::string("40000 d") + '\0' + raw(tree));
    const auto listed = open.list_tree(id_from(tree));
    REQUIRE_FALSE(listed);
    CHECK(listed.error().kind == base::ErrorKind::unverifiable);
}

namespace {

/// Makes a tree of lines as `git ls-tree` writes them, without asking whether what they name is there.
git::ObjectId made_tree(const GitRepository& repository, const std::string& lines) {
    ProcessOptions options;
    options.input = lines;
    return id_from(repository.run({"mktree", "--missing"}, options).substr(0, 40));
}

std::string numbered(std::size_t count, const std::string& mode_and_id, char letter) {
    std::string lines;
    for (std::size_t number = 0; number < count; ++number)
        lines += mode_and_id + "\t" + letter + std::to_string(10'000 + number) + "\n";
    return lines;
}

} // namespace

TEST_CASE("as many files as there may be are compared, and one more is past the limit") {
    const GitRepository repository;
    const std::string blob = "100644 blob " + std::string(40, '1'),
                      other = "100644 blob " + std::string(40, '2');
    // Two folders of a thousand files, which differ in one, 998 times over: 1,997,996 entries on both sides.
    const auto before = made_tree(repository, blob + "\ta\n" + numbered(999, blob, 'f'));
    const auto after = made_tree(repository, other + "\ta\n" + numbered(999, blob, 'f'));
    const auto folders = [](const git::ObjectId& tree) {
        return numbered(998, "040000 tree " + to_hex(tree), 'd');
    };
    const std::string equal = numbered(1002, blob, 'e');
    const auto old_tree = made_tree(repository, folders(before) + equal);
    const auto new_tree = made_tree(repository, folders(after) + equal);
    const auto one_more = made_tree(repository, folders(after) + equal + blob + "\tz\n");
    const auto reader = opened(repository.path());
    CHECK(value_of(reader.compare_trees(old_tree, new_tree)).size() == 998);
    const auto refused = reader.compare_trees(old_tree, one_more);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == base::ErrorKind::unverifiable);
    CHECK(refused.error().message.find("2000000") != std::string::npos);
}

TEST_CASE("folders may lie so deep in one another, and no deeper") {
    const GitRepository repository;
    const auto reader = opened(repository.path());
    const std::string blob = "100644 blob " + std::string(40, '1');
    auto tree = made_tree(repository, blob + "\tf\n");
    for (int folder = 1; folder < 200; ++folder) // the root is one, too
        tree = made_tree(repository, "040000 tree " + to_hex(tree) + "\td\n");
    CHECK(value_of(reader.list_tree(tree)).size() == 1);
    const auto deeper = reader.list_tree(made_tree(repository, "040000 tree " + to_hex(tree) + "\td\n"));
    REQUIRE_FALSE(deeper.has_value());
    CHECK(deeper.error().kind == base::ErrorKind::unverifiable);
    CHECK(deeper.error().message.find("200 folders") != std::string::npos);
}
