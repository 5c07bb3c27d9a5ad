#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::engine {

/// A file of two parts that is kept from run to run: the commits of a history and what they changed, or a
/// result alone. The first part has a checksum, the second one for each of its pages. It is mapped into
/// memory, so that what is not asked for is not read; nobody changes such a file in its place. Parts begin at
/// addresses that can be divided by eight.
class KeptFile {
public:
    /// Null where there is no such file, where its header is damaged, or where another version or another
    /// kind of machine wrote it.
    static std::shared_ptr<KeptFile> open(const std::string& path);

    /// Beside it first, then in its place, so that readers see a whole file or none. `second` may be empty.
    static bool write(const std::string& path, const std::string& first, const std::string& second);

    [[nodiscard]] bool has_second() const { return header_.second.size > 0; }

    struct Bytes {
        std::shared_ptr<const void> owner;
        std::string_view view; ///< lives as long as the owner
    };
    /// Nothing where the part is damaged.
    [[nodiscard]] std::optional<Bytes> read_first() const { return read(header_.first); }

    /// Nothing where it does not lie within the file. `is_intact` is to be asked before any of it is used.
    [[nodiscard]] std::optional<Bytes> second() const;

    /// Whether these bytes of the second part are as they were written. Reads the pages that they lie in.
    [[nodiscard]] bool is_intact(std::string_view bytes) const;

private:
    struct Part {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::array<std::uint64_t, 2> checksum{};
    };
    struct Header {
        std::array<char, 24> mark{};
        std::uint64_t byte_order = 0;
        Part first;
        Part second;
        Part page_checksums;                     ///< of the second part
        std::array<std::uint64_t, 2> checksum{}; ///< of all above
    };

    static Part part_of(std::uint64_t offset, const std::string& bytes);
    static Header header_of(const std::string& first, const std::string& second,
                            const std::string& checksums);
    static std::array<std::uint64_t, 2> checksum_of(const Header& header);

    [[nodiscard]] std::optional<Bytes> find(const Part& part) const;
    [[nodiscard]] std::optional<Bytes> read(const Part& part) const;

    std::shared_ptr<const void> mapping_;
    std::string_view bytes_; ///< of the whole file
    Header header_;
};

} // namespace docs_lint::engine
