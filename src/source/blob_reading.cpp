#include "source/blob_reading.hpp"

#include "git/repository.hpp"

#include <fmt/format.h>

namespace docs_lint::source {
namespace {

base::Error about(const File& file, base::Error error) {
    error.message = fmt::format("{}: {}", file.path, error.message);
    return error;
}

} // namespace

std::vector<File> files_of(std::vector<git::Entry> entries) {
    std::vector<File> files;
    files.reserve(entries.size());
    for (git::Entry& entry : entries) files.push_back({std::move(entry.path), entry.mode, entry.id});
    return files;
}

base::Error too_large(const std::string& path, std::uintmax_t size, std::size_t limit) {
    return {base::ErrorKind::unverifiable,
            fmt::format("{}: {} bytes, more than the {} that a document may have", path, size, limit),
            "split the document"};
}

base::Error no_document(const File& file) {
    const char* const kind = file.mode == git::Mode::link ? "a link" : "no file";
    return {base::ErrorKind::unverifiable,
            fmt::format("{}: {}, which cannot be read as a document", file.path, kind),
            "commit the document itself"};
}

base::Result<std::string> read_blob(const git::Repository& repository, const File& file, std::size_t limit) {
    const bool is_document = is_regular(file.mode);
    if (!is_document || !file.id) return base::fail(no_document(file));
    const auto size = repository.blob_size(*file.id);
    if (!size) return base::fail(about(file, size.error()));
    if (*size > limit) return base::fail(too_large(file.path, *size, limit));
    auto content = repository.read_blob(*file.id);
    if (!content) return base::fail(about(file, std::move(content.error())));
    return content;
}

} // namespace docs_lint::source
