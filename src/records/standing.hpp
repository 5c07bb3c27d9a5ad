#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where each record of a process stands, for whoever has to act: plain values that outlive the run. Nothing
/// here is a finding; the rules judge the same facts.
namespace docs_lint::records {

/// How a gate item stands.
enum class ItemStanding {
    signed_off,
    late,       ///< signed off, and validated only after the transition that rests on it
    wrong_role, ///< confirmed or validated by a role that may not
    refused,    ///< the owner says no, or the validation says fail
    incomplete, ///< some of the three components, not all
    pending,    ///< nothing yet, and nothing that claims otherwise
    missing,    ///< not in the record, whose gate counts as passed
};

/// `signed`, `late`, `wrong role`, `refused`, `incomplete`, `pending`, `missing`: the words in every output.
std::string_view to_string(ItemStanding standing);
std::optional<ItemStanding> parse_item_standing(std::string_view word);

struct Item {
    std::string id; ///< `RC.3`; the title for an item that the process does not know
    std::string title;
    ItemStanding standing = ItemStanding::pending;
    std::string confirmed_by; ///< as written: `QA Lead + Head of Engineering`; empty: nobody
    std::string confirmed_at; ///< as `base::to_string` of the date; empty: none
    std::string validated_by;
    std::string validated_at;
    std::vector<std::string> lacks; ///< what keeps it from being signed off: `the validation`
    std::size_t line = 0;           ///< of its heading; 0: it is not in the record
};

struct Gate {
    std::string id;
    std::string from, to; ///< states; empty for a gate that the process does not know
    bool passed = false;
    bool claimed = false; ///< something in the record says that it has passed
    std::vector<Item> items;

    [[nodiscard]] std::size_t signed_items() const;
    /// The worst of its items; `signed_off` or `late` for a gate that passed.
    [[nodiscard]] ItemStanding standing() const;
};

/// A row of the record's action table that is not complete.
struct Action {
    std::string id, description, owner;
    std::string deadline; ///< as written
    std::string status;   ///< as written
    bool overdue = false;
    std::size_t line = 0;
};

/// Something that somebody has to do before the record can move on, derived from its gates.
struct Step {
    std::string who;  ///< `Engineering Owner`, `QA Lead or Head of Engineering`
    std::string what; ///< `confirm RC.3 (Regression surface identified)`
    std::string by;   ///< deadline as written in the action of that role, or that of the timer; may be empty
};

/// How long the severity lets the record stay where it is. Times are seconds since 1970-01-01 UTC.
struct Timer {
    std::string tier;  ///< `High`
    std::string state; ///< that it runs in
    std::int64_t due = 0;
    std::optional<std::int64_t> left; ///< seconds; negative: past it; nothing: the run may not ask a clock
};

/// The record was in that state from one time to another.
struct Period {
    std::string state;
    std::int64_t begin = 0;
    std::optional<std::int64_t> end; ///< nothing: it is there still
};

enum class EventKind { opened, transition, signed_off, sign_off_lost, filed, spec_commit, fix_commit };

std::string_view to_string(EventKind kind); ///< `opened`, `transition`, `signed`, `signature lost`, ...
std::optional<EventKind> parse_event_kind(std::string_view word);

/// Something that a commit did to the record, or for it.
struct Event {
    EventKind kind = EventKind::opened;
    std::string what;    ///< `T.1`, `TRIAGE to ROOT_CAUSE`; the subject of a spec or fix commit
    std::string written; ///< the time that the record gives; may be empty
    std::string commit;  ///< full id
    std::int64_t at = 0; ///< when that was committed
};

enum class Order {
    spec_first,
    fix_first,
    one_commit,
    taken_back, ///< the spec came first, and was as before again when the fix was made
    unrelated,  ///< on different lines of history
    unknown,    ///< the history here does not tell
};

std::string_view to_string(Order order); ///< `spec first`, `fix first`, `one commit`, `taken back`, ...
std::optional<Order> parse_order(std::string_view word);

/// A commit of the spec beside one of the fix. Full ids.
struct CommitOrder {
    std::string spec, fix;
    Order order = Order::unknown;
};

struct Record {
    std::string path;
    std::string id;                  ///< that its path names; may be empty
    std::string title;               ///< of its first heading
    std::string process;             ///< title; empty where `unknown` says why
    std::string unknown;             ///< why it cannot be told where the record stands; empty: it can
    std::vector<std::string> states; ///< of the process, in order
    std::string derived;             ///< the state that follows from the sign-offs
    std::string declared;            ///< the furthest state that the record declares; empty: none
    std::string severity;            ///< as written, or empty
    bool filed = false;
    bool closed = false; ///< in the last state, by its sign-offs and by its own words, or filed
    std::vector<Gate> gates;
    std::vector<Action> actions;
    std::vector<Step> next;
    std::optional<Timer> timer;
    std::vector<Period> periods; ///< oldest first
    std::vector<Event> events;   ///< oldest first; empty where no history was asked for
    std::vector<CommitOrder> orders;
    std::string history_gap; ///< why the events may not be all; empty: they are
};

} // namespace docs_lint::records
