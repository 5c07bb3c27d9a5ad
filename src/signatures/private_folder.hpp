#pragma once

/// Private to signatures/: a place for what other programs must read as files.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace docs_lint::signatures {

/// A folder for temporary files that only this user may enter, outside the repository; gone with the object.
class PrivateFolder {
public:
    static base::Result<PrivateFolder> make();

    PrivateFolder(PrivateFolder&& other) noexcept;
    PrivateFolder& operator=(PrivateFolder&& other) noexcept;
    ~PrivateFolder();

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string path_of(std::string_view name) const;
    [[nodiscard]] base::Result<std::string> write(std::string_view name, std::string_view content) const;
    /// At most 64 KB of it; empty where there is no such file.
    [[nodiscard]] std::string read(std::string_view name) const;

private:
    explicit PrivateFolder(std::string path) : path_(std::move(path)) {}
    std::string path_;
};

} // namespace docs_lint::signatures
