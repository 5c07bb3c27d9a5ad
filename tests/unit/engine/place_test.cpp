#include "engine/place.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using engine::Mode;

namespace {

base::Result<engine::Place> next_commit_of(const tests::GitRepository& repository) {
    engine::Request request;
    request.mode = Mode::next_commit;
    request.folder = repository.path().string();
    return engine::find_place(request);
}

engine::Place found(const tests::GitRepository& repository) {
    auto place = next_commit_of(repository);
    REQUIRE(place.has_value());
    return std::move(*place);
}

} // namespace

TEST_CASE("the next commit is the index where something is staged: a difference, a merge, a first commit") {
    const tests::TidyRepository repository;
    const auto mode = [&] { return found(repository).mode; };
    const std::string head = "commit " + repository.id_of("HEAD").substr(0, 10);
    CHECK(mode() == Mode::revision);
    CHECK(found(repository).scope == "nothing is staged, so " + head);
    repository.write("notes/a.md", "# A\n");
    CHECK(mode() == Mode::revision); // it is on disk only
    SUBCASE("a new file") {
        repository.git("add", "--all");
        CHECK(mode() == Mode::index);
        CHECK(found(repository).scope == "the index against HEAD, " + head);
        CHECK(found(repository).staged->paths == std::set<std::string>{"notes/a.md"});
    }
    SUBCASE("nothing but a deletion") {
        repository.git("rm", "--quiet", "--cached", tests::kRecord);
        CHECK(mode() == Mode::index);
        CHECK(found(repository).staged->paths.empty());
    }
    SUBCASE("nothing but a mode") {
        repository.git("update-index", "--chmod=+x", tests::kRecord);
        CHECK(mode() == Mode::index);
        CHECK(found(repository).staged->paths == std::set<std::string>{tests::kRecord});
    }
    SUBCASE("a merge that leaves HEAD's tree as it is") {
        repository.branch("topic");
        repository.commit("Note");
        repository.checkout("main");
        repository.git("merge", "--quiet", "--no-ff", "--no-commit", "-s", "ours", "topic");
        CHECK(mode() == Mode::index);
        CHECK(found(repository).staged->empty());
    }
}

TEST_CASE("before the first commit the next one is the index; in a bare repository there is none") {
    CHECK(found(tests::GitRepository()).mode == Mode::index);
    CHECK_FALSE(next_commit_of(tests::GitRepository({"--bare"})).has_value());
    const tests::TidyRepository repository;
    const tests::GitRepository bare({"--bare"});
    repository.git("push", "--quiet", bare.path().string(), "HEAD:refs/heads/main");
    CHECK(found(bare).mode == Mode::revision);
}

TEST_CASE("an index that cannot be read is no clean one") {
    const tests::TidyRepository repository;
    tests::write_file(repository.path() / ".git/index", "DIRC");
    const auto place = next_commit_of(repository);
    REQUIRE_FALSE(place.has_value());
    CHECK(place.error().message.find("index") != std::string::npos);
}
