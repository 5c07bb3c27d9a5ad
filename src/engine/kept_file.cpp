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
#include <xxhash.h>

namespace docs_lint::engine {
namespace {

/// To be counted up whenever a part is written otherwise, or what it holds is found otherwise.
constexpr std::string_view kMark = "docs-lint history 2\n";
constexpr std::uint64_t kByteOrder = 0x0102030405060708;
constexpr std::size_t kPage = 4096;

std::array<std::uint64_t, 2> digest(const void* bytes, std::size_t size) {
    const XXH128_hash_t hash = XXH3_128bits(bytes, size);
    return {hash.low64, hash.high64};
}

std::uint64_t checksum_of_page(std::string_view bytes, std::size_t page) {
    const std::string_view held = bytes.substr(page * kPage, kPage);
    return XXH3_64bits(held.data(), held.size());
}

std::string checksums_of_pages(std::string_view bytes) {
    base::Packer checksums;
    for (std::size_t page = 0; page * kPage < bytes.size(); ++page)
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

} // namespace

std::array<std::uint64_t, 2> KeptFile::checksum_of(const Header& header) {
    return digest(&header, offsetof(Header, checksum));
}

KeptFile::Part KeptFile::part_of(std::uint64_t offset, const std::string& bytes) {
    return {offset, bytes.size(), digest(bytes.data(), bytes.size())};
}

KeptFile::Header KeptFile::header_of(const std::string& first, const std::string& second,
                                     const std::string& checksums) {
    Header header;
    kMark.copy(header.mark.data(), header.mark.size());
    header.byte_order = kByteOrder;
    header.first = part_of(sizeof header, first);
    header.second = part_of(padded(sizeof header + first.size()), second);
    header.page_checksums = part_of(padded(header.second.offset + second.size()), checksums);
    header.checksum = checksum_of(header);
    return header;
}

std::shared_ptr<KeptFile> KeptFile::open(const std::string& path) {
    const auto file = std::make_shared<KeptFile>();
    file->mapping_ = map(path, file->bytes_);
    if (file->bytes_.size() < sizeof(Header)) return nullptr;
    std::memcpy(&file->header_, file->bytes_.data(), sizeof(Header));
    const Header& header = file->header_;
    const std::string_view mark(header.mark.data(), header.mark.size());
    const bool known = mark.starts_with(kMark) && header.byte_order == kByteOrder;
    return known && header.checksum == checksum_of(header) ? file : nullptr;
}

std::optional<KeptFile::Bytes> KeptFile::find(const Part& part) const {
    if (part.offset > bytes_.size() || part.size > bytes_.size() - part.offset) return std::nullopt;
    return Bytes{mapping_, bytes_.substr(part.offset, part.size)};
}

std::optional<KeptFile::Bytes> KeptFile::read(const Part& part) const {
    auto bytes = find(part);
    return bytes && digest(bytes->view.data(), bytes->view.size()) == part.checksum ? bytes : std::nullopt;
}

std::optional<KeptFile::Bytes> KeptFile::second() const {
    return read(header_.page_checksums) ? find(header_.second) : std::nullopt;
}

bool KeptFile::is_intact(std::string_view bytes) const {
    const std::string_view second = bytes_.substr(header_.second.offset, header_.second.size);
    const base::PackedList<std::uint64_t> checksums(
        bytes_.substr(header_.page_checksums.offset, header_.page_checksums.size));
    const auto begin = static_cast<std::size_t>(bytes.data() - second.data());
    for (std::size_t page = begin / kPage; page * kPage < begin + bytes.size(); ++page)
        if (page >= checksums.size() || checksums[page] != checksum_of_page(second, page)) return false;
    return true;
}

bool KeptFile::write(const std::string& path, const std::string& first, const std::string& second) {
    const std::string checksums = checksums_of_pages(second);
    const Header header = header_of(first, second, checksums);
    const std::string beside = path + "." + std::to_string(::getpid());
    std::error_code error;
    {
        std::ofstream file(beside, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(&header), sizeof header);
        for (const auto& [part, bytes] :
             {std::pair(header.first, &first), {header.second, &second}, {header.page_checksums, &checksums}})
            file << std::string(part.offset - static_cast<std::size_t>(file.tellp()), '\0') << *bytes;
        file.close();
        if (!file) error = std::make_error_code(std::errc::io_error);
    }
    if (!error) std::filesystem::rename(beside, path, error);
    std::error_code ignored;
    if (error) std::filesystem::remove(beside, ignored);
    return !error;
}

} // namespace docs_lint::engine
