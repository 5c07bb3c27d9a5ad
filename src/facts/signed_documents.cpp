#include "facts/signed_documents.hpp"

#include <utility>

namespace docs_lint::facts {
namespace {

void add_mentions(const Corpus& corpus, const DocumentFacts& record, const ItemFacts& item,
                  std::vector<SignedDocument>& found) {
    for (const model::PathMention& mention : item.evidence.paths) {
        if (!mention.version) continue;
        auto paths = corpus.index.ending_in(mention.path);
        if (paths.size() == 1) found.push_back({&record, &item, &mention, std::move(paths.front())});
    }
}

} // namespace

std::vector<SignedDocument> find_signed_documents(const Corpus& corpus) {
    std::vector<SignedDocument> found;
    for (const DocumentFacts& record : corpus.documents) {
        if (record.filing.filed) continue;
        for (const GateFacts& gate : record.gates)
            for (const ItemFacts& item : gate.items)
                if (item.signed_off && item.validation.date) add_mentions(corpus, record, item, found);
    }
    return found;
}

} // namespace docs_lint::facts
