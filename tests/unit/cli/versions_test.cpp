#include "cli/versions.hpp"

#include <algorithm>
#include <cctype>
#include <doctest/doctest.h>

using namespace docs_lint;

TEST_CASE("each library says a version, and all stand in one line") {
    const auto all = cli::versions();
    CHECK(all.size() >= 8);
    const std::string line = cli::version_line();
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find(all.front().first + " " + cli::own_version() + " (") == 0);
    for (const auto& [name, version] : all) {
        CAPTURE(name);
        CHECK(std::isdigit(static_cast<unsigned char>(version.front())) != 0);
        CHECK(std::count(version.begin(), version.end(), '.') >= 2);
        CHECK(line.find(name + " " + version) != std::string::npos);
    }
}
