// The same repository gives the same bytes, wherever and however it is looked at: number of cores and
// processes, locale, time zone, permissions of new files, home, working folder, and the order in which
// folders hold their files.
#include "support/process.hpp"
#include "support/scratch.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* kDay = "--as-of=2036-01-01T00:00:00Z";

/// How a run is made. Reports go to $REPORTS; the commands below are read by bash.
struct Circumstance {
    std::string name;
    std::string before = {}; ///< what bash does first
    std::string runner = {}; ///< stands in front of the program
    std::map<std::string, std::string> environment = {};
    std::string options = {}; ///< of the audit alone
};

/// Several at once: each costs two runs.
const std::vector<Circumstance>& circumstances() {
    static const std::vector<Circumstance> all = {
        {.name = "one core, Turkish, far in the east, private files, from a folder below",
         .before = "umask 077; cd docs/product",
         .runner = "taskset -c 0",
         .environment = {{"LC_ALL", "tr_TR.UTF-8"}, {"TZ", "Pacific/Kiritimati"}}},
        {.name = "three processes, German, at half an hour, public files, another home, from elsewhere",
         .before = "umask 000; here=$PWD; cd /; set -- -C \"$here\"",
         .environment = {{"LC_ALL", "de_DE.UTF-8"},
                         {"TZ", "America/St_Johns"},
                         {"HOME", "/"},
                         {"XDG_CACHE_HOME", "/dev/null/cache"}},
         .options = "--jobs 3"},
        {.name = "files put there in the opposite order, no locale, a zone that is none",
         .before = "mkdir \"$REPORTS/copy\"; find . -print0 | sort -zr | tar --create --null --no-recursion "
                   "--files-from=- | tar --extract --directory=\"$REPORTS/copy\"; cd \"$REPORTS/copy\"",
         .environment = {{"LC_ALL", "C"}, {"TZ", "Nowhere/At_All"}}},
        {.name = "a clone, whose objects lie in one pack",
         .before =
             "git clone --quiet --bare . \"$REPORTS/bare\"; git -C \"$REPORTS/bare\" repack -adq; "
             "git clone --quiet --no-hardlinks \"$REPORTS/bare\" \"$REPORTS/clone\"; cd \"$REPORTS/clone\""},
    };
    return all;
}

/// A folder with the locales above: few machines have them, and one that is not there would change nothing.
const std::string& locales() {
    static const ScratchFolder folder;
    static const std::string path = [] {
        for (const std::string name : {"tr_TR", "de_DE"}) {
            const auto made =
                run_process({"localedef", "-i", name, "-f", "UTF-8", folder.path() / (name + ".UTF-8")});
            REQUIRE_MESSAGE(made.exit_code == 0, made.err);
        }
        return folder.path().string();
    }();
    return path;
}

constexpr const char* kFormats[] = {"json", "sarif", "html", "jsonl", "markdown", "junit"};

/// What a check and an audit say in all formats, one behind the other.
std::string answers(const fs::path& repository, const Circumstance& how) {
    const ScratchFolder reports;
    std::string outputs = "--output full";
    for (const char* format : kFormats)
        outputs += std::string(" --output ") + format + "=\"$REPORTS/$part." + format + "\"";
    ProcessOptions options;
    options.folder = repository;
    options.environment = how.environment;
    options.environment["DOCS_LINT"] = DOCS_LINT_BINARY;
    options.environment["REPORTS"] = reports.path();
    options.environment["LOCPATH"] = locales();
    const std::string run = how.runner + " \"$DOCS_LINT\" \"$@\" ";
    const auto result = run_process(
        {"bash", "-c",
         how.before + "\npart=check\n" + run + "check " + kDay + " --fail-on never " + outputs +
             " >\"$REPORTS/check.full\" || exit 9\npart=audit\n" + run + "audit " + kDay +
             " --fail-on never " + how.options + " " + outputs + " >\"$REPORTS/audit.full\" || exit 9\n"},
        options);
    INFO(result.err);
    CHECK(result.exit_code == 0);
    std::string all;
    for (const std::string part : {"check", "audit"}) {
        all += read_file(reports.path() / (part + ".full"));
        for (const char* format : kFormats) all += read_file(reports.path() / (part + "." + format));
    }
    return all;
}

} // namespace

TEST_CASE("the same repository gives the same bytes in all circumstances") {
    const ScratchFolder folder;
    const std::string demonstration = folder.path() / "demonstration";
    REQUIRE(run_process({DOCS_LINT_SOURCE_DIR "/scripts/demonstration", demonstration}).exit_code == 0);
    const fs::path broken = fs::path(demonstration) / "broken";
    const std::string expected = answers(broken, {.name = "first"});
    REQUIRE(expected.find("spec/after-fix") != std::string::npos);
    std::size_t differing = 0;
    for (const Circumstance& how : circumstances()) {
        CAPTURE(how.name);
        const std::string found = answers(broken, how);
        const auto differs = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
        const auto at = static_cast<std::size_t>(differs.first - expected.begin());
        INFO(expected.substr(at < 200 ? 0 : at - 200, 400) << "\n---\n"
                                                           << found.substr(at < 200 ? 0 : at - 200, 400));
        CHECK(found == expected);
        differing += found == expected ? 0 : 1;
    }
    std::cout << "determinism: " << expected.size() << " bytes of " << 2 * (std::size(kFormats) + 1)
              << " reports in " << circumstances().size() + 1 << " circumstances, " << differing
              << " differ\n";
}
