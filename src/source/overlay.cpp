#include "git/digest.hpp"
#include "source/blob_reading.hpp"
#include "source/source_tree.hpp"

#include <algorithm>

namespace docs_lint::source {
namespace {

class Overlay final : public SourceTree {
public:
    Overlay(std::unique_ptr<SourceTree> below, std::map<std::string, std::string> texts)
        : below_(std::move(below)), texts_(std::move(texts)) {}

    [[nodiscard]] base::Result<std::vector<File>> list() const override {
        auto files = below_->files();
        if (!files) return files;
        std::erase_if(*files, [this](const File& file) { return texts_.count(file.path) > 0; });
        for (const auto& [path, text] : texts_)
            files->push_back({path, git::Mode::file, git::digest_of(text)});
        std::sort(files->begin(), files->end(),
                  [](const File& left, const File& right) { return left.path < right.path; });
        return files;
    }

    [[nodiscard]] base::Result<std::string> read(const File& file, std::size_t limit) const override {
        const auto laid_over = texts_.find(file.path);
        if (laid_over == texts_.end()) return below_->read(file, limit);
        if (laid_over->second.size() > limit)
            return base::fail(too_large(file.path, laid_over->second.size(), limit));
        return laid_over->second;
    }

    [[nodiscard]] std::string name() const override { return below_->name(); }

private:
    std::unique_ptr<SourceTree> below_;
    std::map<std::string, std::string> texts_;
};

} // namespace

std::unique_ptr<SourceTree> overlay(std::unique_ptr<SourceTree> below,
                                    std::map<std::string, std::string> texts) {
    return std::make_unique<Overlay>(std::move(below), std::move(texts));
}

} // namespace docs_lint::source
