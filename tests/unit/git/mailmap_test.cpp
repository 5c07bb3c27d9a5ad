#include "git/mailmap.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>

using docs_lint::git::Mailmap;
using docs_lint::tests::value_of;

TEST_CASE("a mailmap gives the proper address, without case, by the name too where it says so") {
    const Mailmap mailmap =
        value_of(Mailmap::parse("# people\n"
                                "QA Lead <QA-Lead@example.org> <Old@example.org>\n"
                                "<pmo@example.org> <pmo@localhost>\n"
                                "QA Lead <qa-lead@example.org> Shared <shared@example.org>\n"
                                "nonsense\n"));
    CHECK(mailmap.address_of("Any", "old@example.org") == "qa-lead@example.org");
    CHECK(mailmap.address_of("Any", "OLD@example.org") == "qa-lead@example.org");
    CHECK(mailmap.address_of("Any", "pmo@localhost") == "pmo@example.org");
    CHECK(mailmap.address_of("SHARED", "Shared@example.org") == "qa-lead@example.org");
    CHECK(mailmap.address_of("Shared", "shared@example.org") == "qa-lead@example.org");
    CHECK(mailmap.address_of("Other", "shared@example.org") == "shared@example.org");
    CHECK(mailmap.address_of("Any", "New@example.org") == "new@example.org");
}

TEST_CASE("an empty mailmap maps nobody") {
    CHECK(Mailmap{}.address_of("Any", "a@example.org") == "a@example.org");
    CHECK(value_of(Mailmap::parse("")).address_of("Any", "a@example.org") == "a@example.org");
}
