#include "reporters/rule_link.hpp"

#include "base/uri.hpp"
#include "base/utf8.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::reporters {

std::string linked_rule(const std::string& rule, const Options& options) {
    std::string text = base::escape_invisible(rule);
    const bool has_page = !options.pages.empty() && rules::find_rule(rule) != nullptr;
    if (!options.colour || options.hook || !has_page) return text;
    const std::string page = "file://" + base::uri_path(fmt::format("{}/{}.md", options.pages, rule));
    return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", page, text);
}

} // namespace docs_lint::reporters
