#include "markdown/entity.hpp"

#include <algorithm>
#include <cmark-gfm/houdini.h>

namespace docs_lint::markdown {
namespace {

// No named reference is longer, and numeric ones have at most seven digits.
constexpr std::size_t kLongest = 48;

} // namespace

Entity decode_entity(std::string_view text, cmark_mem* memory) {
    const std::size_t end = text.substr(0, kLongest).find(';');
    if (end == std::string_view::npos || end < 2) return {};
    cmark_strbuf decoded;
    cmark_strbuf_init(memory, &decoded, 0);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + 1;
    const bufsize_t used =
        houdini_unescape_ent(&decoded, bytes, static_cast<bufsize_t>(std::min(text.size(), kLongest)) - 1);
    if (used == 0) return {};
    return {std::string(reinterpret_cast<const char*>(decoded.ptr), static_cast<std::size_t>(decoded.size)),
            static_cast<std::size_t>(used) + 1};
}

} // namespace docs_lint::markdown
