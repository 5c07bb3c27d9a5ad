#include "facts/revisions.hpp"

#include "facts/earlier_version.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::Change;
using git::Mode;

bool is_regular(Mode mode) {
    return mode == Mode::file || mode == Mode::executable;
}

const Change* find_change(const Comparison& comparison, const std::string& path) {
    const auto found = std::find_if(comparison.changes.begin(), comparison.changes.end(),
                                    [&](const Change& change) { return change.path == path; });
    return found == comparison.changes.end() ? nullptr : &*found;
}

class Gathering {
public:
    Gathering(const policy::Policy& policy, const FiledRecordJudge::ReadBlob& read)
        : policy_(policy), read_(read) {}

    /// `first` and `last`: the comparisons of one commit with each of its parents.
    void gather(const Comparison* first, const Comparison* last) {
        for (const Change& change : first->changes) {
            if (policy_.class_of(change.path) == nullptr || change.old_id == change.new_id) continue;
            const bool own = std::all_of(first + 1, last, [&](const Comparison& other) {
                return find_change(other, change.path) != nullptr;
            });
            if (own) add(*first, change);
        }
    }

    Revisions take() { return std::move(found_); }

private:
    void add(const Comparison& comparison, const Change& change) {
        Revision revision{change.path,
                          comparison.commit,
                          comparison.parent,
                          comparison.authored_at,
                          comparison.committed_at,
                          nullptr,
                          nullptr};
        if (is_regular(change.old_mode))
            revision.before = edition(change.path, change.old_id, comparison.parent, false);
        if (is_regular(change.new_mode))
            revision.after = edition(change.path, change.new_id, comparison.commit, true);
        const bool unread = (is_regular(change.old_mode) && revision.before == nullptr) ||
                            (is_regular(change.new_mode) && revision.after == nullptr);
        if (!unread) found_.revisions.push_back(std::move(revision));
    }

    /// Null where it cannot be read; a gap says so, once. What a commit brings in is placed in that commit;
    /// what it replaces in any that holds it.
    std::shared_ptr<const Edition> edition(const std::string& path, const git::ObjectId& id,
                                           const std::string& commit, bool placed) {
        auto& known = editions_[std::pair(path, id)];
        const bool fits = known.edition != nullptr && (!placed || known.edition->commit == commit);
        if (fits || known.unreadable) return known.edition;
        auto read = read_edition(path, id, commit);
        known.unreadable = !read;
        if (read)
            known.edition = std::move(*read);
        else
            found_.gaps.push_back({fmt::format("what this version says: {}", read.error().message),
                                   read.error().help, diagnostics::whole_document(path, commit)});
        return known.edition;
    }

    base::Result<std::shared_ptr<const Edition>>
    read_edition(const std::string& path, const git::ObjectId& id, const std::string& commit) {
        const auto facts = judge_version(path, read_(id), *policy_.class_of(path), policy_);
        if (!facts) return base::fail(facts.error());
        return std::make_shared<const Edition>(to_edition(*facts, commit));
    }

    struct Known {
        bool unreadable = false;
        std::shared_ptr<const Edition> edition;
    };

    const policy::Policy& policy_;
    const FiledRecordJudge::ReadBlob& read_;
    std::map<std::pair<std::string, git::ObjectId>, Known> editions_;
    Revisions found_;
};

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

Revisions gather_revisions(const std::vector<Comparison>& comparisons, const policy::Policy& policy,
                           const FiledRecordJudge::ReadBlob& read) {
    Gathering gathering(policy, read);
    const Comparison* const end = comparisons.data() + comparisons.size();
    for (const Comparison* first = comparisons.data(); first != end;) {
        const Comparison* last = first + 1;
        while (last != end && last->commit == first->commit) ++last;
        gathering.gather(first, last);
        first = last;
    }
    return gathering.take();
}

} // namespace docs_lint::facts
