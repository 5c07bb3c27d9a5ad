#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <utf8proc.h>
#include <utility>

namespace docs_lint::base {
namespace {

struct LookAlike {
    char32_t letter;
    char ascii;
};

// Letters of other scripts that common fonts draw like a Latin letter; sorted by code point.
constexpr std::array kLookAlikes = {
    LookAlike{0x0131, 'i'}, LookAlike{0x017F, 's'}, LookAlike{0x0251, 'a'}, LookAlike{0x0261, 'g'},
    LookAlike{0x0269, 'i'}, LookAlike{0x0391, 'a'}, LookAlike{0x0392, 'b'}, LookAlike{0x0395, 'e'},
    LookAlike{0x0396, 'z'}, LookAlike{0x0397, 'h'}, LookAlike{0x0399, 'i'}, LookAlike{0x039A, 'k'},
    LookAlike{0x039C, 'm'}, LookAlike{0x039D, 'n'}, LookAlike{0x039F, 'o'}, LookAlike{0x03A1, 'p'},
    LookAlike{0x03A4, 't'}, LookAlike{0x03A5, 'y'}, LookAlike{0x03A7, 'x'}, LookAlike{0x03B1, 'a'},
    LookAlike{0x03B5, 'e'}, LookAlike{0x03B9, 'i'}, LookAlike{0x03BD, 'v'}, LookAlike{0x03BF, 'o'},
    LookAlike{0x03C1, 'p'}, LookAlike{0x03F2, 'c'}, LookAlike{0x0405, 's'}, LookAlike{0x0406, 'i'},
    LookAlike{0x0408, 'j'}, LookAlike{0x0410, 'a'}, LookAlike{0x0412, 'b'}, LookAlike{0x0415, 'e'},
    LookAlike{0x041A, 'k'}, LookAlike{0x041C, 'm'}, LookAlike{0x041D, 'h'}, LookAlike{0x041E, 'o'},
    LookAlike{0x0420, 'p'}, LookAlike{0x0421, 'c'}, LookAlike{0x0422, 't'}, LookAlike{0x0423, 'y'},
    LookAlike{0x0425, 'x'}, LookAlike{0x0430, 'a'}, LookAlike{0x0435, 'e'}, LookAlike{0x043E, 'o'},
    LookAlike{0x0440, 'p'}, LookAlike{0x0441, 'c'}, LookAlike{0x0443, 'y'}, LookAlike{0x0445, 'x'},
    LookAlike{0x0455, 's'}, LookAlike{0x0456, 'i'}, LookAlike{0x0458, 'j'}, LookAlike{0x04CF, 'l'},
    LookAlike{0x0501, 'd'}, LookAlike{0x13A0, 'd'}, LookAlike{0x13B7, 'm'}, LookAlike{0x13D2, 'r'},
    LookAlike{0x13DA, 's'}, LookAlike{0x1D0B, 'k'}, LookAlike{0xA4D3, 'd'}, LookAlike{0xA4D0, 'b'},
    LookAlike{0xA4F0, 'e'}, LookAlike{0xA4F2, 'i'}, LookAlike{0xA4F3, 'o'},
};

char look_alike_of(char32_t value) {
    const auto* found =
        std::lower_bound(kLookAlikes.begin(), kLookAlikes.end(), value,
                         [](const LookAlike& entry, char32_t key) { return entry.letter < key; });
    return found != kLookAlikes.end() && found->letter == value ? found->ascii : '\0';
}

bool is_compatibility_letter(char32_t value) {
    const bool full_width = value >= 0xFF01 && value <= 0xFF5E;
    const bool mathematical = value >= 0x1D400 && value <= 0x1D7FF;
    const bool letter_like = value >= 0x2100 && value <= 0x214F && value != 0x2116 && value != 0x2122;
    const bool ligature = value >= 0xFB00 && value <= 0xFB06;
    return full_width || mathematical || letter_like || ligature;
}

bool is_invisible(char32_t value) {
    const bool zero_width = value == 0x00AD || value == 0x034F || value == 0x061C || value == 0x115F ||
                            value == 0x1160 || value == 0x180E || (value >= 0x200B && value <= 0x200F) ||
                            (value >= 0x2060 && value <= 0x206F) || value == 0x3164 || value == 0xFEFF ||
                            value == 0xFFA0 || (value >= 0xE0000 && value <= 0xE0FFF);
    const bool bidirectional = value >= 0x202A && value <= 0x202E;
    return zero_width || bidirectional;
}

bool is_control(char32_t value) {
    return (value < 0x20 && value != '\t' && value != '\n') || (value >= 0x7F && value < 0xA0) ||
           value == 0x2028 || value == 0x2029;
}

bool is_printable_ascii(char byte) {
    return byte >= ' ' && byte <= '~';
}

char lower_ascii(char byte) {
    return static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

/// Strikes out or crosses the letter before it.
bool is_overlay(char32_t value) {
    return (value >= 0x0335 && value <= 0x0338) || (value >= 0x20D2 && value <= 0x20D3) || value == 0x20E0 ||
           (value >= 0x20E5 && value <= 0x20E6) || (value >= 0x20EA && value <= 0x20EB);
}

bool is_deceptive(CodePoint point) {
    if (!point.valid || is_control(point.value) || is_invisible(point.value)) return true;
    if (is_overlay(point.value)) return true;
    return look_alike_of(point.value) != '\0' || is_compatibility_letter(point.value);
}

void append_folded(std::string& folded, char32_t value) {
    if (is_invisible(value) || is_control(value)) return;
    if (const char ascii = look_alike_of(value); ascii != '\0') {
        folded += ascii;
        return;
    }
    if (value < 0x80) {
        folded += lower_ascii(static_cast<char>(value));
        return;
    }
    std::array<std::int32_t, 32> parts{};
    int boundary = 0;
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                             UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto count = utf8proc_decompose_char(static_cast<std::int32_t>(value), parts.data(), parts.size(),
                                               kOptions, &boundary);
    for (std::ptrdiff_t at = 0; at < std::min<std::ptrdiff_t>(count, parts.size()); ++at) {
        const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(at)]);
        const char ascii = look_alike_of(part);
        ascii != '\0' ? folded.push_back(ascii) : append_code_point(folded, part);
    }
}

} // namespace

