#pragma once

#include "base/time_budget.hpp"

#include <optional>

namespace docs_lint::cli {

/// When a run of which that length was asked is taken to hang: generous, because pieces of work that have
/// begun are to be ended, and their report to be written.
base::TimeBudget::Seconds hangs_after(base::TimeBudget::Seconds length);

/// The last resort against a run that hangs where nobody asks its time budget. If it is still alive
/// `hangs_after` that length, the process ends at once with a message on standard error and
/// `ExitCode::unverifiable`. A file that is being written then keeps what it held; the one that was to take
/// its place stays beside it. Of several at a time only the last counts.
class Watchdog {
public:
    /// Without a length it does nothing.
    explicit Watchdog(std::optional<base::TimeBudget::Seconds> length);
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

private:
    bool armed_;
};

} // namespace docs_lint::cli
