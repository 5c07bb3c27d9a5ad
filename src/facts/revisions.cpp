#include "facts/revisions.hpp"

#include "facts/earlier_version.hpp"
#include "facts/record_key.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::Change;
using git::Mode;

const Change* find_change(const Comparison& comparison, const std::string& path) {
    const auto found = std::find_if(comparison.changes.begin(), comparison.changes.end(),
                                    [&](const Change& change) { return change.path == path; });
    return found == comparison.changes.end() ? nullptr : &*found;
}

/// Edition relabelled for another commit that holds the same blob at the same path.
std::shared_ptr<const Edition> placed_in(const std::string& commit,
                                         const std::shared_ptr<const Edition>& edition) {
    if (edition->commit == commit) return edition;
    auto moved = std::make_shared<Edition>(*edition);
    moved->commit = commit;
    return moved;
}

/// A revision whose versions have yet to be read: each is a number among those that are wanted.
struct Plan {
    Revision revision;
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;
    std::vector<std::size_t> beside = {};
};

class Planning {
public:
    explicit Planning(const policy::Policy& policy) : policy_(policy) {}

    /// `first` and `last`: the comparisons of one commit with each of its parents.
    void plan(const Comparison* first, const Comparison* last) {
        for (const Change& change : first->changes) {
            if (policy_.class_of(change.path) == nullptr || change.old_id == change.new_id) continue;
            const bool own = std::all_of(first + 1, last, [&](const Comparison& other) {
                return find_change(other, change.path) != nullptr;
            });
            if (own) add_replaced(first, last, change);
            if (own) add_beside(first + 1, last, change.path);
        }
        for (const Comparison* one = first; one != last; ++one)
            for (const std::string& path : one->dropped) add(*one, *find_change(*one, path));
    }

    [[nodiscard]] const std::vector<WantedEdition>& wanted() const { return wanted_; }
    std::vector<Plan> take() { return std::move(plans_); }

private:
    /// What it replaces stands in the first parent that holds it.
    void add_replaced(const Comparison* first, const Comparison* last, const Change& change) {
        for (const Comparison* one = first; one != last; ++one)
            if (const Change* held = find_change(*one, change.path);
                held != nullptr && is_regular(held->old_mode))
                return add(*one, *held);
        add(*first, change);
    }

    void add(const Comparison& comparison, const Change& change) {
        Plan plan{{change.path, comparison.commit, comparison.parent, comparison.authored_at,
                   comparison.committed_at, nullptr, nullptr},
                  std::nullopt,
                  std::nullopt};
        if (is_regular(change.old_mode)) plan.before = want(change.path, change.old_id, comparison.parent);
        if (is_regular(change.new_mode)) plan.after = want(change.path, change.new_id, comparison.commit);
        plans_.push_back(std::move(plan));
    }

    void add_beside(const Comparison* first, const Comparison* last, const std::string& path) {
        for (const Comparison* other = first; other != last; ++other)
            if (const Change* change = find_change(*other, path); is_regular(change->old_mode))
                plans_.back().beside.push_back(want(path, change->old_id, other->parent));
    }

    std::size_t want(const std::string& path, const git::ObjectId& blob, const std::string& commit) {
        const auto [known, is_new] = numbers_.try_emplace({path, blob}, wanted_.size());
        if (is_new) wanted_.push_back({path, blob, commit});
        return known->second;
    }

    const policy::Policy& policy_;
    std::map<std::pair<std::string, git::ObjectId>, std::size_t> numbers_;
    std::vector<WantedEdition> wanted_;
    std::vector<Plan> plans_;
};

/// What a commit brings in is placed in that commit; what it replaces in any that holds it.
void fill_in(Plan& plan, const std::vector<ReadEdition>& editions) {
    if (plan.before) plan.revision.before = *editions[*plan.before];
    if (plan.after) plan.revision.after = placed_in(plan.revision.commit, *editions[*plan.after]);
    for (const std::size_t beside : plan.beside)
        if (editions[beside]) plan.revision.beside.push_back(*editions[beside]);
}

/// Two items at least are signed in the same words: nobody signs two records so.
bool share_sign_offs(const Edition& left, const Edition& right) {
    const auto shared = std::count_if(left.items.begin(), left.items.end(), [&](const Edition::Item& item) {
        const Edition::Item* other = right.find_item(item.id);
        return item.signed_off && other != nullptr && item.evidence == other->evidence &&
               item.owner == other->owner && item.validation == other->validation;
    });
    return shared >= 2;
}

