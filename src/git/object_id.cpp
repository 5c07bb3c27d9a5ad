#include "git/object_id.hpp"

namespace docs_lint::git {
namespace {

std::optional<std::uint8_t> digit_value(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<std::uint8_t>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<std::uint8_t>(digit - 'a' + 10);
    if (digit >= 'A' && digit <= 'F') return static_cast<std::uint8_t>(digit - 'A' + 10);
    return std::nullopt;
}

} // namespace

std::string to_hex(const ObjectId& id) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * id.bytes.size());
    for (const std::uint8_t byte : id.bytes) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 0xFU];
    }
    return hex;
}

std::string to_short_hex(const ObjectId& id) {
    return to_hex(id).substr(0, 10);
}

std::optional<ObjectId> parse_object_id(std::string_view hex) {
    ObjectId id;
    if (hex.size() != 2 * id.bytes.size()) return std::nullopt;
    for (std::size_t at = 0; at < id.bytes.size(); ++at) {
        const auto high = digit_value(hex[2 * at]);
        const auto low = digit_value(hex[2 * at + 1]);
        if (!high || !low) return std::nullopt;
        id.bytes[at] = static_cast<std::uint8_t>(*high << 4U | *low);
    }
    return id;
}

} // namespace docs_lint::git
