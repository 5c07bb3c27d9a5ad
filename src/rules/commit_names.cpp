#include "rules/commit_names.hpp"

namespace docs_lint::rules {

std::string commit_name(std::string_view full_id) {
    return full_id.empty() ? "this change" : "commit " + short_id(full_id);
}

std::string short_id(std::string_view full_id) {
    return std::string(full_id.substr(0, 10));
}

} // namespace docs_lint::rules
