#include "engine/threads.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace docs_lint::engine {
namespace {

constexpr std::size_t kFewestForAThread = 16;
constexpr std::size_t kMostThreads = 16;

} // namespace

std::size_t threads_for(const Shard& shard) {
    return shard.is_whole() ? std::thread::hardware_concurrency() : 1;
}

void for_each_number(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto work_on = [&] {
        for (std::size_t number = next++; number < count; number = next++) work(number);
    };
    std::vector<std::future<void>> others;
    const std::size_t most = std::min({threads, kMostThreads, count / kFewestForAThread});
    try {
        for (std::size_t thread = 1; thread < most; ++thread)
            others.push_back(std::async(std::launch::async, work_on));
    } catch (const std::system_error&) { // a limit on processes: fewer threads do the same
    }
    work_on();
    for (std::future<void>& other : others) other.get(); // a bug in a thread is one of the program
}

} // namespace docs_lint::engine
