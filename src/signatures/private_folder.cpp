#include "signatures/private_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <utility>

namespace docs_lint::signatures {
namespace {

constexpr std::size_t kMostBytes = 64U << 10U;

base::Error unusable(const std::string& path) {
    return {base::ErrorKind::unverifiable, fmt::format("{} cannot be written", path),
            "let TMPDIR name a folder that can be written, outside the repository"};
}

} // namespace

base::Result<PrivateFolder> PrivateFolder::make() {
    std::error_code error;
    const auto temporary = std::filesystem::temp_directory_path(error);
    if (error) return base::fail(unusable("the folder for temporary files"));
    std::string path = std::filesystem::absolute(temporary, error) / "docs-lint-XXXXXX";
    if (::mkdtemp(path.data()) == nullptr) return base::fail(unusable(temporary.string()));
    return PrivateFolder(std::move(path));
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

std::string PrivateFolder::path_of(std::string_view name) const {
    return fmt::format("{}/{}", path_, name);
}

base::Result<std::string> PrivateFolder::write(std::string_view name, std::string_view content) const {
    std::string path = path_of(name);
    std::ofstream file(path, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) return base::fail(unusable(path));
    return path;
}

std::string PrivateFolder::read(std::string_view name) const {
    std::ifstream file(path_of(name), std::ios::binary);
    std::string content(kMostBytes, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return content;
}

} // namespace docs_lint::signatures
