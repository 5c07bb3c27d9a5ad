// An audit that is spread over shards or processes gives, joined, what one run gives: the broken
// demonstration has findings of every group of rules but one.
#include "reporters/format.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using docs_lint::tests::ProcessOptions;
using docs_lint::tests::ProcessResult;
using docs_lint::tests::read_file;
using docs_lint::tests::run_docs_lint;
using docs_lint::tests::run_process;
using docs_lint::tests::ScratchFolder;
using docs_lint::tests::write_file;

using Arguments = std::vector<std::string>;

constexpr const char* kDay = "--as-of=2036-01-01";

/// The two demonstration repositories, made once.
const fs::path& demonstration() {
    static const ScratchFolder folder;
    static const fs::path path = [] {
        const auto made =
            run_process({DOCS_LINT_SOURCE_DIR "/scripts/demonstration", (folder.path() / "d").string()});
        INFO(made.err);
        REQUIRE(made.exit_code == 0);
        return folder.path() / "d";
    }();
    return path;
}

ProcessResult audit(const std::string& which, Arguments arguments) {
    arguments.insert(arguments.begin(), {"-C", (demonstration() / which).string(), "audit", kDay});
    return run_docs_lint(arguments);
}

/// The reports of all shards, in a folder.
std::vector<std::string> write_shards(const std::string& which, std::size_t count, const fs::path& folder) {
    std::vector<std::string> reports;
    for (std::size_t number = 1; number <= count; ++number) {
        reports.push_back((folder / fmt::format("{}-of-{}.json", number, count)).string());
        const auto result = audit(which, {fmt::format("--shard={}/{}", number, count),
                                          "--output=json=" + reports.back(), "--quiet"});
        CAPTURE(result.err);
        REQUIRE(result.exit_code <= 1);
    }
    return reports;
}

ProcessResult merge(Arguments reports, const Arguments& options) {
    reports.insert(reports.begin(), "merge");
    reports.insert(reports.end(), options.begin(), options.end());
    return run_docs_lint(reports);
}

void check_same(const ProcessResult& one, const ProcessResult& other) {
    CHECK(one.exit_code == other.exit_code);
    CHECK(one.out == other.out);
    CHECK(one.err == other.err);
}

} // namespace

TEST_CASE("the shards of an audit make, merged, the report of one run in every format, byte for byte") {
    for (const std::string which : {"broken", "sound"}) {
        const ScratchFolder folder;
        const auto reports = write_shards(which, 5, folder.path());
        for (const std::string& format : docs_lint::reporters::format_names()) {
            CAPTURE(which);
            CAPTURE(format);
            check_same(merge(reports, {"--output=" + format}), audit(which, {"--output=" + format}));
        }
    }
}

TEST_CASE("number and order of the shards do not matter, and no shard finds everything") {
    const auto whole = audit("broken", {"--output=json"});
    const auto found = nlohmann::json::parse(whole.out)["findings"].size();
    for (const std::size_t count : {1U, 2U, 3U}) {
        const ScratchFolder folder;
        auto reports = write_shards("broken", count, folder.path());
        for (const std::string& report : reports) {
            const auto part = nlohmann::json::parse(read_file(report))["findings"].size();
            CHECK(part > 0);
            CHECK((count == 1) == (part == found));
        }
        std::swap(reports.front(), reports.back());
        check_same(merge(reports, {"--output=json"}), whole);
    }
}

TEST_CASE("an audit in several processes gives what one process gives") {
    for (const std::string which : {"broken", "sound"})
        check_same(audit(which, {"--jobs=3"}), audit(which, {"--jobs=1"}));
}

TEST_CASE("a usage error of a spread audit is that of one run") {
    check_same(audit("sound", {"no-such-branch", "--jobs=3"}), audit("sound", {"no-such-branch"}));
}

TEST_CASE("a shard says which one it is, and what gives the verdict") {
    const auto result = audit("sound", {"--shard=2/3"});
    CHECK(result.exit_code == 0);
    CHECK(result.out.find("2 of 3") != std::string::npos);
    CHECK(result.out.find("docs-lint merge") != std::string::npos);
}

TEST_CASE("what is no shard is refused") {
    for (const std::string text :
         {"0/3", "4/3", "1", "/", "1/", "/2", "a/2", "1/2/3", "-1/2", "1/0", "1/10001"}) {
        CAPTURE(text);
        const auto result = audit("sound", {"--shard=" + text});
        CHECK(result.exit_code == 2);
        CHECK(result.err.find("K/N") != std::string::npos);
    }
}

TEST_CASE("a merge that lacks a part, or has one twice, or mixes two runs is refused") {
    const ScratchFolder folder;
    const ScratchFolder other;
    const auto three = write_shards("broken", 3, folder.path());
    const auto two = write_shards("broken", 2, folder.path());
    const auto others = write_shards("sound", 3, other.path());
    const auto refused = [](const Arguments& reports, const std::string& why) {
        const auto result = merge(reports, {});
        CAPTURE(result.err);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(result.err.find(why) != std::string::npos);
    };
    refused({three[0], three[1]}, "shard 3 of 3 is missing");
    refused({three[1], three[2]}, "shard 1 of 3 is missing");
    refused({three[0], three[0], three[1], three[2]}, "shard 1 of 3 is there twice");
    refused({three[0], three[1], two[0]}, "no shards of one run");
    refused({three[0], three[1], others[2]}, "no shards of one run");
}

TEST_CASE("a report that is not whole is refused, with the place where it ends") {
    const ScratchFolder folder;
    const auto reports = write_shards("broken", 2, folder.path());
    const std::string whole = read_file(reports[0]);
    const auto refused = [&](const std::string& text) {
        write_file(reports[0], text);
        const auto result = merge(reports, {});
        CAPTURE(text.substr(0, 200));
        CHECK(result.exit_code == 2);
        CHECK(result.err.find(reports[0]) != std::string::npos);
    };
    refused("");
    refused("[]");
    refused("{}");
    refused(whole.substr(0, whole.size() / 2));
    refused("null");
    std::string other = whole;
    other.replace(other.find("docs-lint/1"), 11, "docs-lint/9");
    refused(other);
    other = whole;
    other.replace(other.find("\"error\""), 7, "\"fatal\"");
    refused(other);
    CHECK(merge({(folder.path() / "absent.json").string()}, {}).exit_code == 2);
}

TEST_CASE("GNU parallel runs the shards") {
    const ScratchFolder folder;
    ProcessOptions options;
    options.environment["DOCS_LINT"] = DOCS_LINT_BINARY;
    options.environment["HOME"] = folder.path().string(); // parallel keeps its notes there
    options.environment["REPOSITORY"] = (demonstration() / "broken").string();
    options.folder = folder.path();
    const auto result = run_process(
        {"sh", "-c",
         "parallel --will-cite '\"$DOCS_LINT\" -C \"$REPOSITORY\" audit --as-of=2036-01-01 --shard {}/4 "
         "-o json=\"$PWD\"/{}.json --quiet --fail-on never' ::: 1 2 3 4 >/dev/null && \"$DOCS_LINT\" merge "
         "./*.json"},
        options);
    check_same(result, audit("broken", {}));
}
