#include "facts/path_index.hpp"

#include "base/utf8.hpp"

namespace docs_lint::facts {

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view without_way_up(std::string_view path) {
    while (path.starts_with("./") || path.starts_with("../")) path.remove_prefix(path.find('/') + 1);
    return path;
}

PathIndex::PathIndex(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        files_.insert(path);
        by_name_[base::lower_case(name_of(path))].push_back(path);
        for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder))
            if (!folders_.insert(folder).second) break;
    }
}

std::vector<std::string> PathIndex::ending_in(std::string_view path) const {
    std::vector<std::string> found;
    const auto named = by_name_.find(base::lower_case(name_of(path)));
    if (named == by_name_.end() || path.empty()) return found;
    const std::string below = "/" + std::string(path);
    for (const std::string_view file : named->second)
        if (file == path || file.ends_with(below)) found.emplace_back(file);
    return found;
}

std::vector<std::string> PathIndex::named_like(std::string_view name) const {
    const auto named = by_name_.find(base::lower_case(name));
    if (named == by_name_.end()) return {};
    return {named->second.begin(), named->second.end()};
}

} // namespace docs_lint::facts
