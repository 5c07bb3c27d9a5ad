#include "facts/record_key.hpp"

namespace docs_lint::facts {

std::optional<RecordKey> record_key(const std::string& path, const policy::Policy& policy) {
    const policy::DocumentClass* document_class = policy.class_of(path);
    const auto id = document_class == nullptr ? std::nullopt : document_class->item_id(path);
    return id ? std::optional(RecordKey(document_class, *id)) : std::nullopt;
}

} // namespace docs_lint::facts
