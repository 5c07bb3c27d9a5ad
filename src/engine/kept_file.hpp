#pragma once

#include "base/checked_bytes.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::engine {

/// A file of two parts that is kept from run to run: the commits of a history and what they changed, or a
/// time and a result. It is mapped into memory and has a checksum for each of its pages, so that what is not
/// asked for is not read; nobody changes such a file in its place. Parts begin at addresses that can be
/// divided by eight.
class KeptFile : public std::enable_shared_from_this<KeptFile> {
public:
    /// Null where there is no such file, where its header is damaged, or where another version or another
    /// kind of machine wrote it.
    static std::shared_ptr<KeptFile> open(const std::string& path);

    /// Beside it first, then in its place, so that readers see a whole file or none. `second` may be empty.
    static bool write(const std::string& path, const std::string& first, const std::string& second);

    [[nodiscard]] bool has_second() const { return header_.second.size > 0; }

    /// The parts, to be read page by page; nothing where that cannot be checked.
    [[nodiscard]] std::optional<base::CheckedBytes> first() const { return part(header_.first); }
    [[nodiscard]] std::optional<base::CheckedBytes> second() const { return part(header_.second); }

    /// All of both parts is as it was written.
    [[nodiscard]] bool is_intact() const;

    /// Something was asked for that is not as it was written.
    [[nodiscard]] bool met_damage() const { return met_damage_; }

    /// So that nobody meets the damage again.
    void remove() const;

private:
    struct Part {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::array<std::uint64_t, 2> checksum{}; ///< of the checksums of its pages, which stand behind it
    };
    struct Header {
        std::array<char, 24> mark{};
        std::uint64_t byte_order = 0;
        Part first;
        Part second;
        std::array<std::uint64_t, 2> checksum{}; ///< of all above
    };

    static Part part_of(std::uint64_t offset, const std::string& bytes, const std::string& checksums);
    static std::array<std::uint64_t, 2> checksum_of(const Header& header);

    [[nodiscard]] std::optional<base::CheckedBytes> part(const Part& part) const;
    [[nodiscard]] std::optional<std::string_view> find(std::uint64_t offset, std::uint64_t size) const;

    std::string path_;
    std::shared_ptr<const void> mapping_;
    std::string_view bytes_; ///< of the whole file
    Header header_;
    mutable std::atomic<bool> met_damage_ = false;
};

} // namespace docs_lint::engine
