#include "base/utf8.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint::base;

TEST_CASE("code points are counted, invalid bytes as one each") {
    CHECK(count_code_points("a—ü") == 3);
    CHECK(count_code_points("\xFF\xFE") == 2);
}

TEST_CASE("letters of every script have a lower case, and other bytes stay") {
    CHECK(lower_case("README-Ä.MD @[`{") == "readme-ä.md @[`{");
    CHECK(lower_case("ΑΒΓ\xFFZ") == "αβγ\xFFz");
}

TEST_CASE("letters, marks, digits and what joins words make words") {
    for (const char32_t one :
         {U'a', U'Z', U'é', U'ß', U'Ж', U'漢', U'7', U'_', char32_t{0x0301}, char32_t{0x203F}})
        CHECK(is_word_character(one));
    for (const char32_t one : {U' ', U'-', U'.', U'✅', U'½', U'€', char32_t{0x200B}})
        CHECK_FALSE(is_word_character(one));
}

TEST_CASE("invisible characters are shown, not obeyed") {
    CHECK(escape_invisible("a\x1B[31m") == "a<U+001B>[31m");
    CHECK(escape_invisible("a\u202Eb\u200Bc") == "a<U+202E>b<U+200B>c");
    CHECK(escape_invisible("a\tb\n") == "a b<U+000A>");
    CHECK(escape_invisible("\xC3(") == "<0xC3>(");
    CHECK(escape_invisible("Grüße — ✅") == "Grüße — ✅");
}

TEST_CASE("look-alikes are found") {
    CHECK_FALSE(find_deceptive_character("Filed — 2026 ✅ é").has_value());
    CHECK(find_deceptive_character("F\u0456led") == 1);  // Cyrillic i
    CHECK(find_deceptive_character("Fi\u200Bled") == 2); // zero width space
    CHECK(find_deceptive_character("\uFF26iled") == 0);  // full width F
    CHECK(find_deceptive_character("\u017Ftatus") == 0); // long s
    CHECK(find_deceptive_character(std::string("a\0b", 3)) == 1);
    CHECK(find_deceptive_character("a\xFF") == 1);
}

TEST_CASE("look-alikes fold to what a careless reader takes them for") {
    CHECK(fold_look_alikes("F\u0456led") == "filed");
    CHECK(fold_look_alikes("\uFF26\uFF29\uFF2C\uFF25\uFF24") == "filed");
    CHECK(fold_look_alikes("\u017FTATU\u017F") == "status");
    CHECK(fold_look_alikes("Fi\u200Bled") == "filed");
    CHECK(fold_look_alikes("\u0391ctive") == "active");
    CHECK(fold_look_alikes("F\u00EDled") == "filed");
}

TEST_CASE("wide and combining characters take their columns") {
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("e\u0301") == 1);
}
