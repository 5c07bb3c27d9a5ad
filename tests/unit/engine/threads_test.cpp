#include "engine/threads.hpp"

#include <atomic>
#include <chrono>
#include <doctest/doctest.h>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace docs_lint;

TEST_CASE("each number is worked on once, however many threads there are") {
    for (const std::size_t threads : {0U, 1U, 2U, 8U, 100U})
        for (const std::size_t count : {0U, 1U, 15U, 16U, 1000U}) {
            CAPTURE(threads);
            CAPTURE(count);
            std::vector<std::atomic<int>> times(count);
            engine::for_each_number(count, threads, [&](std::size_t number) { ++times[number]; });
            for (const auto& time : times) CHECK(time == 1);
        }
}

TEST_CASE("many numbers are spread, few are not") {
    const auto threads_of = [](std::size_t count) {
        std::mutex mutex;
        std::set<std::thread::id> seen;
        engine::for_each_number(count, 4, [&](std::size_t) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            const std::lock_guard lock(mutex);
            seen.insert(std::this_thread::get_id());
        });
        return seen.size();
    };
    CHECK(threads_of(15) == 1);
    CHECK(threads_of(200) > 1);
}

TEST_CASE("what a thread throws comes out") {
    const auto fail_at_the_end = [](std::size_t number) {
        if (number == 99) throw std::runtime_error("a bug");
    };
    CHECK_THROWS_AS(engine::for_each_number(100, 4, fail_at_the_end), std::runtime_error);
}

TEST_CASE("a shard has one thread, since other processes have the others") {
    CHECK(engine::threads_for({1, 2}) == 1);
    CHECK(engine::threads_for({}) == std::thread::hardware_concurrency());
}
