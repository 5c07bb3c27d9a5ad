#pragma once

#include "engine/proposal.hpp"
#include "engine/survey_groups.hpp"

#include <string>
#include <vector>

namespace docs_lint::engine {

/// So few are missing that they are at fault, and not the rule.
bool nearly_all(std::size_t having, std::size_t all);

/// `12 of 13 documents have it, a.md does not`
std::string share_in_words(const SurveyedDocuments& having, const SurveyedDocuments& all);

/// The names of a field that holds a status, an owner, or the date of filing: those of the packs' classes and
/// those that the packs give for discovery.
struct FieldNames {
    std::vector<std::string> owner;
    std::vector<std::string> status;
    std::vector<std::string> filing_date;
};
FieldNames field_names(const policy::Policy& policy);

/// Which fields the documents have, the ones that nearly all of them have required. Two fields that stand for
/// one another (dates, or owners, never both in a document) are one under two names.
std::vector<ProposedField> propose_fields(const SurveyedDocuments& documents, const FieldNames& names);

} // namespace docs_lint::engine
