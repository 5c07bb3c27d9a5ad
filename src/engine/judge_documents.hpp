#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "facts/corpus.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::engine {

struct DocumentText {
    std::string path;
    std::string text;
    const policy::DocumentClass* document_class = nullptr; ///< never null
};

/// Reads and judges documents by themselves, spread over at most so many threads: few documents are not worth
/// one. One result for each document, in their order, which is the same however they are spread. An error is
/// of kind `unverifiable`: the document goes past a limit.
std::vector<base::Result<facts::DocumentFacts>>
judge_documents(std::vector<DocumentText> documents, const policy::Policy& policy, base::Instant recorded_at,
                std::optional<base::Instant> clock, std::size_t threads);

/// One document, read and judged by itself.
base::Result<facts::DocumentFacts> judge_text(DocumentText document, const policy::Policy& policy,
                                              std::optional<base::Instant> recorded_at,
                                              std::optional<base::Instant> clock = {});

} // namespace docs_lint::engine
