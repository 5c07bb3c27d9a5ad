#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace docs_lint::base {

/// How long some work may go on. It interrupts nothing: who works asks between two pieces.
class TimeBudget {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;
    using Seconds = std::chrono::duration<double>;

    /// No limit.
    TimeBudget() = default;

    /// Begins now.
    explicit TimeBudget(Seconds length, Clock now = &std::chrono::steady_clock::now);

    [[nodiscard]] bool is_limited() const { return end_.has_value(); }
    [[nodiscard]] bool is_over() const;

    /// A budget that ends when half of what is left of this one is over.
    [[nodiscard]] TimeBudget half() const;

    /// The whole length: `4 s`; of half a budget that of the whole.
    [[nodiscard]] std::string length_in_words() const;

private:
    Clock now_;
    std::optional<std::chrono::steady_clock::time_point> end_;
    Seconds length_{0};
};

} // namespace docs_lint::base
