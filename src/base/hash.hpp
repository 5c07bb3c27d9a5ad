#pragma once

#include <cstdint>
#include <string_view>

namespace docs_lint::base {

/// FNV-1a, 64 bits: the same on every machine and in every version. Nothing may rest on its strength.
constexpr std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return hash;
}

} // namespace docs_lint::base