CodePoint decode_code_point(std::string_view text) {
    assert(!text.empty());
    std::int32_t value = 0;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const std::uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &value);
    if (size <= 0) return {0xFFFD, 1, false};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(size), true};
}

std::string lower_case(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            const char byte = text.front();
            lower += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
            text.remove_prefix(1);
            continue;
        }
        const CodePoint point = decode_code_point(text);
        if (point.valid)
            append_code_point(
                lower, static_cast<char32_t>(utf8proc_tolower(static_cast<std::int32_t>(point.value))));
        else
            lower += text.front();
        text.remove_prefix(point.size);
    }
    return lower;
}

bool is_word_character(char32_t value) {
    switch (utf8proc_category(static_cast<std::int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return false;
    }
}

void append_code_point(std::string& text, char32_t value) {
    std::array<std::uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(static_cast<std::int32_t>(value), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(decode_code_point(text).size);
    return count;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint point = decode_code_point(text.substr(at));
        if (!point.valid) return at;
        at += point.size;
    }
    return std::nullopt;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const CodePoint point = decode_code_point(text);
        const int columns = point.valid ? utf8proc_charwidth(static_cast<std::int32_t>(point.value)) : 1;
        width += static_cast<std::size_t>(std::max(columns, 0));
        text.remove_prefix(point.size);
    }
    return width;
}

std::string escape_invisible(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = decode_code_point(text);
        if (!point.valid) {
            escaped += fmt::format("<0x{:02X}>", static_cast<unsigned char>(text.front()));
        } else if (point.value == '\t') {
            escaped += ' ';
        } else if (point.value == '\n' || is_control(point.value) || is_invisible(point.value)) {
            escaped += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(point.value));
        } else {
            escaped.append(text.substr(0, point.size));
        }
        text.remove_prefix(point.size);
    }
    return escaped;
}

std::optional<std::size_t> find_deceptive_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_printable_ascii(text[at])) {
            ++at;
            continue;
        }
        const CodePoint point = decode_code_point(text.substr(at));
        if (is_deceptive(point)) return at;
        at += point.size;
    }
    return std::nullopt;
}

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_printable_ascii);
}

std::string fold_look_alikes(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (;;) {
        const auto plain =
            std::find_if_not(text.begin(), text.end(), is_printable_ascii); // most of most texts
        const std::size_t before = folded.size();
        folded.append(text.begin(), plain);
        std::transform(text.begin(), plain, folded.begin() + static_cast<std::ptrdiff_t>(before),
                       lower_ascii);
        text.remove_prefix(folded.size() - before);
        if (text.empty()) return folded;
        const CodePoint point = decode_code_point(text);
        if (point.valid) append_folded(folded, point.value);
        text.remove_prefix(point.size);
    }
}

} // namespace docs_lint::base
