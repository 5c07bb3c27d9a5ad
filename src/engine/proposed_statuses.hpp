#pragma once

#include "engine/proposal.hpp"
#include "engine/proposed_fields.hpp"
#include "engine/survey_groups.hpp"

#include <string>
#include <vector>

namespace docs_lint::engine {

/// A status, under its most frequent spelling, with the documents that say it.
struct StatusUse {
    std::string status;
    SurveyedDocuments documents;
};

/// What the field says in the documents, the most frequent first. What is no status (prose, nothing) is left
/// out.
std::vector<StatusUse> statuses_in_use(const SurveyedDocuments& documents, std::string_view field);

/// The frequent status that a status of one document is a slip of, or nothing. A status that some class of
/// the packs knows is none.
const StatusUse* slip_of(const StatusUse& use, const std::vector<StatusUse>& all,
                         const policy::Policy& policy);

/// Which field holds the status, its statuses, and which of them file a document.
void propose_statuses(ProposedClass& target, const SurveyedDocuments& documents, const FieldNames& names,
                      const policy::Policy& policy);

} // namespace docs_lint::engine
