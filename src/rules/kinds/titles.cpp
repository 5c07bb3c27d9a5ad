#include "rules/kinds/titles.hpp"

#include "base/text.hpp"
#include "model/block_tree.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::kinds {
namespace {

/// `2.1 Context` and `3) Context` read `Context`.
std::string_view without_number(std::string_view heading) {
    if (heading.empty() || !model::is_digit(heading.front())) return heading;
    const std::size_t end = heading.find_first_not_of("0123456789.)");
    return end == std::string_view::npos ? heading : heading.substr(end);
}

} // namespace

bool bears_title(std::string_view heading, const std::vector<std::string>& titles) {
    const std::string bare = model::without_glyphs(heading);
    const std::string whole = base::normalise_name(bare);
    const std::string unnumbered = base::normalise_name(without_number(bare));
    return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
        const std::string wanted = base::normalise_name(title);
        return wanted == whole || wanted == unnumbered;
    });
}

std::vector<const model::Section*> sections_titled(const model::Document& document,
                                                   const std::vector<std::string>& titles) {
    const auto hidden = model::hidden_parts(model::BlockTree(*document.ast), document.text);
    std::vector<const model::Section*> found;
    for (const model::Section& section : document.sections)
        if (bears_title(section.title, titles) && !model::lies_in_any(hidden, section.heading))
            found.push_back(&section);
    return found;
}

std::string quoted(const std::vector<std::string>& names) {
    std::vector<std::string> marked;
    for (const std::string& name : names) marked.push_back(fmt::format("\"{}\"", name));
    return base::list_in_words(marked, "or");
}

} // namespace docs_lint::rules::kinds
