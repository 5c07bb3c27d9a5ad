#pragma once

#include "facts/citations.hpp"
#include "facts/spec_order.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// A commit that a record cites for files that must change.
struct CompanionCommit {
    const Citation* citation = nullptr;
    std::optional<std::vector<std::string>> lacking; ///< names of the files that it gives no other words;
                                                     ///< nothing: its versions could not be read
    bool older_than_record = false; ///< committed before the record's first validation, and not cited as its
                                    ///< fix: it changes nothing for this record
};

/// One of the files that must change.
bool is_companion(const std::string& path, const policy::Companions& rule);

/// The commits that the item of the rule cites, of those that resolve.
std::vector<CompanionCommit> commits_of(const policy::Companions& rule, const DocumentCitations& citations,
                                        const git::Repository& repository, const git::CommitGraph& graph);

/// The item that decides says that nothing must change, and a commit of the fix changes it.
struct UndeclaredChange {
    const DocumentFacts* document = nullptr;
    const ItemFacts* decision_item = nullptr;
    const Citation* fix = nullptr;
    std::vector<std::string> names; ///< of the files
};
std::vector<UndeclaredChange> undeclared_changes(const policy::Companions& rule, const ItemFacts& decision,
                                                 const std::vector<SpecOrder>& orders,
                                                 const DocumentFacts& document);

/// One commit that has to change several files together.
struct CompanionFacts {
    const DocumentFacts* document = nullptr;
    const policy::Companions* rule = nullptr;
    const ItemFacts* decision_item = nullptr; ///< null where the process leaves no decision to another item
    const ItemFacts* commit_item = nullptr;   ///< null where the document does not hold it
    std::vector<CompanionCommit> commits;
    bool cites_none = true; ///< no commit is cited, resolved or not
    bool due = false; ///< decided with yes; without a decision: a commit is cited, and nothing waives it
    std::vector<UndeclaredChange> undeclared; ///< where it is decided with no
};

/// `orders`: those of the same documents.
std::vector<CompanionFacts> gather_companions(const Corpus& corpus,
                                              const std::vector<DocumentCitations>& citations,
                                              const std::vector<SpecOrder>& orders,
                                              const git::Repository& repository,
                                              const git::CommitGraph& graph);

} // namespace docs_lint::facts
