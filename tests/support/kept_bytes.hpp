#pragma once

#include "base/checked_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::tests {

/// Bytes as a mapped file has them, at an address that can be divided by eight, and whether damage was met.
struct KeptBytes {
    /// All but the byte at `damaged` are as they were written.
    explicit KeptBytes(const std::string& bytes, std::optional<std::size_t> damaged = std::nullopt) {
        const std::shared_ptr<std::uint64_t[]> words(new std::uint64_t[bytes.size() / 8 + 1]);
        std::memcpy(words.get(), bytes.data(), bytes.size());
        checked.view = {reinterpret_cast<const char*>(words.get()), bytes.size()};
        checked.are_intact = [words, damaged, met = met_damage](std::string_view some) {
            const auto begin =
                static_cast<std::size_t>(some.data() - reinterpret_cast<const char*>(words.get()));
            const bool intact = !damaged || *damaged < begin || *damaged >= begin + some.size();
            *met = *met || !intact;
            return intact;
        };
        checked.refuse = [met = met_damage] { *met = true; };
    }

    base::CheckedBytes checked;
    std::shared_ptr<bool> met_damage = std::make_shared<bool>(false);
};

} // namespace docs_lint::tests
