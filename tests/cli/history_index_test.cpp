// With an index of the history every answer is the same as without one; who judges for others leaves it out.
#include "support/files_below.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

using Arguments = std::vector<std::string>;

/// A tidy repository whose record is open again, behind a thousand commits that have nothing to do with it.
struct LongHistory {
    LongHistory() {
        repository.git("checkout", "--quiet", "-B", "main", repository.commits().active);
        std::ostringstream stream;
        for (int number = 0; number < 1100; ++number) {
            stream << "commit refs/heads/main\ncommitter A <a@example.org> " << 1'772'500'000 + number
                   << " +0000\ndata 4\nNote\n";
            if (number == 0) stream << "from refs/heads/main^0\n";
            stream << "M 100644 inline notes/n.md\ndata 4\n" << 1000 + number << "\n\n";
        }
        ProcessOptions options;
        options.input = stream.str();
        repository.run({"fast-import", "--quiet"}, options);
        repository.git("reset", "--quiet", "--hard", "main");
    }

    [[nodiscard]] ProcessResult run(Arguments arguments, std::map<std::string, std::string> environment = {},
                                    const std::string& input = {}) const {
        environment.emplace("XDG_CACHE_HOME", cache.path().string());
        ProcessOptions options;
        options.folder = repository.path();
        options.environment = std::move(environment);
        options.input = input;
        return run_docs_lint(std::move(arguments), options);
    }

    /// The record cites a specification that is not there.
    void stage_fault() const {
        std::string record = repository.read(kRecord);
        record.replace(record.find(kSpec), std::string(kSpec).size(), "docs/specs/metrics/absent.md");
        repository.write(kRecord, record);
        repository.git("add", "--all");
    }

    /// Results of audits lie beside them: kept_audit_test.
    [[nodiscard]] std::vector<fs::path> kept() const {
        auto files = files_below(cache.path());
        std::erase_if(files,
                      [](const fs::path& file) { return file.parent_path().extension() == ".audits"; });
        return files;
    }

    TidyRepository repository;
    ScratchFolder cache;
};

void check_same(const ProcessResult& left, const ProcessResult& right) {
    CHECK(left.exit_code == right.exit_code);
    CHECK(left.out == right.out);
    CHECK(left.err == right.err);
}

} // namespace

TEST_CASE("with an index and without one every command says the same") {
    const LongHistory history;
    history.stage_fault();
    const std::vector<Arguments> commands = {{"check", "--staged", "--output=json"},
                                             {"hook", "pre-commit", "--output=json"},
                                             {"check", "--range", "HEAD~3..HEAD", "--output=json"},
                                             {"audit", "--output=json", "--as-of=2026-04-01"}};
    for (const Arguments& command : commands) {
        CAPTURE(command[1]);
        Arguments without = command;
        without.insert(without.end(), {"--history-index", "never"});
        const auto expected = history.run(without);
        CHECK(expected.exit_code <= 1);
        check_same(history.run(command), expected);
        check_same(history.run(command), expected);
    }
    REQUIRE(history.kept().size() == 2); // up to HEAD, and up to the base of the range
    CHECK(history.run(commands[0]).out.find("absent.md") != std::string::npos);
}

TEST_CASE(
    "wherever an index is damaged, what is said is what is said without it, and the index is made anew") {
    const LongHistory history;
    history.stage_fault();
    const Arguments staged = {"check", "--staged", "--output=json"};
    const auto expected = history.run({"check", "--staged", "--output=json", "--history-index=never"});
    check_same(history.run(staged), expected);
    REQUIRE(history.kept().size() == 1);
    const fs::path file = history.kept().front();
    const std::string whole = read_file(file);
    std::size_t met = 0;
    constexpr std::size_t kPage = 4096;
    for (std::size_t at = 50; at < whole.size(); at += kPage) {
        CAPTURE(at);
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        write_file(file, damaged);
        check_same(history.run(staged), expected);
        met += !fs::exists(file) || read_file(file) != damaged ? 1 : 0;
        check_same(history.run(staged), expected);
        CHECK(fs::exists(file));
    }
    CHECK(met > 5);
    CHECK(met < whole.size() / kPage); // what nobody asks for is not read
    for (std::size_t at = 200; at < whole.size(); at += kPage) {
        std::string damaged = whole;
        for (std::size_t from = at; from < whole.size(); from += kPage / 2)
            damaged[from] = static_cast<char>(damaged[from] ^ 0x40);
        write_file(file, damaged);
        check_same(history.run(staged), expected);
    }
}

TEST_CASE("under a CI and on a server an index is neither read nor written unless it is asked for") {
    const LongHistory history;
    const std::string head = history.repository.id_of("HEAD");
    const std::string push = history.repository.commits().active + " " + head + " refs/heads/main\n";
    CHECK(history.run({"audit", "--quiet"}, {{"CI", "true"}}).exit_code <= 1);
    CHECK(history.run({"hook", "pre-receive", "--quiet"}, {}, push).exit_code <= 1);
    CHECK(history.run({"audit", "--quiet", "--history-index=never"}).exit_code <= 1);
    CHECK(history.kept().empty());
    CHECK(history.run({"audit", "--quiet", "--history-index=always"}, {{"CI", "true"}}).exit_code <= 1);
    CHECK(history.kept().size() == 1);
    for (const auto& entry : fs::recursive_directory_iterator(history.cache.path()))
        CHECK((fs::status(entry).permissions() & fs::perms::others_write) == fs::perms::none);
}

TEST_CASE("a folder of caches that is not absolute does not count") {
    const LongHistory history;
    const ScratchFolder home; // never the usual one: root may make that, and other tests count on its absence
    CHECK(history.run({"audit", "--quiet"}, {{"XDG_CACHE_HOME", "relative"}, {"HOME", home.path().string()}})
              .exit_code <= 1);
    CHECK_FALSE(fs::exists(history.repository.path() / "relative"));
    CHECK(fs::exists(home.path() / ".cache/docs-lint"));
}

TEST_CASE("an index that is asked for needs a folder, and one that cannot be written does no harm") {
    const LongHistory history;
    const auto nowhere =
        history.run({"audit", "--history-index=always"}, {{"XDG_CACHE_HOME", ""}, {"HOME", ""}});
    CHECK(nowhere.exit_code == 2);
    CHECK(nowhere.err.find("XDG_CACHE_HOME") != std::string::npos);
    const auto blocked = history.cache.path() / "file";
    write_file(blocked, "");
    const auto expected =
        history.run({"audit", "--output=json", "--as-of=2026-04-01", "--history-index=never"});
    check_same(
        history.run({"audit", "--output=json", "--as-of=2026-04-01"}, {{"XDG_CACHE_HOME", blocked.string()}}),
        expected);
}
