#include "records/events.hpp"

#include "facts/earlier_version.hpp"
#include "facts/edition.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace docs_lint::records {
namespace {

using facts::DocumentFacts;
using facts::Edition;

/// What versions have shown so far.
class Chronicle {
public:
    explicit Chronicle(std::vector<Event>& events) : events_(events) {}

    void read(const Edition& edition, const std::string& commit, std::int64_t at) {
        const auto add = [&](EventKind kind, std::string what, std::string written) {
            events_.push_back({kind, std::move(what), std::move(written), commit, at});
        };
        if (std::exchange(is_first_, false)) add(EventKind::opened, "", "");
        for (const Edition::Transition& row : edition.transitions) {
            const std::string what = row.from.empty() ? row.to : fmt::format("{} to {}", row.from, row.to);
            const std::string written = row.when ? base::to_string(*row.when) : std::string{};
            if (transitions_.emplace(what, written).second) add(EventKind::transition, what, written);
        }
        for (const Edition::Item& item : edition.items) {
            const std::string written =
                item.validation_date ? base::to_string(*item.validation_date) : std::string{};
            if (item.signed_off && signed_.insert(item.id).second)
                add(EventKind::signed_off, item.id, written);
            if (!item.signed_off && signed_.erase(item.id) > 0) add(EventKind::sign_off_lost, item.id, "");
        }
        if (edition.filed && !std::exchange(filed_, true)) add(EventKind::filed, "", "");
    }

private:
    std::vector<Event>& events_;
    bool is_first_ = true;
    bool filed_ = false;
    std::set<std::pair<std::string, std::string>> transitions_;
    std::set<std::string> signed_;
};

/// The first of several gaps is enough to say that something is missing.
void note_gap(Record& record, const base::Error& why) {
    if (record.history_gap.empty()) record.history_gap = why.message;
}

std::int64_t time_of(const git::Commit& commit) {
    return commit.committed_at.seconds;
}

Order order_of(const facts::OrderedPair& pair) {
    if (pair.same_commit) return Order::one_commit;
    if (pair.spec_is_strict_ancestor == git::Answer::yes)
        return pair.taken_back ? Order::taken_back : Order::spec_first;
    if (pair.spec_is_strict_ancestor == git::Answer::unknown) return Order::unknown;
    return pair.reversed ? Order::fix_first : Order::unrelated;
}

void add_commit(Record& record, EventKind kind, const facts::Citation& citation) {
    if (!citation.resolved() || !citation.committed_at) return;
    const std::string& commit = citation.judged_commit();
    const bool known = std::any_of(record.events.begin(), record.events.end(), [&](const Event& event) {
        return event.kind == kind && event.commit == commit;
    });
    if (known) return;
    if (!citation.subject)
        note_gap(record,
                 {base::ErrorKind::unverifiable, "the message of commit " + commit + " cannot be read",
                  "check the object store with git fsck"});
    record.events.push_back(
        {kind, citation.subject.value_or(""), "", commit, citation.committed_at->seconds});
}

} // namespace

void add_events(Record& record, const DocumentFacts& document, facts::PathHistory& paths) {
    const auto changes = paths.changes_of(record.path);
    if (!changes) return note_gap(record, changes.error());
    Chronicle chronicle(record.events);
    for (const facts::PathHistory::Change& change : *changes) {
        if (!change.blob) continue;
        const auto version = facts::judge_version(record.path, paths.repository().read_blob(*change.blob),
                                                  *document->document_class, *document.policy);
        if (!version) {
            note_gap(record, version.error());
            continue;
        }
        const auto commit = paths.graph().commit(change.commit);
        const std::string id = git::to_hex(commit.commit.id);
        chronicle.read(facts::to_edition(*version, id), id, time_of(commit.commit));
    }
    if (paths.graph().truncated()) note_gap(record, paths.graph().gap());
}

void add_orders(Record& record, const DocumentFacts& document, const facts::History& history) {
    for (const facts::SpecOrder& order : history.spec_orders) {
        if (order.document != &document) continue;
        for (const facts::Citation* spec : order.spec_commits)
            add_commit(record, EventKind::spec_commit, *spec);
        for (const facts::Citation* fix : order.fix_commits) add_commit(record, EventKind::fix_commit, *fix);
        for (const facts::OrderedPair& pair : order.pairs)
            record.orders.push_back({pair.spec->judged_commit(), pair.fix_commit, order_of(pair)});
    }
    std::stable_sort(record.events.begin(), record.events.end(),
                     [](const Event& a, const Event& b) { return a.at < b.at; });
}

} // namespace docs_lint::records
