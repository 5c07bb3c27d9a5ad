#pragma once

#include <kainjow/mustache.hpp>
#include <string_view>

namespace docs_lint::reporters {

kainjow::mustache::data html_object();
kainjow::mustache::data html_list();

/// Gives an object a text, in which what a reader cannot see is written out. The page's template escapes it.
void put(kainjow::mustache::data& into, const char* key, std::string_view text);

} // namespace docs_lint::reporters
