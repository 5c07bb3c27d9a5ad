#include "base/text.hpp"
#include "model/record_readers.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;

/// A reader sees the character: it is an example in code, not a comment.
bool is_visible(const Block& block, std::size_t offset) {
    const auto shows = [&](const markdown::Text& line) {
        return std::any_of(line.pieces.begin(), line.pieces.end(),
                           [&](const auto& piece) { return piece.source.contains(offset); });
    };
    for (const auto& row : block.rows)
        if (row.source.contains(offset) && std::any_of(row.cells.begin(), row.cells.end(), shows))
            return true;
    return std::any_of(block.lines.begin(), block.lines.end(), [&](const markdown::Text& line) {
        return line.source.contains(offset) && shows(line);
    });
}

bool is_comment(const Block& block, std::size_t offset) {
    if (block.kind == BlockKind::html) return true;
    if (block.kind == BlockKind::code || block.kind == BlockKind::front_matter) return false;
    return !is_visible(block, offset);
}

void read_rules(SuppressionComment& comment, std::string_view list) {
    for (const std::string_view name : base::split(list, ',')) {
        const std::string_view rule = base::trim(name);
        if (rule.empty())
            comment.malformed = true;
        else
            comment.rules.emplace_back(rule);
    }
}

SuppressionComment read_comment(std::string_view inside) {
    static const re2::RE2 form(R"(\s*ignore\[([^\]\n]*)\]((?:\s+(?:until=\S+|reason="[^"\n]*"))*)\s*)");
    static const re2::RE2 reason(R"(\sreason="([^"\n]*)\")");
    static const re2::RE2 until(R"(\suntil=(\S+))");
    SuppressionComment comment;
    std::string rules;
    std::string rest;
    comment.malformed =
        !re2::RE2::FullMatch(re2::StringPiece(inside.data(), inside.size()), form, &rules, &rest);
    if (comment.malformed) return comment;
    read_rules(comment, rules);
    re2::RE2::PartialMatch(rest, reason, &comment.reason);
    comment.reason = std::string(base::trim(comment.reason));
    re2::RE2::GlobalReplace(&rest, reason, " ");
    if (re2::RE2::PartialMatch(rest, until, &comment.until_text)) {
        comment.until = base::parse_date(comment.until_text);
        comment.malformed = comment.malformed || !comment.until;
    }
    return comment;
}

/// The next sibling of each block that is no HTML, or zero.
std::vector<std::size_t> blocks_behind(const BlockTree& tree) {
    std::vector<std::size_t> behind(tree.size());
    for (std::size_t index = tree.size(); index-- > 1;) {
        const std::size_t next = tree.next_sibling(index);
        behind[index] = next != 0 && tree[next].kind == BlockKind::html ? behind[next] : next;
    }
    return behind;
}

/// The next block, or the line beside which the comment stands.
base::Span covered(const BlockTree& tree, const std::vector<std::size_t>& behind, std::size_t index,
                   base::Span comment, const base::LineIndex& lines) {
    if (tree[index].kind != BlockKind::html) {
        const base::Span own = lines.line(lines.line_of(comment.begin));
        return base::join(
            own, lines.line(lines.line_of(comment.end > comment.begin ? comment.end - 1 : comment.end)));
    }
    const std::size_t next = behind[index];
    return next == 0 ? base::Span{comment.end, comment.end} : tree[next].source;
}

} // namespace

std::vector<SuppressionComment> read_suppressions(const BlockTree& tree, std::string_view text,
                                                  const base::LineIndex& lines) {
    static const re2::RE2 opening(R"(<!--\s*docs-lint:)");
    std::vector<SuppressionComment> comments;
    if (text.find("docs-lint:") == std::string_view::npos) return comments;
    const std::vector<std::size_t> behind = blocks_behind(tree);
    const re2::StringPiece input(text.data(), text.size());
    re2::StringPiece found;
    for (std::size_t from = 0; opening.Match(input, from, text.size(), re2::RE2::UNANCHORED, &found, 1);) {
        const auto begin = static_cast<std::size_t>(found.data() - text.data());
        const std::size_t inside = begin + found.size();
        const std::size_t end = text.find("-->", inside);
        from = end == std::string_view::npos ? text.size() : end + 3;
        const std::size_t block = tree.block_at(begin);
        if (!is_comment(tree[block], begin)) {
            from = inside;
            continue;
        }
        const std::string_view content = text.substr(inside, std::min(end, text.size()) - inside);
        SuppressionComment comment = read_comment(content);
        comment.malformed = comment.malformed || end == std::string_view::npos;
        comment.source = {begin, from};
        comment.covers = covered(tree, behind, block, comment.source, lines);
        comments.push_back(std::move(comment));
    }
    return comments;
}

} // namespace docs_lint::model
