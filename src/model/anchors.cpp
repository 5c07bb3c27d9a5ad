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
    const std::string lower = base::lower_case(title);
    std::string slug;
    for (std::string_view rest = lower; !rest.empty();) {
        const base::CodePoint point = base::decode_code_point(rest);
        if (point.value == ' ' || point.value == '-')
            slug += '-';
        else if (base::is_word_character(point.value))
            slug += rest.substr(0, point.size);
        rest.remove_prefix(point.size);
    }
    return slug;
}

/// Documents without one need no pattern for what stands in it.
bool has_tag(std::string_view text) {
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1))
        if (at + 1 < text.size() && is_letter(text[at + 1])) return true;
    return false;
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
    if (has_tag(text)) add_tags(anchors, text);
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
