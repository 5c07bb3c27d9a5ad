#include "reporters/xml_text.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <fmt/format.h>

namespace docs_lint::reporters {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// The production `Char` of XML 1.0; a decoded code point is never a surrogate.
bool can_be_held(char32_t value) {
    if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
    return value != 0xFFFE && value != 0xFFFF;
}

class TextWriter : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }
    std::string text;
};

/// The second of two `#` or `:` becomes a reference, which reads as the same character.
bool would_begin_a_command(std::string_view text, std::size_t at) {
    return at > 0 && text[at] == text[at - 1] && (text[at] == '#' || text[at] == ':');
}

std::string plain_ascii(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decode_code_point(text.substr(at));
        // A carriage return that stands for itself is read as a line feed.
        if (point.value > 0x7E || point.value == '\r' || would_begin_a_command(text, at))
            plain += fmt::format("&#{};", static_cast<std::uint32_t>(point.value));
        else
            plain += text[at];
        at += point.size;
    }
    return plain;
}

std::string content_of(std::string_view text) {
    std::string content;
    while (!text.empty()) {
        const base::CodePoint point = base::decode_code_point(text);
        base::append_code_point(content, can_be_held(point.value) ? point.value : kReplacement);
        text.remove_prefix(point.size);
    }
    return content;
}

} // namespace

void set_attribute(pugi::xml_node node, const char* name, std::string_view text) {
    node.append_attribute(name).set_value(content_of(text).c_str());
}

void add_text(pugi::xml_node node, std::string_view text) {
    node.append_child(pugi::node_pcdata).set_value(content_of(text).c_str());
}

std::string xml_text(const pugi::xml_document& document) {
    TextWriter writer;
    document.save(writer, "  ", pugi::format_default, pugi::encoding_utf8);
    return plain_ascii(writer.text);
}

} // namespace docs_lint::reporters
