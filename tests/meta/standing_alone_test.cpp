#include "support/source_files.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

namespace docs_lint::tests {
namespace {

/// Written in pieces, so that this file does not hold them.
const std::vector<std::string>& foreign_places() {
    static const std::vector<std::string> places = {"../sha"
                                                    "red",
                                                    "/wo"
                                                    "rk/",
                                                    "/tmp/br"
                                                    "ief",
                                                    "farm-"
                                                    "bench",
                                                    "farm-"
                                                    "studio",
                                                    "issues sh"
                                                    "ow",
                                                    "/ho"
                                                    "me/",
                                                    "/ro"
                                                    "ot/"};
    return places;
}

} // namespace

TEST_CASE("no file mentions a place or a tool outside this repository") {
    std::size_t files = 0;
    for (const std::string& file : source_files("")) {
        ++files;
        for (const SourceLine& line : lines_of_source(file))
            for (const std::string& place : foreign_places())
                CHECK_MESSAGE(line.text.find(place) == std::string::npos, place_of(file, line)
                                                                              << " mentions " << place);
    }
    CHECK(files > 200);
}

} // namespace docs_lint::tests
