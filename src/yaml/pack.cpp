#include "yaml/pack.hpp"

#include <cstdint>
#include <utility>

namespace docs_lint::yaml {
namespace {

constexpr unsigned kQuoted = 0x10; // beside the kind, in a node's first byte
constexpr unsigned kLastKind = static_cast<unsigned>(NodeKind::mapping);
constexpr int kDeepest = 64; // files have 32 levels at most

void put_number(std::string& bytes, std::size_t number) {
    for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
    bytes += static_cast<char>(number);
}

void put(std::string& bytes, const Node& node) {
    bytes += static_cast<char>(static_cast<unsigned>(node.kind) | (node.quoted ? kQuoted : 0U));
    put_number(bytes, node.line);
    put_number(bytes, node.column);
    put_number(bytes, node.scalar.size());
    bytes += node.scalar;
    put_number(bytes, node.items.size());
    for (const Node& item : node.items) put(bytes, item);
    put_number(bytes, node.members.size());
    for (const Member& member : node.members) {
        put(bytes, member.key);
        put(bytes, member.value);
    }
}

/// After the first failure nothing more is taken.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    Node take_node(int depth = 0) {
        Node node;
        const unsigned first = take_byte();
        failed_ = failed_ || (first & ~kQuoted) > kLastKind || depth > kDeepest;
        if (failed_) return node;
        node.kind = static_cast<NodeKind>(first & ~kQuoted);
        node.quoted = (first & kQuoted) != 0;
        node.line = take_number();
        node.column = take_number();
        node.scalar = take_text();
        for (std::size_t left = take_count(); left > 0 && !failed_; --left)
            node.items.push_back(take_node(depth + 1));
        for (std::size_t left = take_count(); left > 0 && !failed_; --left) {
            Node key = take_node(depth + 1);
            node.members.push_back({std::move(key), take_node(depth + 1)});
        }
        return node;
    }

    [[nodiscard]] bool took_all() const { return !failed_ && rest_.empty(); }

private:
    unsigned take_byte() {
        failed_ = failed_ || rest_.empty();
        if (failed_) return 0;
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return byte;
    }

    std::size_t take_number() {
        std::size_t number = 0;
        for (unsigned shift = 0; shift < 56; shift += 7) {
            const std::size_t byte = take_byte();
            number |= (byte & 0x7FU) << shift;
            if (byte < 0x80U) return number;
        }
        failed_ = true;
        return 0;
    }

    /// Of things of which each takes at least a byte.
    std::size_t take_count() {
        const std::size_t count = take_number();
        failed_ = failed_ || count > rest_.size();
        return failed_ ? 0 : count;
    }

    std::string take_text() {
        const std::size_t size = take_count();
        std::string text(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return text;
    }

    std::string_view rest_;
    bool failed_ = false;
};

} // namespace

std::string pack(const Node& node) {
    std::string bytes;
    put(bytes, node);
    return bytes;
}

std::optional<Node> unpack(std::string_view bytes) {
    Reader reader(bytes);
    Node node = reader.take_node();
    if (!reader.took_all()) return std::nullopt;
    return node;
}

} // namespace docs_lint::yaml