/// Gives each version of a record that came under a new name, or came back, the version that went before it.
class Moves {
public:
    explicit Moves(const policy::Policy& policy) : policy_(policy) {}

    /// `first` and `last`: the revisions of one commit.
    void follow(Revision* first, Revision* last) {
        std::vector<std::shared_ptr<const Edition>> lost; // in this commit
        for (const Revision* one = first; one != last; ++one)
            if (one->before != nullptr && one->after == nullptr) {
                lost.push_back(one->before);
                if (auto record = record_key(one->path, policy_)) gone_[*record] = one->before;
            }
        for (Revision* one = first; one != last; ++one)
            if (one->before == nullptr && one->after != nullptr) one->before = version_before(*one, lost);
    }

private:
    /// That of the same record; else one that went in the same commit and carries the same sign-offs.
    std::shared_ptr<const Edition> version_before(const Revision& revision,
                                                  const std::vector<std::shared_ptr<const Edition>>& lost) {
        const auto record = record_key(revision.path, policy_);
        const auto gone = record ? gone_.find(*record) : gone_.end();
        if (gone != gone_.end()) {
            auto before = std::move(gone->second);
            gone_.erase(gone);
            return before;
        }
        const auto other = std::find_if(lost.begin(), lost.end(), [&](const auto& edition) {
            return share_sign_offs(*edition, *revision.after);
        });
        return other == lost.end() ? nullptr : *other;
    }

    const policy::Policy& policy_;
    std::map<RecordKey, std::shared_ptr<const Edition>> gone_;
};

void follow_moves(std::vector<Revision>& revisions, const policy::Policy& policy) {
    Moves moves(policy);
    Revision* const end = revisions.data() + revisions.size();
    for (Revision* first = revisions.data(); first != end;) {
        Revision* last = first + 1;
        while (last != end && last->commit == first->commit) ++last;
        moves.follow(first, last);
        first = last;
    }
}

Gap gap_of(const WantedEdition& wanted, const base::Error& error) {
    return {fmt::format("what this version says: {}", error.message), error.help,
            diagnostics::whole_document(wanted.path, wanted.commit)};
}

bool was_read(const std::optional<std::size_t>& number, const std::vector<ReadEdition>& editions) {
    return !number || editions[*number];
}

} // namespace

RevisionList::RevisionList(std::vector<Revision> all) : all_(std::move(all)) {
    for (std::size_t at = 0; at < all_.size(); ++at) by_path_[all_[at].path].push_back(at);
}

std::vector<const Revision*> RevisionList::of(const std::string& path) const {
    std::vector<const Revision*> found;
    const auto known = by_path_.find(path);
    if (known == by_path_.end()) return found;
    for (const std::size_t at : known->second) found.push_back(&all_[at]);
    return found;
}

ReadEdition read_edition(const WantedEdition& wanted, base::Result<std::string> text, const Corpus& corpus) {
    const DocumentFacts* judged = corpus.find(wanted.path);
    if (judged != nullptr && text && (*judged)->text == *text)
        return std::make_shared<const Edition>(to_edition(*judged, wanted.commit));
    const policy::Policy& policy = *corpus.policy;
    const auto facts = judge_version(wanted.path, std::move(text), *policy.class_of(wanted.path), policy);
    if (!facts) return base::fail(facts.error());
    return std::make_shared<const Edition>(to_edition(*facts, wanted.commit));
}

Revisions gather_revisions(const std::vector<Comparison>& comparisons, const policy::Policy& policy,
                           const ReadEditions& read) {
    Planning planning(policy);
    const Comparison* const end = comparisons.data() + comparisons.size();
    for (const Comparison* first = comparisons.data(); first != end;) {
        const Comparison* last = first + 1;
        while (last != end && last->commit == first->commit) ++last;
        planning.plan(first, last);
        first = last;
    }
    const std::vector<ReadEdition> editions = read(planning.wanted());
    Revisions found;
    for (std::size_t at = 0; at < editions.size(); ++at)
        if (!editions[at]) found.gaps.push_back(gap_of(planning.wanted()[at], editions[at].error()));
    for (Plan& plan : planning.take()) {
        if (!was_read(plan.before, editions) || !was_read(plan.after, editions)) continue;
        fill_in(plan, editions);
        found.revisions.push_back(std::move(plan.revision));
    }
    follow_moves(found.revisions, policy);
    return found;
}

} // namespace docs_lint::facts
