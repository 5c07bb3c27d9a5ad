#include "facts/earlier_version.hpp"

#include <utility>

namespace docs_lint::facts {

base::Result<DocumentFacts> judge_version(const std::string& path, base::Result<std::string> text,
                                          const policy::DocumentClass& document_class,
                                          const policy::Policy& policy) {
    if (!text) return base::fail(text.error());
    auto document = model::read(path, std::move(*text), document_class, policy, {}, model::Extent::version);
    if (!document) return base::fail(document.error());
    return judge_document(std::move(*document), policy, std::nullopt);
}

} // namespace docs_lint::facts
