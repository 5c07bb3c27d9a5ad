#include "model/anchors.hpp"

#include "base/utf8.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <map>
#include <re2/re2.h>
#include <set>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;

/// Lower case; letters, marks, digits, `_` and `-` stay, a blank becomes `-`.
std::string slug_of(std::string_view title) {
    static const re2::RE2 dropped(R"([^\p{L}\p{M}\p{Nd}\p{Pc}\- ])");
    std::string slug = base::lower_case(title);
    re2::RE2::GlobalReplace(&slug, dropped, "");
    std::replace(slug.begin(), slug.end(), ' ', '-');
    return slug;
}

void add_headings(std::set<std::string>& anchors, const BlockTree& tree) {
    std::map<std::string, std::size_t> uses;
    for (std::size_t index = 1; index < tree.size(); ++index) {
        if (tree[index].kind != BlockKind::heading) continue;
        std::string slug = slug_of(join_lines(tree[index].lines).trimmed().text);
        const std::size_t before = uses[slug]++;
        if (before > 0) slug += "-" + std::to_string(before);
        anchors.insert(anchor_key(slug));
    }
}

void add_tags(std::set<std::string>& anchors, std::string_view text) {
    static const re2::RE2 pattern(
        R"((?i)<[a-z][a-z0-9]*\b[^<>]*?\s(?:id|name)\s*=\s*(?:"([^"<>]*)\"|'([^'<>]*)'|([^\s"'<>]+)))");
    re2::StringPiece rest(text.data(), text.size());
    std::string quoted;
    std::string single;
    std::string plain;
    while (re2::RE2::FindAndConsume(&rest, pattern, &quoted, &single, &plain))
        anchors.insert(anchor_key(quoted + single + plain));
}

} // namespace

std::vector<std::string> read_anchors(const BlockTree& tree, std::string_view text) {
    std::set<std::string> anchors;
    add_headings(anchors, tree);
    add_tags(anchors, text);
    return {anchors.begin(), anchors.end()};
}

std::string anchor_key(std::string_view anchor) {
    constexpr std::string_view kSelector = "\xEF\xB8\x8F";
    std::string key = base::lower_case(anchor);
    for (std::size_t at = key.find(kSelector); at != std::string::npos; at = key.find(kSelector, at))
        key.erase(at, kSelector.size());
    const std::size_t begin = key.find_first_not_of('-');
    if (begin == std::string::npos) return {};
    return key.substr(begin, key.find_last_not_of('-') - begin + 1);
}

} // namespace docs_lint::model
