#include "facts/fix_scope.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;

namespace {

bool covers(const char* scope, const char* changed) {
    model::PathMention mention;
    mention.path = scope;
    return facts::scope_covers(mention, changed);
}

} // namespace

TEST_CASE("a scope covers the file that it names, by its whole path or its last parts") {
    CHECK(covers("src/metrics/returns.py", "src/metrics/returns.py"));
    CHECK(covers("./src/metrics/returns.py", "src/metrics/returns.py"));
    CHECK(covers("../../../src/metrics/returns.py", "src/metrics/returns.py"));
    CHECK(covers("returns.py", "src/metrics/returns.py"));
    CHECK_FALSE(covers("returns.py", "src/metrics/old_returns.py"));
    CHECK_FALSE(covers("returns.py", "src/metrics/returns.pyc"));
}

TEST_CASE("a scope covers what lies below a folder that it names") {
    CHECK(covers("src/metrics/", "src/metrics/deep/returns.py"));
    CHECK(covers("src/metrics", "src/metrics/returns.py"));
    CHECK_FALSE(covers("src/metrics", "src/metrics_old/returns.py"));
}

TEST_CASE("a scope may be a glob") {
    CHECK(covers("src/**/*.py", "src/metrics/returns.py"));
    CHECK_FALSE(covers("src/*.py", "src/metrics/returns.py"));
}

TEST_CASE("an empty scope covers nothing") {
    CHECK_FALSE(covers("", "a"));
    CHECK_FALSE(covers("/", "a"));
}

TEST_CASE("a path stands among others where it stands in the same place") {
    model::PathMention one;
    one.path = "src/metrics/returns.py";
    one.source = {10, 32};
    model::PathMention later = one;
    later.source = {50, 72};
    model::PathMention other = one;
    other.path = "src/metrics/totals.py";
    CHECK(facts::stands_among({later, one}, one));
    CHECK_FALSE(facts::stands_among({later}, one));
    CHECK_FALSE(facts::stands_among({other}, one));
}
