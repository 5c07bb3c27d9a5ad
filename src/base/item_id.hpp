#pragma once

#include <string>

namespace docs_lint::base {

/// A pattern of RE2 for an item's id: `rest`, or before it words, the year and a number (`DEF-2026-014`),
/// which every shorter form would cut off behind the year.
inline std::string item_id_or(const char* rest) {
    return std::string("(?:[A-Za-z]+-)+20[0-9]{2}-[0-9]+|") + rest;
}

} // namespace docs_lint::base
