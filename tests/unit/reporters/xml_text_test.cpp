#include "reporters/xml_text.hpp"

#include <doctest/doctest.h>
#include <string>

using docs_lint::reporters::add_text;
using docs_lint::reporters::set_attribute;
using docs_lint::reporters::xml_text;

namespace {

std::string written(const std::string& text) {
    pugi::xml_document document;
    pugi::xml_node node = document.append_child("a");
    set_attribute(node, "b", text);
    add_text(node, text);
    return xml_text(document);
}

/// What a reader of XML gets back, where both places agree.
std::string read_back(const std::string& text) {
    const std::string written_text = written(text);
    CAPTURE(written_text);
    pugi::xml_document document;
    REQUIRE(document.load_string(written_text.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single));
    const std::string attribute = document.child("a").attribute("b").value();
    CHECK(attribute == document.child("a").text().get());
    return attribute;
}

} // namespace

TEST_CASE("what XML can hold comes back as it was") {
    for (const std::string text : {"plain", "a & b < c > d \"e\" 'f'", "]]>", "a ##[error] ###[x]",
                                   "\n::error::x ::: y", "one\ntwo\ttabs", "one\r\ntwo\rthree",
                                   "\u202E\u200B\uFEFF", "状態 \U0001F600", "&#0; &amp;", "\x7F\u0085"}) {
        CAPTURE(text);
        CHECK(read_back(text) == text);
    }
}

TEST_CASE("what XML cannot hold leaves a mark") {
    CHECK(read_back(std::string("a\0b", 3)) == "a\uFFFDb");
    CHECK(read_back("\x1b[31m\x08") == "\uFFFD[31m\uFFFD");
    CHECK(read_back("\uFFFE\uFFFF") == "\uFFFD\uFFFD");
    CHECK(read_back("a\xFF\xC0\xAF\xED\xA0\x80z") == "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDz");
}

TEST_CASE("XML is written in plain ASCII, and no runner finds a command in it") {
    const std::string text = written("é\u202E ##[error]x ##vso[y]\n::error::z\n:::");
    for (const char byte : text) CHECK((byte == '\n' || (byte >= ' ' && byte <= '~')));
    CHECK(text.find("##") == std::string::npos);
    CHECK(text.find("::") == std::string::npos);
}
