#include "cli/progress.hpp"

#include <chrono>
#include <fmt/format.h>
#include <ostream>
#include <system_error>

namespace docs_lint::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 1s;    ///< what is quicker needs no word
constexpr auto kInterval = 250ms; ///< between two pictures
constexpr std::string_view kTakeBack = "\r\x1b[K";

} // namespace

/// A thread that cannot be had is no reason to fail: then nothing is shown.
Progress::Progress(const Surroundings& surroundings) {
    if (!surroundings.err_is_terminal || under_ci(surroundings) ||
        variable(surroundings, "TERM") == std::optional<std::string>("dumb"))
        return;
    try {
        thread_ = std::thread([this, &out = surroundings.err] { show_until_done(out); });
    } catch (const std::system_error&) {
    }
}

Progress::~Progress() {
    {
        const std::lock_guard lock(mutex_);
        is_done_ = true;
    }
    done_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Progress::stage(std::string_view name) {
    const std::lock_guard lock(mutex_);
    stage_ = name;
}

void Progress::show_until_done(std::ostream& out) {
    const auto start = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    if (done_.wait_for(lock, kPatience, [this] { return is_done_; })) return;
    do {
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start);
        out << fmt::format("{}docs-lint: {} ({} s)", kTakeBack, stage_, seconds.count()) << std::flush;
    } while (!done_.wait_for(lock, kInterval, [this] { return is_done_; }));
    out << kTakeBack << std::flush;
}

} // namespace docs_lint::cli
