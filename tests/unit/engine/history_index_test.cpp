#include "engine/history_index.hpp"
#include "support/files_below.hpp"
#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;
using engine::HistoryIndex;
using facts::PathHistory;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLong = 1200;

/// `count` commits of one file on a branch, each with a number of its own.
void commit_many(const GitRepository& repository, const std::string& branch, const std::string& start,
                 std::size_t count) {
    std::ostringstream stream;
    for (std::size_t number = 0; number < count; ++number) {
        const std::string text = branch + " " + std::to_string(number);
        stream << "commit refs/heads/" << branch << "\ncommitter A <a@example.org> " << 1'772'000'000 + number
               << " +0000\ndata " << text.size() << '\n'
               << text << '\n';
        if (number == 0 && !start.empty()) stream << "from " << start << '\n';
        stream << "M 100644 inline docs/file.md\ndata " << text.size() << '\n' << text << "\n\n";
    }
    ProcessOptions options;
    options.input = stream.str();
    repository.run({"fast-import", "--quiet"}, options);
}

/// A long history, and an index of it that is somewhere else.
struct Indexed {
    Indexed() : open(opened(repository.path())), index(folder.path().string(), open) {
        commit_many(repository, "main", "", kLong);
    }

    [[nodiscard]] git::ObjectId id_of(const std::string& revision) const {
        return id_from(repository.id_of(revision));
    }

    /// Walks on from what is known, asks for the file's changes and keeps what was found.
    std::vector<facts::PathChange> walk(const std::string& revision, bool ask = true) const {
        const git::ObjectId tip = id_of(revision);
        const HistoryIndex::Found found = index.find(open, tip);
        const auto graph = value_of(git::CommitGraph::read(open, {tip}, found.graph));
        PathHistory paths(open, graph, found.changes);
        auto changes = ask ? value_of(paths.changes_of("docs/file.md")) : std::vector<facts::PathChange>{};
        index.keep(paths, tip, found);
        if (found.met_damage()) return walk(revision, ask); // which was taken away
        return changes;
    }

    [[nodiscard]] std::vector<fs::path> files() const { return files_below(folder.path()); }

    GitRepository repository;
    ScratchFolder folder;
    git::Repository open;
    HistoryIndex index;
};

void damage(const fs::path& path, std::size_t at) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(byte ^ 0x40));
}

} // namespace

TEST_CASE("what was walked once is found again, and only what came later is read") {
    const Indexed indexed;
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).commits == 0);
    CHECK(indexed.walk("main").size() == kLong);
    REQUIRE(indexed.files().size() == 1);
    const auto found = indexed.index.find(indexed.open, indexed.id_of("main"));
    CHECK(found.commits == kLong);
    REQUIRE(found.has_changes);
    CHECK(found.changes()->of("docs/file.md").size() == kLong);
    commit_many(indexed.repository, "main", "refs/heads/main^0", 10);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).commits == kLong);
    const auto changes = indexed.walk("main");
    REQUIRE(changes.size() == kLong + 10);
    CHECK(changes.back().commit == kLong + 9);
    CHECK(changes.back().parents == std::vector{changes[kLong + 8].blob});
    CHECK(indexed.files().size() == 1); // ten commits are not worth a new file
}

TEST_CASE("a file is written again when enough is new, and without changes only until they are known") {
    const Indexed indexed;
    indexed.walk("main", false);
    CHECK_FALSE(indexed.index.find(indexed.open, indexed.id_of("main")).has_changes);
    indexed.walk("main");
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).has_changes);
    CHECK(indexed.files().size() == 1);
    commit_many(indexed.repository, "main", "refs/heads/main^0", 260);
    CHECK(indexed.walk("main").size() == kLong + 260);
    CHECK(indexed.files().size() == 2);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).commits == kLong + 260);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main~260")).commits == kLong);
    CHECK(indexed.walk("main").size() == kLong + 260);
}

TEST_CASE("a branch finds what is known of the commit that it left from, and no more than four files stay") {
    const Indexed indexed;
    indexed.walk("main");
    commit_many(indexed.repository, "topic", "refs/heads/main~200", 300);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("topic")).commits == 0); // the tip is not behind it
    for (int round = 0; round < 6; ++round) {
        commit_many(indexed.repository, "topic", "refs/heads/topic^0", 300);
        CHECK(indexed.walk("topic").size() == 1000 + 300 * static_cast<std::size_t>(round + 2));
    }
    CHECK(indexed.files().size() == 4);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("topic")).commits == 3100);
}

TEST_CASE("short and cut histories are not kept") {
    const Indexed indexed;
    CHECK(indexed.walk("main~" + std::to_string(kLong - 99)).size() == 99);
    CHECK(indexed.files().empty());
    const ScratchFolder elsewhere;
    const auto clone = (elsewhere.path() / "clone").string();
    indexed.repository.git("clone", "-q", "--depth=1100", "file://" + indexed.repository.path().string(),
                           clone);
    const git::Repository shallow = opened(clone);
    const HistoryIndex index(indexed.folder.path().string(), shallow);
    const auto graph = value_of(git::CommitGraph::read(shallow, {indexed.id_of("main")}));
    PathHistory paths(shallow, graph);
    index.keep(paths, indexed.id_of("main"), {});
    CHECK(indexed.files().empty());
}

TEST_CASE("a damaged file is as good as none") {
    const Indexed indexed;
    indexed.walk("main");
    const fs::path file = indexed.files().front();
    const std::string whole = read_file(file);
    for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 1013) {
        CAPTURE(at);
        write_file(file, whole);
        damage(file, at);
        const auto found = indexed.index.find(indexed.open, indexed.id_of("main"));
        CHECK((found.commits == 0 || found.commits == kLong));
        CHECK((found.file == nullptr || !found.file->is_intact()));
        CHECK(indexed.walk("main").size() == kLong);
        CHECK(indexed.files().size() == 1); // the damage was met, or nobody asked
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{30}, whole.size() / 2, whole.size() - 1}) {
        write_file(file, whole.substr(0, size));
        CHECK(indexed.walk("main").size() == kLong);
    }
}

TEST_CASE("a file under another commit's name, and a place that others can write to, are not believed") {
    const Indexed indexed;
    indexed.walk("main");
    const fs::path file = indexed.files().front();
    const fs::path other = file.parent_path() / indexed.repository.id_of("main~5");
    fs::copy_file(file, other);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main~5")).commits == 0);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).commits == kLong);
    fs::permissions(file, fs::perms::group_write, fs::perm_options::add);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).commits == 0);
    fs::permissions(file, fs::perms::group_write, fs::perm_options::remove);
    fs::permissions(file.parent_path(), fs::perms::others_write, fs::perm_options::add);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).commits == 0);
    fs::permissions(file.parent_path(), fs::perms::others_write, fs::perm_options::remove);
    fs::remove(file);
    fs::create_symlink(other, file);
    CHECK(indexed.index.find(indexed.open, indexed.id_of("main")).commits == 0);
}
