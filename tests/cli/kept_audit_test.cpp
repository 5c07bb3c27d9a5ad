// An audit of what was audited before says the same without reading it again, as long as nothing that it
// follows from has changed. Whether it was read again shows on a repository that is damaged in the meantime,
// which only a new audit sees.
#include "base/clock.hpp"
#include "base/date.hpp"
#include "support/files_below.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <thread>
#include <vector>

using namespace docs_lint::tests;
namespace base = docs_lint::base;
namespace fs = std::filesystem;

namespace {

using Arguments = std::vector<std::string>;

constexpr const char* kDay = "--as-of=2026-04-01";

struct Audited {
    [[nodiscard]] ProcessResult run(Arguments arguments,
                                    std::map<std::string, std::string> environment = {}) const {
        // Right after a change the clock of a file system may not show the next one.
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        environment.emplace("XDG_CACHE_HOME", cache.path().string());
        const auto says_when = [](const std::string& argument) {
            return argument.starts_with("--history-index");
        };
        if (std::none_of(arguments.begin(), arguments.end(), says_when))
            arguments.push_back("--history-index=always");
        ProcessOptions options;
        options.folder = repository.path();
        options.environment = std::move(environment);
        return run_docs_lint(std::move(arguments), options);
    }

    [[nodiscard]] std::vector<fs::path> kept() const {
        auto files = files_below(cache.path());
        std::erase_if(files,
                      [](const fs::path& file) { return file.parent_path().extension() != ".audits"; });
        return files;
    }

    /// The record is no longer what its name says; no folder shows that. Its id is what a loose object is
    /// called.
    void damage_record() const {
        const std::string id = repository.id_of(std::string("HEAD:") + kRecord);
        const fs::path object = repository.path() / ".git/objects" / id.substr(0, 2) / id.substr(2);
        REQUIRE(fs::exists(object));
        fs::permissions(object, fs::perms::owner_write, fs::perm_options::add);
        const auto folder = fs::last_write_time(object.parent_path());
        write_file(object, "no object");
        REQUIRE(fs::last_write_time(object.parent_path()) == folder);
    }

    TidyRepository repository;
    ScratchFolder cache;
};

std::string in_days(int days) {
    base::Instant moment = base::now();
    moment.seconds += std::int64_t{days} * 24 * 60 * 60;
    return base::to_string(base::to_moment(moment).date);
}

/// A record that is open, with an action that is due on that day.
std::string with_action(const TidyRepository& repository, const std::string& deadline) {
    return repository.active().text() +
           fmt::format(
               "\n## Actions\n\n| # | Action | Owner | Deadline | Status |\n| --- | --- | --- | --- | --- |\n"
               "| A-1 | Write the fix scope | Backend Engineer | {} | In progress |\n",
               deadline);
}

} // namespace

TEST_CASE("what was audited is not read again") {
    const Audited audited;
    const auto first = audited.run({"audit", kDay, "--output=json"});
    CHECK(first.exit_code == 0);
    REQUIRE(audited.kept().size() == 1);
    CHECK((fs::status(audited.kept()[0].parent_path()).permissions() & fs::perms::others_all) ==
          fs::perms::none);
    audited.damage_record();
    const auto second = audited.run({"audit", kDay, "--output=json"});
    CHECK(second.exit_code == first.exit_code);
    CHECK(second.out == first.out);
    CHECK(second.err == first.err);
    SUBCASE("unless nobody wants to hear of it") {
        CHECK(audited.run({"audit", kDay, "--history-index=never"}).exit_code == 3);
    }
    SUBCASE("unless a build asks") {
        CHECK(audited.run({"audit", kDay, "--history-index=auto"}, {{"CI", "true"}}).exit_code == 3);
    }
    SUBCASE("unless an object has come") {
        write_file(audited.repository.path() / "note", "note");
        audited.repository.git("hash-object", "-w", "note");
        CHECK(audited.run({"audit", kDay}).exit_code == 3);
    }
    SUBCASE("unless there is a new tag, which brings no object") {
        audited.repository.git("tag", "v9.9", audited.repository.commits().start);
        CHECK(audited.run({"audit", kDay}).exit_code == 3);
    }
    SUBCASE("unless it is another day") {
        CHECK(audited.run({"audit", "--as-of=2026-04-02"}).exit_code == 3);
    }
    SUBCASE("unless another configuration is given") {
        write_file(audited.repository.path() / "other.yaml", "version: 1\n");
        CHECK(audited.run({"audit", kDay, "--config", "other.yaml"}).exit_code != 0);
    }
    SUBCASE("unless what was kept is damaged") {
        const std::string whole = read_file(audited.kept()[0]);
        write_file(audited.kept()[0],
                   whole.substr(0, whole.size() - 30) + "xyz" + whole.substr(whole.size() - 27));
        CHECK(audited.run({"audit", kDay}).exit_code == 3);
    }
    SUBCASE("unless others can write to it") {
        fs::permissions(audited.kept()[0].parent_path(), fs::perms::group_write, fs::perm_options::add);
        CHECK(audited.run({"audit", kDay}).exit_code == 3);
    }
    SUBCASE("unless the history ends at a boundary") {
        write_file(audited.repository.path() / ".git/shallow", audited.repository.commits().start + "\n");
        CHECK(audited.run({"audit", kDay}).exit_code == 3);
    }
}

