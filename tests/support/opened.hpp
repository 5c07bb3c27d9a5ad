#pragma once

#include "git/repository.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

namespace docs_lint::tests {

/// The value of a result that a test counts on.
template <typename T>
T value_of(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

inline git::Repository opened(const std::filesystem::path& path, const git::OpenOptions& options = {}) {
    return value_of(git::Repository::open(path.string(), options));
}

inline git::ObjectId id_from(const std::string& hex) {
    const auto id = git::parse_object_id(hex);
    if (!id) throw std::runtime_error("no object name: " + hex);
    return *id;
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace docs_lint::tests
