#pragma once

#include "facts/corpus.hpp"
#include "policy/process.hpp"

#include <string>
#include <vector>

namespace docs_lint::facts {

/// A document that an item which counts as passed asks for.
struct DocumentNeed {
    const DocumentFacts* record = nullptr;
    const ItemFacts* item = nullptr;
    const policy::NeededDocument* need = nullptr;
    const policy::DocumentClass* document_class = nullptr; ///< the first of those that will do
    std::string id;                                        ///< of the record, by its path; may be empty
    std::vector<std::string>
        paths;         ///< those of the class with that id; where there is none, those that the record cites
    bool first = true; ///< no item before it in the record asks for a document of the class
};

/// The needs of every judged record, in the order of its items.
std::vector<DocumentNeed> gather_document_needs(const Corpus& corpus);

/// Names of the fields that the document's class requires and its header does not give, or only as a
/// placeholder.
std::vector<std::string> lacking_fields(const DocumentFacts& document);

/// The boxes under one of the titles; those of the whole document where no section is called so.
std::vector<const model::TaskBox*> boxes_below(const DocumentFacts& document,
                                               const std::vector<std::string>& titles);

} // namespace docs_lint::facts
