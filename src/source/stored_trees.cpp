#include "git/repository.hpp"
#include "source/blob_reading.hpp"

#include <algorithm>

namespace docs_lint::source {
namespace {

class Index final : public SourceTree {
public:
    explicit Index(const git::Repository& repository) : repository_(repository) {}

    [[nodiscard]] base::Result<std::vector<File>> list() const override {
        auto entries = repository_.read_index();
        if (!entries) return base::fail(std::move(entries.error()));
        return files_of(std::move(*entries));
    }
    [[nodiscard]] base::Result<std::string> read(const File& file, std::size_t limit) const override {
        return read_blob(repository_, file, limit);
    }
    [[nodiscard]] std::string name() const override { return "the index"; }

private:
    const git::Repository& repository_;
};

class CommitTree final : public SourceTree {
public:
    CommitTree(const git::Repository& repository, git::ObjectId commit)
        : repository_(repository), commit_(commit) {}

    [[nodiscard]] base::Result<std::vector<File>> list() const override {
        const auto commit = repository_.read_commit(commit_);
        if (!commit) return base::fail(commit.error());
        auto entries = repository_.list_tree(commit->tree);
        if (!entries) return base::fail(std::move(entries.error()));
        return files_of(std::move(*entries));
    }
    [[nodiscard]] base::Result<std::string> read(const File& file, std::size_t limit) const override {
        return read_blob(repository_, file, limit);
    }
    [[nodiscard]] std::string name() const override { return "commit " + git::to_short_hex(commit_); }

private:
    const git::Repository& repository_;
    git::ObjectId commit_;
};

class EntryTree final : public SourceTree {
public:
    EntryTree(const git::Repository& repository, std::vector<git::Entry> entries, std::string name)
        : repository_(repository), entries_(std::move(entries)), name_(std::move(name)) {
        std::sort(entries_.begin(), entries_.end(),
                  [](const git::Entry& a, const git::Entry& b) { return a.path < b.path; });
    }

    [[nodiscard]] base::Result<std::vector<File>> list() const override { return files_of(entries_); }
    [[nodiscard]] base::Result<std::string> read(const File& file, std::size_t limit) const override {
        return read_blob(repository_, file, limit);
    }
    [[nodiscard]] std::string name() const override { return name_; }

private:
    const git::Repository& repository_;
    std::vector<git::Entry> entries_;
    std::string name_;
};

} // namespace

std::unique_ptr<SourceTree> index(const git::Repository& repository) {
    return std::make_unique<Index>(repository);
}

std::unique_ptr<SourceTree> commit(const git::Repository& repository, git::ObjectId commit) {
    return std::make_unique<CommitTree>(repository, commit);
}

std::unique_ptr<SourceTree> entries(const git::Repository& repository, std::vector<git::Entry> entries,
                                    std::string name) {
    return std::make_unique<EntryTree>(repository, std::move(entries), std::move(name));
}

} // namespace docs_lint::source
