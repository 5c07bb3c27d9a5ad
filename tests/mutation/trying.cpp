#include "mutation/trying.hpp"

#include <algorithm>
#include <cstdlib>
#include <future>
#include <thread>

namespace docs_lint::tests {

unsigned seed_of_random() {
    const char* set = std::getenv("DOCS_LINT_MUTATION_SEED");
    return set == nullptr ? 20260221U : static_cast<unsigned>(std::strtoul(set, nullptr, 10));
}

bool try_all() {
    return std::getenv("DOCS_LINT_MUTATION_ALL") != nullptr;
}

std::vector<std::size_t> numbers_where(std::size_t count, const std::function<bool(std::size_t)>& holds) {
    const std::size_t workers = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::future<std::vector<std::size_t>>> running;
    for (std::size_t worker = 0; worker < workers; ++worker)
        running.push_back(std::async(std::launch::async, [&, worker] {
            std::vector<std::size_t> found;
            for (std::size_t at = worker; at < count; at += workers)
                if (holds(at)) found.push_back(at);
            return found;
        }));
    std::vector<std::size_t> all;
    for (auto& one : running)
        for (const std::size_t number : one.get()) all.push_back(number);
    std::sort(all.begin(), all.end());
    return all;
}

std::string changed_lines(const std::string& before, const std::string& after) {
    std::size_t begin = 0;
    while (begin < before.size() && begin < after.size() && before[begin] == after[begin]) ++begin;
    std::size_t same = 0;
    while (same < before.size() - begin && same < after.size() - begin &&
           before[before.size() - same - 1] == after[after.size() - same - 1])
        ++same;
    for (int line = 0; line < 3 && begin > 0; ++line) begin = after.rfind('\n', begin - 1) + 1;
    const std::size_t end = after.find('\n', after.size() - same);
    return after.substr(begin, end == std::string::npos ? end : end - begin);
}

} // namespace docs_lint::tests
