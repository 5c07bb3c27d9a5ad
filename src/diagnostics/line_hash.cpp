#include "diagnostics/line_hash.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>
#include <unordered_map>
#include <utility>

namespace docs_lint::diagnostics {
namespace {

constexpr std::size_t kCharacters = 100; // of a line's hash
constexpr std::uint64_t kFactor = 37;
constexpr char16_t kEndOfText = 0xFFFF;

/// What is hashed of a text: UTF-16 without blanks and tabs, each line ending as one LF.
struct Units {
    std::vector<char16_t> all;
    std::vector<std::size_t> line_starts;
};

class UnitsReader {
public:
    void take(char32_t value) {
        const bool ends_pair = value == '\n' && after_return_;
        after_return_ = value == '\r';
        if (value == ' ' || value == '\t' || ends_pair) return;
        if (value > 0xFFFF) {
            append(static_cast<char16_t>(0xD800 + ((value - 0x10000) >> 10)));
            append(static_cast<char16_t>(0xDC00 + ((value - 0x10000) & 0x3FF)));
        } else {
            append(value == '\r' ? u'\n' : static_cast<char16_t>(value));
        }
    }

    /// A line that begins near the end is hashed with what would be zeros behind it.
    Units finish() {
        append(kEndOfText);
        units_.all.resize(units_.all.size() + kCharacters);
        return std::move(units_);
    }

private:
    void append(char16_t unit) {
        if (units_.all.empty() || units_.all.back() == u'\n') units_.line_starts.push_back(units_.all.size());
        units_.all.push_back(unit);
    }

    Units units_;
    bool after_return_ = false;
};

Units units_of(std::string_view text) {
    UnitsReader reader;
    while (!text.empty()) {
        const base::CodePoint point = base::decode_code_point(text);
        reader.take(point.value);
        text.remove_prefix(point.size);
    }
    return reader.finish();
}

/// Of everything before each place, modulo 2^64; the last is that of all.
std::vector<std::uint64_t> hashes_up_to(const std::vector<char16_t>& units) {
    std::vector<std::uint64_t> hashes = {0};
    hashes.reserve(units.size() + 1);
    for (const char16_t unit : units) hashes.push_back(hashes.back() * kFactor + unit);
    return hashes;
}

constexpr std::uint64_t power_of_factor() {
    std::uint64_t power = 1;
    for (std::size_t count = 0; count < kCharacters; ++count) power *= kFactor;
    return power;
}

} // namespace

std::vector<LineHash> line_hashes(std::string_view text) {
    if (base::find_invalid_utf8(text)) return {};
    const Units units = units_of(text);
    const std::vector<std::uint64_t> up_to = hashes_up_to(units.all);
    std::vector<LineHash> hashes;
    std::unordered_map<std::uint64_t, std::size_t> seen;
    for (const std::size_t start : units.line_starts) {
        const std::uint64_t value = up_to[start + kCharacters] - up_to[start] * power_of_factor();
        hashes.push_back({value, ++seen[value]});
    }
    return hashes;
}

std::string to_string(const LineHash& hash) {
    return fmt::format("{:x}:{}", hash.value, hash.occurrence);
}

} // namespace docs_lint::diagnostics
