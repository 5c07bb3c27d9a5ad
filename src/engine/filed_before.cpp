#include "engine/filed_before.hpp"

#include "model/document.hpp"

#include <algorithm>

namespace docs_lint::engine {
namespace {

using base::Result;

Result<bool> is_filed(const git::Repository& repository, const git::Entry& entry,
                      const policy::DocumentClass& document_class) {
    if (entry.mode != git::Mode::file && entry.mode != git::Mode::executable) return false;
    const auto text = repository.read_blob(entry.id);
    if (!text) return base::fail(text.error());
    return model::read_filing_mark(*text, document_class).filed;
}

Result<bool> is_filed_in(const Place& place, const std::optional<git::Commit>& commit,
                         const std::string& path, const policy::DocumentClass& document_class) {
    if (place.repository == nullptr || !commit) return false;
    const auto entry = place.repository->find_entry(commit->tree, path);
    if (!entry) return base::fail(entry.error());
    return *entry ? is_filed(*place.repository, **entry, document_class) : false;
}

} // namespace

Result<bool> is_filed_in_head(const Place& place, const std::string& path,
                              const policy::DocumentClass& document_class) {
    return is_filed_in(place, place.head, path, document_class);
}

Result<bool> is_filed_in_base(const Place& place, const std::string& path,
                              const policy::DocumentClass& document_class) {
    return is_filed_in(place, place.base, path, document_class);
}

Result<bool> is_filed_before(const Place& place, const std::string& path,
                             const policy::DocumentClass& document_class) {
    const auto committed = is_filed_in_head(place, path, document_class);
    if (!committed || *committed || place.repository == nullptr) return committed;
    const auto staged = place.repository->read_index();
    if (!staged) return base::fail(staged.error());
    const auto found = std::find_if(staged->begin(), staged->end(),
                                    [&](const git::Entry& entry) { return entry.path == path; });
    return found == staged->end() ? false : is_filed(*place.repository, *found, document_class);
}

} // namespace docs_lint::engine
