#include "reporters/markdown_text.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

namespace docs_lint::reporters {

std::string escape_markdown(std::string_view text) {
    constexpr std::string_view kMarkup = "&<>\"'`*_~[]()!|\\@#:";
    std::string escaped;
    for (const char byte : base::escape_invisible(text)) {
        if (kMarkup.find(byte) == std::string_view::npos)
            escaped += byte;
        else
            escaped += fmt::format("&#{};", static_cast<unsigned char>(byte));
    }
    return escaped;
}

} // namespace docs_lint::reporters