TEST_CASE("an audit that is not felt is kept only if that is asked for") {
    const Audited audited;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(audited.run({"audit", kDay, "--history-index=auto"}).exit_code == 0);
    // Under sanitizers even the smallest takes its time.
    const bool quick = std::chrono::steady_clock::now() - begin < std::chrono::milliseconds{450};
    if (quick) CHECK(audited.kept().empty());
    CHECK(audited.run({"audit", kDay, "--history-index=always"}).exit_code == 0);
    CHECK(audited.kept().size() == 1);
}

TEST_CASE("a new commit is judged") {
    const Audited audited;
    CHECK(audited.run({"audit", kDay}).exit_code == 0);
    audited.repository.write(kRecord, audited.repository.read(kRecord) + "\nOne more line.\n");
    audited.repository.commit("Edit a filed record");
    const auto edited = audited.run({"audit", kDay});
    CHECK(edited.exit_code == 1);
    CHECK(audited.run({"audit", kDay}).out == edited.out);
    audited.repository.git("reset", "--quiet", "--hard", "HEAD~1");
    CHECK(audited.run({"audit", kDay}).exit_code == 0);
}

TEST_CASE("what could not be verified is not kept") {
    const Audited audited;
    audited.damage_record();
    CHECK(audited.run({"audit", kDay}).exit_code == 3);
    CHECK(audited.kept().empty());
}

TEST_CASE("by the machine's clock a result is kept for a day, if nothing falls due in it") {
    const auto is_kept = [](const std::string& deadline, bool is_overdue) {
        CAPTURE(deadline);
        const Audited audited;
        audited.repository.git("checkout", "--quiet", "-B", "main", audited.repository.commits().active);
        audited.repository.write(kRecord, with_action(audited.repository, deadline));
        audited.repository.commit("An action");
        const auto first = audited.run({"audit", "--output=json"});
        const auto second = audited.run({"audit", "--output=json"});
        const bool overdue = first.out.find("action/overdue") != std::string::npos;
        CHECK(overdue == is_overdue);
        CHECK(first.out == second.out);
        return !audited.kept().empty();
    };
    CHECK(is_kept(in_days(30), false));
    CHECK(is_kept(in_days(-30), true));
    CHECK_FALSE(is_kept(in_days(0), false));
}

TEST_CASE("a suppression that is over does not hide what falls due") {
    const Audited audited;
    audited.repository.git("checkout", "--quiet", "-B", "main", audited.repository.commits().active);
    std::string record = with_action(audited.repository, in_days(0));
    const char* const kOver =
        "<!-- docs-lint: ignore[action/overdue] reason=\"agreed\" until=2026-01-02 -->\n\n";
    record.insert(record.find("| # | Action"), kOver);
    audited.repository.write(kRecord, record);
    audited.repository.commit("An action");
    const auto first = audited.run({"audit", "--output=json"});
    CHECK(first.exit_code == 0);
    CHECK(first.out.find("2026-01-02") != std::string::npos); // that it is over is said
    CHECK(audited.kept().empty());
}

TEST_CASE("each format gets what it shows") {
    const Audited audited;
    const auto json = audited.run({"audit", kDay, "--output=json"});
    const auto html = audited.run({"audit", kDay, "--output=html"});
    CHECK(audited.kept().size() == 2);
    audited.damage_record();
    CHECK(audited.run({"audit", kDay, "--output=json"}).out == json.out);
    CHECK(audited.run({"audit", kDay, "--output=html"}).out == html.out);
    CHECK(html.out.find("events of its history") != std::string::npos);
}
