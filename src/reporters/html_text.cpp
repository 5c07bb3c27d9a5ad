#include "reporters/html_text.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

namespace docs_lint::reporters {

std::string html_text(std::string_view text) {
    return kainjow::mustache::html_escape(base::escape_invisible(text));
}

/// What is no letter or digit becomes its number between underscores, so that two texts never share one.
std::string html_anchor(std::string_view prefix, std::string_view text) {
    std::string anchor(prefix);
    anchor += '-';
    for (const char byte : text) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
        anchor += plain ? std::string(1, byte) : fmt::format("_{:x}_", static_cast<unsigned char>(byte));
    }
    return anchor;
}

} // namespace docs_lint::reporters
