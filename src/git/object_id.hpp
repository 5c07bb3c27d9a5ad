#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::git {

/// The SHA-1 name of an object.
struct ObjectId {
    std::array<std::uint8_t, 20> bytes{};

    friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
    [[nodiscard]] bool is_zero() const { return *this == ObjectId{}; }
};

/// 40 lower-case hexadecimal digits.
std::string to_hex(const ObjectId& id);

/// The first 10 digits: how a commit is named to people.
std::string to_short_hex(const ObjectId& id);

/// From exactly 40 hexadecimal digits.
std::optional<ObjectId> parse_object_id(std::string_view hex);

} // namespace docs_lint::git

template <>
struct std::hash<docs_lint::git::ObjectId> {
    std::size_t operator()(const docs_lint::git::ObjectId& id) const noexcept {
        std::size_t value = 0;
        for (std::size_t at = 0; at < sizeof value; ++at) value = value << 8 | id.bytes[at];
        return value;
    }
};
