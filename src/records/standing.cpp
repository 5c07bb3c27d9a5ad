#include "records/standing.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace docs_lint::records {
namespace {

template <typename Value>
using Words = std::pair<Value, std::string_view>;

/// From best to worst.
constexpr std::array kItemStandings = {
    Words<ItemStanding>{ItemStanding::signed_off, "signed"},
    Words<ItemStanding>{ItemStanding::late, "late"},
    Words<ItemStanding>{ItemStanding::pending, "pending"},
    Words<ItemStanding>{ItemStanding::incomplete, "incomplete"},
    Words<ItemStanding>{ItemStanding::missing, "missing"},
    Words<ItemStanding>{ItemStanding::wrong_role, "wrong role"},
    Words<ItemStanding>{ItemStanding::refused, "refused"},
};

constexpr std::array kEventKinds = {
    Words<EventKind>{EventKind::opened, "opened"},
    Words<EventKind>{EventKind::transition, "transition"},
    Words<EventKind>{EventKind::signed_off, "signed"},
    Words<EventKind>{EventKind::sign_off_lost, "sign-off lost"},
    Words<EventKind>{EventKind::filed, "filed"},
    Words<EventKind>{EventKind::spec_commit, "spec"},
    Words<EventKind>{EventKind::fix_commit, "fix"},
};

constexpr std::array kOrders = {
    Words<Order>{Order::spec_first, "spec first"}, Words<Order>{Order::fix_first, "fix first"},
    Words<Order>{Order::one_commit, "one commit"}, Words<Order>{Order::taken_back, "taken back"},
    Words<Order>{Order::unrelated, "unrelated"},   Words<Order>{Order::unknown, "unknown"},
};

template <typename Value, std::size_t size>
std::string_view word_of(const std::array<Words<Value>, size>& words, Value value) {
    for (const auto& [one, word] : words)
        if (one == value) return word;
    return {};
}

template <typename Value, std::size_t size>
std::optional<Value> value_of(const std::array<Words<Value>, size>& words, std::string_view word) {
    for (const auto& [value, one] : words)
        if (one == word) return value;
    return std::nullopt;
}

std::size_t badness(ItemStanding standing) {
    return static_cast<std::size_t>(
        std::find_if(kItemStandings.begin(), kItemStandings.end(),
                     [standing](const auto& words) { return words.first == standing; }) -
        kItemStandings.begin());
}

bool is_signed(const Item& item) {
    return item.standing == ItemStanding::signed_off || item.standing == ItemStanding::late;
}

} // namespace

std::string_view to_string(ItemStanding standing) {
    return word_of(kItemStandings, standing);
}

std::optional<ItemStanding> parse_item_standing(std::string_view word) {
    return value_of(kItemStandings, word);
}

std::string_view to_string(EventKind kind) {
    return word_of(kEventKinds, kind);
}

std::optional<EventKind> parse_event_kind(std::string_view word) {
    return value_of(kEventKinds, word);
}

std::string_view to_string(Order order) {
    return word_of(kOrders, order);
}

std::optional<Order> parse_order(std::string_view word) {
    return value_of(kOrders, word);
}

std::size_t Gate::signed_items() const {
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), is_signed));
}

ItemStanding Gate::standing() const {
    if (items.empty()) return claimed ? ItemStanding::missing : ItemStanding::pending;
    const auto worst = std::max_element(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return badness(a.standing) < badness(b.standing);
    });
    const bool begun = worst->standing == ItemStanding::pending && signed_items() > 0;
    return begun ? ItemStanding::incomplete : worst->standing;
}

} // namespace docs_lint::records
