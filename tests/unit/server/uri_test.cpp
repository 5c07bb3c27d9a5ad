#include "server/uri.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint::server;

TEST_CASE("a path and its URI lead to one another") {
    for (const std::string path : {"/a/b.md", "/a b/é & ü — +:%.md", "/a/📦#1?.md", "/", "/\x01\xff"}) {
        CAPTURE(path);
        CHECK(path_of_uri(uri_of_path(path)) == path);
    }
    CHECK(uri_of_path("/a b/é#.md") == "file:///a%20b/%C3%A9%23.md");
}

TEST_CASE("URIs as editors write them") {
    CHECK(path_of_uri("file:///a/b.md") == "/a/b.md");
    CHECK(path_of_uri("FILE://localhost/a/b.md") == "/a/b.md");
    CHECK(path_of_uri("file:///c%3A/d%2Fe") == "/c:/d/e");
    CHECK(path_of_uri("file:///a.md#L3") == "/a.md");
}

TEST_CASE("what names no file of this machine has no path") {
    for (const char* uri :
         {"untitled:Untitled-1", "git:/a/b.md", "file://server/a.md", "file:a.md", "file://", "",
          "file:///a%", "file:///a%2", "file:///a%zz", "file:///a%00b", "/a/b.md"}) {
        CAPTURE(uri);
        CHECK_FALSE(path_of_uri(uri).has_value());
    }
}
