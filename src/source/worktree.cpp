#include "git/repository.hpp"
#include "source/blob_reading.hpp"
#include "source/disk_file.hpp"
#include "source/folder_walk.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace docs_lint::source {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;

class WorkTree final : public SourceTree {
public:
    WorkTree(const git::Repository* repository, std::string start)
        : repository_(repository), start_(std::move(start)) {}

    [[nodiscard]] base::Result<std::vector<File>> list() const override {
        const auto root = find_root();
        if (!root) return base::fail(root.error());
        const auto start = below(*root);
        if (!start) return base::fail(start.error());
        return walk_folder(repository_, *root, *start);
    }

    [[nodiscard]] base::Result<std::string> read(const File& file, std::size_t limit) const override {
        if (file.mode != git::Mode::file && file.mode != git::Mode::executable)
            return base::fail(no_document(file));
        const auto root = find_root();
        if (!root) return base::fail(root.error());
        return read_disk_file(*root, file.path, limit);
    }

    [[nodiscard]] std::string name() const override { return "the working tree"; }

private:
    /// Paths count from here.
    [[nodiscard]] base::Result<std::string> find_root() const {
        if (repository_ == nullptr) return start_;
        if (const auto folder = repository_->work_tree()) return *folder;
        return base::fail(ErrorKind::usage, "a bare repository has no working tree",
                          "name a commit to check, such as HEAD");
    }

    /// Where the listing starts, as a path below the root.
    [[nodiscard]] base::Result<std::string> below(const std::string& root) const {
        std::error_code error;
        const fs::path from = fs::canonical(root, error);
        const fs::path to = error ? fs::path() : fs::canonical(start_, error);
        if (error)
            return base::fail(ErrorKind::usage, fmt::format("cannot find {}: {}", start_, error.message()));
        const std::string path = to.lexically_relative(from).string();
        if (path == ".") return std::string();
        if (path.empty() || path == ".." || path.compare(0, 3, "../") == 0)
            return base::fail(ErrorKind::usage,
                              fmt::format("{} is outside of the working tree {}", start_, root));
        return path;
    }

    const git::Repository* repository_;
    std::string start_;
};

} // namespace

std::unique_ptr<SourceTree> worktree(const git::Repository* repository, std::string root) {
    return std::make_unique<WorkTree>(repository, std::move(root));
}

} // namespace docs_lint::source
