#include "engine/judge_documents.hpp"

#include "engine/threads.hpp"
#include "model/document.hpp"

#include <utility>

namespace docs_lint::engine {
namespace {

using base::Result;
using facts::DocumentFacts;

} // namespace

Result<DocumentFacts> judge_text(DocumentText text, const policy::Policy& policy,
                                 std::optional<base::Instant> recorded_at,
                                 std::optional<base::Instant> clock) {
    auto document = model::read(std::move(text.path), std::move(text.text), *text.document_class, policy);
    if (!document) return base::fail(std::move(document.error()));
    return facts::judge_document(std::move(*document), policy, recorded_at, clock);
}

std::vector<Result<DocumentFacts>> judge_documents(std::vector<DocumentText> documents,
                                                   const policy::Policy& policy, base::Instant recorded_at,
                                                   std::optional<base::Instant> clock, std::size_t threads) {
    std::vector<std::optional<Result<DocumentFacts>>> slots(documents.size());
    for_each_number(documents.size(), threads, [&](std::size_t at) {
        slots[at].emplace(judge_text(std::move(documents[at]), policy, recorded_at, clock));
    });
    std::vector<Result<DocumentFacts>> judged;
    judged.reserve(slots.size());
    for (auto& slot : slots) judged.push_back(std::move(*slot));
    return judged;
}

} // namespace docs_lint::engine
