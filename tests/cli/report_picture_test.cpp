// The picture of the HTML report in the README: it carries the hash of the page that it was taken of, and
// that is the page which docs-lint writes today. Pixels are another Chromium's business. `bless` takes it
// anew.
#include "base/hash.hpp"
#include "support/chromium.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"

#include <cstdint>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <string_view>

using namespace docs_lint;
using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPicture = "docs/report.png";
constexpr std::string_view kBegins = "\x89PNG\r\n\x1a\n";
constexpr std::size_t kLargest = 150'000;
constexpr Window kWindow = {1120, 1640, false};

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>((number >> shift) & 0xFFU);
    return bytes;
}

std::uint32_t crc_of(std::string_view text) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : text) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// The PNG chunk that says of which page the picture was taken.
std::string mark_of(const std::string& page) {
    using namespace std::string_literals;
    const std::string body = fmt::format("tEXt{}{:016x}", "Report\0"s, base::hash_of(page));
    return big_endian(static_cast<std::uint32_t>(body.size() - 4)) + body + big_endian(crc_of(body));
}

/// The broken repository of scripts/demonstration, as of a day.
std::string page_shown() {
    const ScratchFolder folder;
    const std::string demonstration = (folder.path() / "demonstration").string();
    const auto made = run_process({(source_root() / "scripts" / "demonstration").string(), demonstration});
    INFO(made.err);
    REQUIRE(made.exit_code == 0);
    const std::string file = (folder.path() / "report.html").string();
    const auto audit = run_docs_lint(
        {"-C", demonstration + "/broken", "audit", "--as-of", "2026-03-12T12:00:00Z", "-o", "html=" + file});
    INFO(audit.err);
    REQUIRE(audit.exit_code == 1);
    return read_file(file);
}

bool is_of(const std::string& picture, const std::string& page) {
    return picture.find(mark_of(page)) != std::string::npos;
}

/// A picture of the page in few colours, with its mark behind the header.
void take_picture(const std::string& page, const fs::path& target) {
    const ScratchFolder folder;
    const std::string html = (folder.path() / "report.html").string();
    const std::string shot = (folder.path() / "shot.png").string();
    const std::string small = (folder.path() / "small.png").string();
    write_file(html, page);
    REQUIRE(
        run_chromium({"--hide-scrollbars", "--screenshot=" + shot}, "file://" + html, kWindow, folder.path())
            .exit_code == 0);
    REQUIRE(run_process({"pngquant", "--strip", "--nofs", "--output", small, "48", shot}).exit_code == 0);
    std::string picture = read_file(small);
    picture.insert(kBegins.size() + 25, mark_of(page)); // the header is a chunk of 25 bytes, and comes first
    write_file(target, picture);
}

} // namespace

TEST_CASE("the mark is a chunk as PNG describes it, and another page has another one") {
    CHECK(big_endian(crc_of("IEND")) == "\xae\x42\x60\x82"); // as every PNG ends
    CHECK(is_of("..." + mark_of("a page") + "...", "a page"));
    CHECK_FALSE(is_of("..." + mark_of("a page") + "...", "a page!"));
}

TEST_CASE("the README shows the HTML report as docs-lint writes it") {
    const fs::path target = source_root() / kPicture;
    const std::string page = page_shown();
    if (std::getenv("DOCS_LINT_BLESS") != nullptr && !(fs::exists(target) && is_of(read_file(target), page)))
        take_picture(page, target);
    const std::string picture = read_file(target);
    CHECK(picture.substr(0, kBegins.size()) == kBegins);
    CHECK(picture.size() < kLargest);
    CHECK_MESSAGE(is_of(picture, page), target.string()
                                            << " was taken of another page: build the target bless");
    const std::string readme = read_file(source_root() / "README.md");
    CHECK(readme.find(fmt::format("]({})", kPicture)) != std::string::npos);
}
