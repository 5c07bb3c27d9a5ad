#pragma once

#include "base/date.hpp"
#include "facts/citations.hpp"
#include "facts/closure.hpp"
#include "facts/fix_commits.hpp"
#include "git/commit_graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// The order of one commit of the spec and one commit of the fix. Where the record cites a merge or a range
/// as its fix, the fix's commits are those that the merge brought in, or that lie in the range, and that
/// change more than governed documents: a merge among them by what it holds and none of its parents did. A
/// commit that the patch verification cites is one of the fix, too, where it was made for this record and
/// changes the scope.
struct OrderedPair {
    const Citation* spec = nullptr;
    const Citation* fix = nullptr;
    std::string fix_commit; ///< full id: the cited commit, or one that the cited merge brought in
    git::Answer spec_is_strict_ancestor = git::Answer::unknown;
    bool same_commit = false;
    bool reversed = false; ///< the fix is an ancestor of the spec
    bool taken_back =
        false; ///< at the fix, a spec that the spec commit rewrote says again what it said before
};

/// What a record's spec-first rule has to go on. Source: the rule of the fix scope state, guarantee 3.
struct SpecOrder {
    const DocumentFacts* document = nullptr;
    const DocumentCitations* citations = nullptr;
    const policy::SpecFirst* rule = nullptr;
    const ItemFacts* decision_item = nullptr;
    DecisionAnswer decision = DecisionAnswer::unclear;
    std::vector<const ItemFacts*> spec_items, fix_items, scope_items; ///< those that the document holds
    std::vector<const Citation*> spec_commits, fix_commits;
    std::vector<FixFiles> fixes; ///< of those that resolve
    std::vector<OrderedPair> pairs;
    /// Paths and globs that the scope items name, themselves or in a section of the record or a filed note to
    /// which they refer.
    std::vector<model::PathMention> scope;
    std::vector<std::string> cited_specifications;     ///< canonical specifications that the record cites,
                                                       ///< whether they still are there or not; sorted
    std::vector<std::string> specifications_to_update; ///< those of them that the assessment itself names,
                                                       ///< where it says yes; sorted
    std::optional<base::Moment> opened; ///< when the first of its items was validated, as the record says

    [[nodiscard]] bool cites_specification(const std::string& path) const; ///< among `cited_specifications`
};

/// The canonical specifications that an item's evidence names, sorted: those of the snapshot, and those that
/// are not there any more. Mentions that are `left_out` do not count.
std::vector<std::string> specifications_named_by(const ItemFacts& item, const Corpus& corpus,
                                                 const std::vector<model::PathMention>& left_out = {});

/// The item names the specifications that the defect is about. Others name one for what does not change, or
/// for what is checked.
bool is_about_specification(const ItemFacts& item, const policy::SpecFirst& rule);

/// When the record was opened: its first validation, since an owner's date that is too early opens none.
std::optional<base::Moment> time_of_opening(const DocumentFacts& document);

/// What was made then was made before the record was opened, by the days of both.
bool precedes_opening(base::Instant made, const std::optional<base::Moment>& opened);

/// `read`: filed notes, of the snapshot.
std::vector<SpecOrder> gather_spec_orders(const Corpus& corpus,
                                          const std::vector<DocumentCitations>& citations,
                                          const git::Repository& repository, const git::CommitGraph& graph,
                                          const ReadPath& read);

} // namespace docs_lint::facts
