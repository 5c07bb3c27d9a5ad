#include "base/time_budget.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::base;
using namespace std::chrono_literals;

namespace {

/// A clock that the test turns.
struct Clock {
    std::chrono::steady_clock::time_point now = {};
    TimeBudget budget(double seconds) {
        return TimeBudget(TimeBudget::Seconds(seconds), [this] { return now; });
    }
};

} // namespace

TEST_CASE("no limit is never over") {
    CHECK_FALSE(TimeBudget().is_limited());
    CHECK_FALSE(TimeBudget().is_over());
    CHECK_FALSE(TimeBudget().half().is_limited());
}

TEST_CASE("a budget is over when its time has passed, and not before") {
    Clock clock;
    const TimeBudget budget = clock.budget(4);
    CHECK(budget.is_limited());
    CHECK_FALSE(budget.is_over());
    clock.now += 3999ms;
    CHECK_FALSE(budget.is_over());
    clock.now += 1ms;
    CHECK(budget.is_over());
}

TEST_CASE("nothing is over at once") {
    Clock clock;
    CHECK(clock.budget(0).is_over());
    CHECK(clock.budget(0).half().is_over());
}

TEST_CASE("half of a budget is half of what is left") {
    Clock clock;
    const TimeBudget budget = clock.budget(4);
    clock.now += 2s;
    const TimeBudget half = budget.half();
    clock.now += 999ms;
    CHECK_FALSE(half.is_over());
    clock.now += 1ms;
    CHECK(half.is_over());
    CHECK_FALSE(budget.is_over());
    clock.now += 5s;
    CHECK(budget.half().is_over());
}

TEST_CASE("a budget in words") {
    Clock clock;
    CHECK(clock.budget(4).length_in_words() == "4 s");
    CHECK(clock.budget(0.25).half().length_in_words() == "0.25 s");
}
