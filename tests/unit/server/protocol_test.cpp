#include "server/protocol.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::server;

TEST_CASE("a client can do what it says, and nothing else") {
    const Client none = read_client(Json::parse("{}"));
    CHECK(none.encoding == Encoding::utf16);
    CHECK_FALSE(none.markdown_hovers);
    const Client odd = read_client(Json::parse(
        R"({"capabilities": {"general": {"positionEncodings": "utf-8"}, "textDocument": [], "workspace": null}})"));
    CHECK(odd.encoding == Encoding::utf16);
    const Client able = read_client(Json::parse(
        R"({"capabilities": {"general": {"positionEncodings": ["utf-16", "utf-8"]},
            "textDocument": {"hover": {"contentFormat": ["markdown"]},
                             "publishDiagnostics": {"relatedInformation": true}}}})"));
    CHECK(able.encoding == Encoding::utf8);
    CHECK(able.markdown_hovers);
    CHECK(able.related_information);
    CHECK_FALSE(able.nested_symbols);
}

TEST_CASE("positions of another shape are refused") {
    CHECK(position_from(Json::parse(R"({"line": 1, "character": 2})")) == EditorPosition{1, 2});
    for (const char* text : {"{}", "[]", "3", R"({"line": "a", "character": 1})", R"({"line": 1})"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(position_from(Json::parse(text)), Json::exception);
    }
}

TEST_CASE("invalid UTF-8 is replaced, never sent") {
    CHECK(to_text(Json("a\xff")) == "\"a\xef\xbf\xbd\"");
}

TEST_CASE("hostile text is shown, and in Markdown it stays text") {
    CHECK(shown("a\xe2\x80\xae"
                "b") == "a<U+202E>b");
    CHECK(shown_in_markdown("[x](y) `z` *w* <b> a_b") == R"(\[x\]\(y\) \`z\` \*w\* \<b\> a\_b)");
    CHECK(shown_in_markdown("\n# x") == R"(\<U\+000A\>\# x)");
}
