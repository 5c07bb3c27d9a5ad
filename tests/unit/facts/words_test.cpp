#include "facts/words.hpp"

#include <doctest/doctest.h>

using docs_lint::facts::split_into_words;
using docs_lint::facts::Words;

TEST_CASE("words are lower case, marks are words of their own") {
    CHECK(split_into_words("Spec update: Yes.") == Words{"spec", "update", ":", "yes", "."});
    CHECK(split_into_words("").empty());
}

TEST_CASE("hyphens and full stops inside a word belong to it") {
    CHECK(split_into_words("openapi.yaml sign-off") == Words{"openapi.yaml", "sign-off"});
    CHECK(split_into_words("done. - next") == Words{"done", ".", "-", "next"});
}

TEST_CASE("dashes are one mark, quotation and emphasis marks are none") {
    CHECK(split_into_words("a — b–c") == Words{"a", "-", "b", "-", "c"});
    CHECK(split_into_words("“*a*” `b`") == Words{"a", "b"});
}

TEST_CASE("a placeholder is a question, also where it is not closed") {
    CHECK(split_into_words("x [yes/no] y") == Words{"x", "?", "y"});
    CHECK(split_into_words("{a b") == Words{"?"});
}
