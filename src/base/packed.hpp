#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace docs_lint::base {

/// Values laid side by side as this machine holds them: for files that only the machine that wrote them
/// reads.
class Packer {
public:
    template <typename Value>
    void add(const Value& value) {
        static_assert(std::is_trivially_copyable_v<Value> && std::has_unique_object_representations_v<Value>);
        const std::size_t at = bytes_.size();
        bytes_.resize(at + sizeof value);
        std::memcpy(bytes_.data() + at, &value, sizeof value);
    }

    void add_bytes(std::string_view bytes) { bytes_.append(bytes); }

    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Values in a row, read where they lie.
template <typename Value>
class PackedList {
public:
    PackedList() = default;
    explicit PackedList(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::size_t size() const { return bytes_.size() / sizeof(Value); }

    /// Where all of them lie.
    [[nodiscard]] std::string_view bytes() const { return bytes_; }

    /// Where these lie; asserts that they are there.
    [[nodiscard]] std::string_view bytes(std::size_t first, std::size_t count) const {
        return bytes_.substr(first * sizeof(Value), count * sizeof(Value));
    }

    /// Asserts that `at` is below the size.
    [[nodiscard]] Value operator[](std::size_t at) const {
        Value value;
        std::memcpy(&value, bytes_.data() + at * sizeof value, sizeof value);
        return value;
    }

private:
    std::string_view bytes_;
};

/// Takes them apart again, and never reads behind their end.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    template <typename Value>
    std::optional<Value> take() {
        const auto bytes = take_bytes(sizeof(Value));
        if (!bytes) return std::nullopt;
        Value value;
        std::memcpy(&value, bytes->data(), sizeof value);
        return value;
    }

    /// They live as long as the bytes.
    template <typename Value>
    std::optional<PackedList<Value>> take_list(std::size_t count) {
        static_assert(std::is_trivially_copyable_v<Value>);
        if (count > rest_.size() / sizeof(Value)) return std::nullopt;
        return PackedList<Value>(*take_bytes(count * sizeof(Value)));
    }

    std::optional<std::string_view> take_bytes(std::size_t size) {
        if (size > rest_.size()) return std::nullopt;
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }

    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

} // namespace docs_lint::base
