#include "facts/record_key.hpp"

namespace docs_lint::facts {

std::optional<RecordKey> record_key(const std::string& path, const policy::Policy& policy) {
    const policy::DocumentClass* document_class = policy.class_of(path);
    const auto id = document_class == nullptr ? std::nullopt : document_class->item_id(path);
    return id ? std::optional(RecordKey(document_class, *id)) : std::nullopt;
}

std::vector<std::string> left_paths(const DocumentFacts& document, const git::ObjectId& blob,
                                    const git::Repository& repository, const git::ObjectId& before,
                                    const git::ObjectId& after) {
    std::vector<std::string> paths;
    const auto changes = repository.compare_trees(before, after);
    if (!changes) return paths;
    const auto record = record_key(document->path, *document.policy);
    for (const git::Change& change : *changes) {
        if (change.new_mode != git::Mode::none) continue;
        if (change.old_id == blob || (record && record_key(change.path, *document.policy) == record))
            paths.push_back(change.path);
    }
    return paths;
}

} // namespace docs_lint::facts
