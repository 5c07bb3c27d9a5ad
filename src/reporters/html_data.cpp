#include "reporters/html_data.hpp"

#include "base/utf8.hpp"

namespace docs_lint::reporters {

using kainjow::mustache::data;

data html_object() {
    return data(data::type::object);
}

data html_list() {
    return data(data::type::list);
}

void put(data& into, const char* key, std::string_view text) {
    into.set(key, data(base::escape_invisible(text)));
}

} // namespace docs_lint::reporters
