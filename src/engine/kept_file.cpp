#include "engine/kept_file.hpp"

#include "base/packed.hpp"

#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>
#include <xxhash.h>

namespace docs_lint::engine {
namespace {

/// To be counted up whenever a part is written otherwise, or what it holds is found otherwise.
constexpr std::string_view kMark = "docs-lint history 3\n";
constexpr std::uint64_t kByteOrder = 0x0102030405060708;
constexpr std::size_t kPage = 4096;

std::array<std::uint64_t, 2> digest(const void* bytes, std::size_t size) {
    const XXH128_hash_t hash = XXH3_128bits(bytes, size);
    return {hash.low64, hash.high64};
}

std::size_t pages_of(std::size_t size) {
    return (size + kPage - 1) / kPage;
}

std::uint64_t checksum_of_page(std::string_view bytes, std::size_t page) {
    const std::string_view held = bytes.substr(page * kPage, kPage);
    return XXH3_64bits(held.data(), held.size());
}

std::string checksums_of_pages(std::string_view bytes) {
    base::Packer checksums;
    for (std::size_t page = 0; page < pages_of(bytes.size()); ++page)
        checksums.add(checksum_of_page(bytes, page));
    return checksums.take();
}

/// The whole file; null where it cannot be mapped.
std::shared_ptr<const void> map(const std::string& path, std::string_view& bytes) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat status {};
    const bool there =
        file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
    const std::size_t size = there ? static_cast<std::size_t>(status.st_size) : 0;
    void* const begin = there ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    if (file >= 0) ::close(file);
    if (begin == MAP_FAILED) return nullptr;
    bytes = {static_cast<const char*>(begin), size};
    return {begin, [size](void* mapped) { ::munmap(mapped, size); }};
}

/// So that a part behind it begins where it should.
std::size_t padded(std::size_t size) {
    return (size + 7) / 8 * 8;
}

/// What is known of a part's pages; a page is looked at once.
class Pages {
public:
    Pages(std::string_view bytes, std::string_view checksums)
        : bytes_(bytes), checksums_(checksums), intact_(checksums_.size()) {}

    bool are_intact(std::string_view some) {
        const auto begin = static_cast<std::size_t>(some.data() - bytes_.data());
        for (std::size_t page = begin / kPage; page * kPage < begin + some.size(); ++page)
            if (!is_intact(page)) return false;
        return true;
    }

private:
    bool is_intact(std::size_t page) {
        if (page >= intact_.size()) return false;
        if (intact_[page].load(std::memory_order_relaxed)) return true;
        const bool intact = checksums_[page] == checksum_of_page(bytes_, page);
        intact_[page].store(intact, std::memory_order_relaxed);
        return intact;
    }

    std::string_view bytes_;
    base::PackedList<std::uint64_t> checksums_;
    std::vector<std::atomic<bool>> intact_;
};

} // namespace

std::array<std::uint64_t, 2> KeptFile::checksum_of(const Header& header) {
    return digest(&header, offsetof(Header, checksum));
}

KeptFile::Part KeptFile::part_of(std::uint64_t offset, const std::string& bytes,
                                 const std::string& checksums) {
    return {offset, bytes.size(), digest(checksums.data(), checksums.size())};
}

std::shared_ptr<KeptFile> KeptFile::open(const std::string& path) {
    const auto file = std::make_shared<KeptFile>();
    file->path_ = path;
    file->mapping_ = map(path, file->bytes_);
    if (file->bytes_.size() < sizeof(Header)) return nullptr;
    std::memcpy(&file->header_, file->bytes_.data(), sizeof(Header));
    const Header& header = file->header_;
    const std::string_view mark(header.mark.data(), header.mark.size());
    const bool known = mark.starts_with(kMark) && header.byte_order == kByteOrder;
    return known && header.checksum == checksum_of(header) ? file : nullptr;
}

std::optional<std::string_view> KeptFile::find(std::uint64_t offset, std::uint64_t size) const {
    if (offset > bytes_.size() || size > bytes_.size() - offset) return std::nullopt;
    return bytes_.substr(offset, size);
}

std::optional<base::CheckedBytes> KeptFile::part(const Part& part) const {
    const auto bytes = find(part.offset, part.size);
    if (!bytes) return std::nullopt;
    const auto checksums = find(padded(part.offset + part.size), pages_of(part.size) * sizeof(std::uint64_t));
    if (!checksums || digest(checksums->data(), checksums->size()) != part.checksum) return std::nullopt;
    const auto pages = std::make_shared<Pages>(*bytes, *checksums);
    const auto file = shared_from_this();
    const auto are_intact = [file, pages](std::string_view some) {
        const bool intact = pages->are_intact(some);
        if (!intact) file->met_damage_ = true;
        return intact;
    };
    return base::CheckedBytes{*bytes, are_intact, [file] { file->met_damage_ = true; }};
}

bool KeptFile::is_intact() const {
    const auto one = first();
    const auto other = second();
    return one && one->is_whole() && other && other->is_whole();
}

void KeptFile::remove() const {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

bool KeptFile::write(const std::string& path, const std::string& first, const std::string& second) {
    const std::string of_first = checksums_of_pages(first);
    const std::string of_second = checksums_of_pages(second);
    Header header;
    kMark.copy(header.mark.data(), header.mark.size());
    header.byte_order = kByteOrder;
    header.first = part_of(sizeof header, first, of_first);
    header.second = part_of(padded(header.first.offset + first.size()) + of_first.size(), second, of_second);
    header.checksum = checksum_of(header);
    const std::string beside = path + "." + std::to_string(::getpid());
    std::error_code error;
    {
        std::ofstream file(beside, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(&header), sizeof header);
        for (const std::string* bytes : {&first, &of_first, &second, &of_second})
            file << *bytes << std::string(padded(bytes->size()) - bytes->size(), '\0');
        file.close();
        if (!file) error = std::make_error_code(std::errc::io_error);
    }
    if (!error) std::filesystem::rename(beside, path, error);
    std::error_code ignored;
    if (error) std::filesystem::remove(beside, ignored);
    return !error;
}

} // namespace docs_lint::engine
