#pragma once

#include "engine/proposal.hpp"
#include "engine/survey_groups.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// A header with a status or an owner, gate items, or a change log under header fields: somebody governs
/// this.
bool looks_governed(const SurveyedDocument& document, const policy::Policy& policy);

/// The class of a folder's documents, or of some that are listed by path. `paths` come from `folder_patterns`
/// or `exact_pattern`.
ProposedClass propose_class(const DocumentGroup& group, std::vector<std::string> paths, const Survey& survey);

/// What a class of the packs must say otherwise, because most of its documents do; nothing where it fits.
std::optional<ProposedClass> propose_overlay(const DocumentGroup& group, const policy::Policy& policy);

/// A class for documents that define a format.
ProposedClass propose_template_class(const DocumentGroup& group, const SurveyedDocuments& templates);

/// The patterns that cover a folder: all below it, unless other documents lie there or may come to lie there
/// by a class of the packs.
std::vector<std::string> folder_patterns(const DocumentGroup& group, const Survey& survey);

/// The pattern of one path; what patterns take for placeholders becomes `?`.
std::string exact_pattern(std::string_view path);

} // namespace docs_lint::engine
