#include "source/blob_reading.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::source {
namespace {

class Memory final : public SourceTree {
public:
    explicit Memory(std::vector<MemoryFile> files) : files_(std::move(files)) {
        std::stable_sort(files_.begin(), files_.end(),
                         [](const MemoryFile& a, const MemoryFile& b) { return a.path < b.path; });
    }

    [[nodiscard]] base::Result<std::vector<File>> list() const override {
        std::vector<File> listed;
        for (const MemoryFile& file : files_) listed.push_back({file.path, file.mode, std::nullopt});
        return listed;
    }

    [[nodiscard]] base::Result<std::string> read(const File& file, std::size_t limit) const override {
        if (file.mode != git::Mode::file && file.mode != git::Mode::executable)
            return base::fail(no_document(file));
        const auto found = std::find_if(files_.begin(), files_.end(), [&](const MemoryFile& candidate) {
            return candidate.path == file.path;
        });
        if (found == files_.end())
            return base::fail(base::ErrorKind::unverifiable,
                              fmt::format("{}: there is no such file", file.path));
        if (found->content.size() > limit)
            return base::fail(too_large(file.path, found->content.size(), limit));
        return found->content;
    }

    [[nodiscard]] std::string name() const override { return "the given text"; }

private:
    std::vector<MemoryFile> files_;
};

} // namespace

std::unique_ptr<SourceTree> memory(std::vector<MemoryFile> files) {
    return std::make_unique<Memory>(std::move(files));
}

} // namespace docs_lint::source
