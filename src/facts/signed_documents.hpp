#pragma once

#include "facts/corpus.hpp"

#include <string>
#include <vector>

namespace docs_lint::facts {

/// A document that the evidence of a signed item cites by its version: what it says was signed with the item.
struct SignedDocument {
    const DocumentFacts* record = nullptr;
    const ItemFacts* item = nullptr;
    const model::PathMention* mention = nullptr; ///< with a version
    std::string path;                            ///< the only one in the snapshot that is meant
};

/// Those of every judged record that is not filed, in the order of their items.
std::vector<SignedDocument> find_signed_documents(const Corpus& corpus);

} // namespace docs_lint::facts
