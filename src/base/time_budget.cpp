#include "base/time_budget.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::base {

using Steady = std::chrono::steady_clock;

TimeBudget::TimeBudget(Seconds length, Clock now)
    : now_(std::move(now)), end_(now_() + std::chrono::duration_cast<Steady::duration>(length)),
      length_(length) {}

bool TimeBudget::is_over() const {
    return end_ && now_() >= *end_;
}

TimeBudget TimeBudget::half() const {
    TimeBudget part = *this;
    if (end_) part.end_ = *end_ - std::max(Steady::duration::zero(), *end_ - now_()) / 2;
    return part;
}

std::string TimeBudget::length_in_words() const {
    return fmt::format("{:g} s", length_.count());
}

} // namespace docs_lint::base
