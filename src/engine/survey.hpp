#pragma once

#include "base/result.hpp"
#include "policy/policy.hpp"
#include "source/source_tree.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// A header field as it was found, whatever its document's class may be.
struct SurveyedField {
    std::string name;
    std::string value;  ///< as a reader sees it
    std::string status; ///< the value without ticks and trailing prose
    bool dated = false; ///< it begins with a date
};

/// A gate item; one of its names may be empty.
struct SurveyedItem {
    std::string id;
    std::string title;

    friend auto operator<=>(const SurveyedItem&, const SurveyedItem&) = default;
};

/// What one Markdown file looks like. Nothing in it depends on the class that a pack gives to its path.
struct SurveyedDocument {
    std::string path;
    const policy::DocumentClass* covered_by = nullptr; ///< class of the packs; null where none covers it
    std::vector<SurveyedField> fields;
    std::vector<std::string> owners;  ///< roles that its owner fields name, as written
    std::vector<std::string> signers; ///< roles that sign in it, as written
    std::vector<SurveyedItem> items;  ///< its gate items
    std::size_t change_log_rows = 0;
    bool change_log_dated = false;
    bool is_template =
        false;        ///< its header, or all its evidence, is still to be filled in: it defines a format
    std::string text; ///< of templates only

    [[nodiscard]] const SurveyedField* find(std::string_view name) const;
};

/// The Markdown files of a snapshot, by path. Files that are called README are left out: they explain.
struct Survey {
    const policy::Policy* policy = nullptr;
    std::vector<SurveyedDocument> documents;
    std::vector<std::string> unread; ///< paths that could not be read
};

/// Looks at every Markdown file. `policy`, that of the packs, must outlive the result.
base::Result<Survey> survey(const source::SourceTree& snapshot, const policy::Policy& policy);

/// What one text looks like.
base::Result<SurveyedDocument> survey_document(std::string path, std::string text,
                                               const policy::Policy& policy);

} // namespace docs_lint::engine
