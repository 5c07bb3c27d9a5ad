#include "model/hidden_html.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;

bool finds(std::string_view text, const re2::RE2& pattern) {
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

const re2::RE2& opening_tag() {
    static const re2::RE2 pattern(
        R"((?is)(<(?:del|s|strike|template|noscript|script|style|textarea|title|iframe|object|svg|math|select|datalist|dialog|audio|video|canvas|noembed|noframes|xmp|plaintext)[\s>]|<[a-z][^>]*(?:\shidden|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0|font-size\s*:\s*0)))");
    return pattern;
}

bool opens(std::string_view html) {
    return finds(html, opening_tag());
}

/// The lines that hold `span`; of a table's row the cell.
std::string_view lines_around(std::string_view text, base::Span span) {
    const std::size_t before =
        span.begin == 0 ? std::string_view::npos : text.find_last_of("\r\n|", span.begin - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of("\r\n|", span.end), text.size());
    return text.substr(begin, end - begin);
}

bool closes(std::string_view html) {
    static const re2::RE2 pattern(R"(</[A-Za-z])");
    return finds(html, pattern);
}

} // namespace

std::vector<base::Span> hidden_parts(const BlockTree& tree, std::string_view text) {
    std::vector<base::Span> parts;
    bool open = false;
    for (std::size_t index = 1; index < tree.size(); ++index) {
        if (tree[index].kind != BlockKind::html) continue;
        const base::Span source = tree[index].source;
        const std::string_view html = text.substr(source.begin, source.size());
        if (!open && opens(html)) {
            open = !closes(html);
            if (open) parts.push_back({source.begin, text.size()});
        } else if (open && closes(html)) {
            parts.back().end = source.end;
            open = false;
        }
    }
    return parts;
}

std::vector<markdown::Text> visible_lines(const markdown::Block& html) {
    static const re2::RE2 unseen(R"((?s)(<!--.*?(?:-->|\z)|</?[A-Za-z!][^>]*>))");
    std::string text;
    for (const markdown::Text& line : html.lines) text += line.text + '\n';
    if (opens(text)) return {};
    re2::StringPiece rest(text);
    for (re2::StringPiece part; re2::RE2::FindAndConsume(&rest, unseen, &part);) {
        const auto begin = text.begin() + (part.data() - text.data());
        std::replace_if(
            begin, begin + static_cast<std::ptrdiff_t>(part.size()), [](char byte) { return byte != '\n'; },
            ' ');
    }
    std::vector<markdown::Text> lines;
    const auto parts = base::split(text, '\n');
    for (std::size_t at = 0; at < html.lines.size(); ++at)
        lines.push_back({std::string(parts[at]), html.lines[at].pieces, html.lines[at].source});
    return lines;
}

bool lies_in_any(const std::vector<base::Span>& parts, base::Span span) {
    const auto behind =
        std::upper_bound(parts.begin(), parts.end(), span.begin,
                         [](std::size_t begin, base::Span part) { return begin < part.begin; });
    return behind != parts.begin() && (behind - 1)->contains(span.begin);
}

bool has_html_around(std::string_view text, base::Span span) {
    static const re2::RE2 tag(
        R"(</?(?:[Bb][A-QS-Za-qs-z0-9]|[Bb][Rr][A-Za-z0-9]|[Bb][\s/>]|[AC-Zac-z])[A-Za-z0-9-]*(?:\s[^<>]*)?/?>)");
    return finds(lines_around(text, span), tag);
}

bool is_hidden_by_html(std::string_view text, base::Span span, std::string_view visible) {
    const std::string_view lines = lines_around(text, span);
    re2::StringPiece rest(lines.data(), lines.size());
    for (std::string tag; re2::RE2::FindAndConsume(&rest, opening_tag(), &tag);)
        if (visible.find(tag) == std::string_view::npos) return true;
    return false;
}

} // namespace docs_lint::model
