#pragma once

#include <cmark-gfm.h>
#include <cstddef>
#include <string>
#include <string_view>

namespace docs_lint::markdown {

/// A character reference: what it stands for and how many bytes it is written with; 0 where it is none.
struct Entity {
    std::string text;
    std::size_t size = 0;
};

/// `text` begins with `&`. Decoded by cmark-gfm itself.
Entity decode_entity(std::string_view text, cmark_mem* memory);

} // namespace docs_lint::markdown
