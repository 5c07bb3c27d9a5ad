#include "cli/output.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

using namespace docs_lint::cli;
using docs_lint::tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kKnown = {"full", "json"};

std::size_t files_in(const fs::path& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++count;
    return count;
}

} // namespace

TEST_CASE("an output is a format, and may have a path") {
    CHECK(parse_output("json", kKnown).value() == OutputSpec{"json", ""});
    CHECK(parse_output("json=a=b.json", kKnown).value() == OutputSpec{"json", "a=b.json"});
    CHECK(parse_output("json=-", kKnown).value() == OutputSpec{"json", ""});
}

TEST_CASE("an unknown format is refused with the nearest one") {
    const auto output = parse_output("jsno=x", kKnown);
    REQUIRE_FALSE(output);
    CHECK(output.error().kind == docs_lint::base::ErrorKind::usage);
    CHECK(output.error().help == "did you mean `json`?");
    CHECK_FALSE(parse_output("", kKnown));
    CHECK_FALSE(parse_output("json=", kKnown));
}

TEST_CASE("people get their format where nothing else goes to standard output") {
    CHECK(parse_outputs({}, kKnown, "full").value() == std::vector<OutputSpec>{{"full", ""}});
    CHECK(parse_outputs({"json=a"}, kKnown, "full").value() ==
          std::vector<OutputSpec>{{"json", "a"}, {"full", ""}});
    CHECK(parse_outputs({"json"}, kKnown, "full").value() == std::vector<OutputSpec>{{"json", ""}});
}

TEST_CASE("two outputs never share a place") {
    CHECK_FALSE(parse_outputs({"json", "full"}, kKnown, "full"));
    CHECK_FALSE(parse_outputs({"json", "full=-"}, kKnown, "full"));
    CHECK_FALSE(parse_outputs({"json=a", "full=a"}, kKnown, "full"));
    CHECK(parse_outputs({"json=a", "full=b"}, kKnown, "full"));
}

TEST_CASE("a file is replaced as a whole and nothing is left beside it") {
    const ScratchFolder folder;
    const std::string path = (folder.path() / "report.json").string();
    REQUIRE(write_file(path, "first, and long"));
    REQUIRE(write_file(path, "second"));
    CHECK(docs_lint::tests::read_file(path) == "second");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file keeps its permissions and a link its place") {
    const ScratchFolder folder;
    const fs::path path = folder.path() / "report.json";
    docs_lint::tests::write_file(path, "old");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("report.json", folder.path() / "link");
    REQUIRE(write_file((folder.path() / "link").string(), "new"));
    CHECK(fs::is_symlink(folder.path() / "link"));
    CHECK(docs_lint::tests::read_file(path) == "new");
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a device is written to and stays a device") {
    CHECK(write_file("/dev/null", "text"));
    CHECK(fs::is_character_file("/dev/null"));
    CHECK_FALSE(write_file("/dev/full", "text"));
}

TEST_CASE("what cannot be written is an error") {
    const ScratchFolder folder;
    CHECK_FALSE(write_file((folder.path() / "none" / "report.json").string(), "text"));
    CHECK_FALSE(write_file(folder.path().string(), "text"));
    CHECK(files_in(folder.path()) == 0);
    std::ofstream full("/dev/full");
    CHECK_FALSE(write_stream(full, "text"));
    std::ostringstream good;
    CHECK(write_stream(good, "text"));
    CHECK(good.str() == "text");
}
