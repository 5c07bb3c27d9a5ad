#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace docs_lint::reporters {

/// Both put in the text as XML 1.0 can hold it: U+FFFD stands for each control character that it cannot, and
/// for each byte that is no UTF-8, so that a reader sees that something was there.
void set_attribute(pugi::xml_node node, const char* name, std::string_view text);
void add_text(pugi::xml_node node, std::string_view text);

/// Plain ASCII whatever the documents hold, and nothing that the runner of a build would obey.
std::string xml_text(const pugi::xml_document& document);

} // namespace docs_lint::reporters
