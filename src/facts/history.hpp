#pragma once

#include "base/result.hpp"
#include "diagnostics/location.hpp"
#include "facts/citations.hpp"
#include "facts/cited_places.hpp"
#include "facts/commit_changes.hpp"
#include "facts/companions.hpp"
#include "facts/corpus.hpp"
#include "facts/expected_values.hpp"
#include "facts/filed_records.hpp"
#include "facts/gap.hpp"
#include "facts/identity.hpp"
#include "facts/improvements.hpp"
#include "facts/patch_verification.hpp"
#include "facts/release_duties.hpp"
#include "facts/revisions.hpp"
#include "facts/sign_off_identities.hpp"
#include "facts/signed_documents.hpp"
#include "facts/spec_order.hpp"
#include "facts/undone_work.hpp"
#include "facts/work_order.hpp"

#include <map>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// What the rules may know of commits. Gathered before any rule runs.
struct History {
    const Corpus* corpus = nullptr;
    bool available = false;         ///< there is a repository with at least one commit
    std::string unavailable_reason; ///< where not
    std::string unavailable_help;
    std::vector<SignedDocument> signed_documents; ///< of every judged record
    std::vector<FiledRecordChange>
        filed_changes;                 ///< every offence against a filed record, in the order of the walk
    std::vector<FilingChange> filings; ///< every commit that files a record
    std::vector<Gap> filed_gaps;       ///< where immutability could not be verified
    RevisionList revisions; ///< every commit's change of a governed document, in the order of the walk
    std::vector<Gap> revision_gaps;           ///< versions of documents that could not be read
    std::vector<DocumentCitations> citations; ///< one for each judged document that cites commits
    std::vector<SpecOrder> spec_orders; ///< one for each judged document whose process has a spec-first rule
    std::vector<WorkOrder> work_orders; ///< one for each resolved commit that a record cites as its fix
    std::vector<CompanionFacts> companions;       ///< one for each item that calls for companion files
    std::vector<PatchVerification> verifications; ///< one for each record that describes its fix file by file
    std::vector<ExpectedValues> expected_values;  ///< one for each record whose process knows such files
    std::vector<UndoneWork> undone_work; ///< fixes and expected values that were gone when they were verified
    std::vector<CitedFault> cited_faults;      ///< paths, sections and versions in evidence that do not hold
    std::vector<CommitChanges> commit_changes; ///< for own rules that ask which files change together
    std::vector<Gap> change_gaps;              ///< where that could not be seen
    std::vector<ClaimedImprovement> improvements; ///< clear statements of version steps in lessons records
    std::vector<OverdueDeviation> overdue_deviations;
    std::vector<LateLessons> late_lessons;
    std::vector<SignOffIdentity> sign_off_identities; ///< one for each item that asks for more than a name
    /// By full id: who wrote the commits of `revisions`; only where the policy limits who may.
    std::map<std::string, Identity> authors;
    std::vector<Gap> author_gaps; ///< commits whose changes could not be seen, where it does
    std::size_t commits = 0;      ///< whose changes were judged
};

} // namespace docs_lint::facts
