#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::engine {

/// A file of two parts, each with a checksum: the commits of a history, and what they changed. It is mapped
/// into memory, so that what is not asked for is not read; nobody changes such a file in its place. Parts
/// begin at addresses that can be divided by eight.
class HistoryFile {
public:
    /// Null where there is no such file, where its header is damaged, or where another version or another
    /// kind of machine wrote it.
    static std::shared_ptr<HistoryFile> open(const std::string& path);

    /// Beside it first, then in its place, so that readers see a whole file or none. `changes` may be empty.
    static bool write(const std::string& path, const std::string& graph, const std::string& changes);

    [[nodiscard]] bool has_changes() const { return header_.changes.size > 0; }

    struct Bytes {
        std::shared_ptr<const void> owner;
        std::string_view view; ///< lives as long as the owner
    };
    /// Nothing where the part is damaged.
    [[nodiscard]] std::optional<Bytes> read_graph() const { return read(header_.graph); }
    [[nodiscard]] std::optional<Bytes> read_changes() const { return read(header_.changes); }

private:
    struct Part {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::array<std::uint64_t, 2> checksum{};
    };
    struct Header {
        std::array<char, 24> mark{};
        std::uint64_t byte_order = 0;
        Part graph;
        Part changes;
        std::array<std::uint64_t, 2> checksum{}; ///< of all above
    };

    static Part part_of(std::uint64_t offset, const std::string& bytes);
    static Header header_of(const std::string& graph, const std::string& changes);
    static std::array<std::uint64_t, 2> checksum_of(const Header& header);

    [[nodiscard]] std::optional<Bytes> read(const Part& part) const;

    std::shared_ptr<const void> mapping_;
    std::string_view bytes_; ///< of the whole file
    Header header_;
};

} // namespace docs_lint::engine
