#pragma once

#include "engine/survey.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

using SurveyedDocuments = std::vector<const SurveyedDocument*>;

/// Documents that are to be of one class: those that a class of the packs covers, or those of one folder.
struct DocumentGroup {
    const policy::DocumentClass* covered_by = nullptr;
    std::string folder; ///< of documents that no class covers; empty: the repository's root
    SurveyedDocuments documents;
    bool has_subfolders = false; ///< some documents lie deeper than in `folder` itself
};

/// Groups every document. Folders that only divide their documents by year, quarter or number are one group
/// with the folder above them, where their headers are alike.
std::vector<DocumentGroup> group_documents(const Survey& survey);

/// How many documents have a header field, under its most frequent spelling.
struct FieldUse {
    std::string key; ///< for comparing
    std::string name;
    SurveyedDocuments documents; ///< those that fill it in
    std::size_t present = 0;     ///< in how many it stands, filled in or not
    std::size_t dated = 0;       ///< in how many it gives a date
};

/// Every field of the documents, those that stand first in most documents first.
std::vector<FieldUse> fields_in_use(const SurveyedDocuments& documents);

/// `docs/a/b.md` gives `docs/a`; nothing for a file in the root.
std::string folder_of(std::string_view path);
std::string file_name_of(std::string_view path);

} // namespace docs_lint::engine
