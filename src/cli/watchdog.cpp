#include "cli/watchdog.hpp"

#include "cli/exit_code.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstddef>
#include <fmt/format.h>
#include <poll.h>
#include <string_view>
#include <sys/time.h>
#include <unistd.h>

namespace docs_lint::cli {
namespace {

using Seconds = base::TimeBudget::Seconds;

/// Made before it is needed: whoever hangs may hold the lock of the allocator.
std::array<char, 256> last_words; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::size_t last_words_size = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// A signal and no thread: there may be none to be had, and ending one would delay the exit of each run. Only
/// what POSIX allows a handler is called.
void end_process(int /*signal*/) {
    constexpr int kMilliseconds = 100; // nobody may be reading
    pollfd standard_error{STDERR_FILENO, POLLOUT, 0};
    if (::poll(&standard_error, 1, kMilliseconds) > 0)
        static_cast<void>(!::write(STDERR_FILENO, last_words.data(), last_words_size));
    ::_exit(static_cast<int>(ExitCode::unverifiable));
}

void write_last_words(Seconds length) {
    const auto end = fmt::format_to_n(last_words.data(), last_words.size(),
                                      "docs-lint: error: could not verify: the run took longer than {:g} s\n"
                                      "    although it was given {:g} s; it was ended as it was\n",
                                      hangs_after(length).count(), length.count());
    last_words_size = std::min(end.size, last_words.size());
}

/// Whoever started this may have had SIGALRM blocked or ignored.
void handle_alarms() {
    struct sigaction action {};
    action.sa_handler = &end_process;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGALRM, &action, nullptr);
    sigset_t alarms;
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    ::pthread_sigmask(SIG_UNBLOCK, &alarms, nullptr);
}

void set_timer(Seconds length) {
    itimerval timer{};
    timer.it_value.tv_sec = static_cast<time_t>(std::ceil(length.count())); // zero: it is stopped
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

} // namespace

Seconds hangs_after(Seconds length) {
    constexpr Seconds kLeast{5};
    return length + std::max(length, kLeast);
}

Watchdog::Watchdog(std::optional<Seconds> length) : armed_(length.has_value()) {
    if (!armed_) return;
    write_last_words(*length);
    handle_alarms();
    set_timer(hangs_after(*length));
}

Watchdog::~Watchdog() {
    if (armed_) set_timer(Seconds::zero());
}

} // namespace docs_lint::cli
