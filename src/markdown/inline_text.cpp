#include "markdown/inline_text.hpp"

#include "base/handle.hpp"
#include "markdown/characters.hpp"
#include "markdown/inline_follower.hpp"

namespace docs_lint::markdown {
namespace {

using IteratorHandle = base::Handle<cmark_iter, cmark_iter_free>;

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view{} : std::string_view(literal);
}

/// The same walk as `InlineFollower`'s, for a block whose positions could not be followed: all text, wide
/// positions.
class WideReader {
public:
    WideReader(std::size_t lines, base::Span block) : block_(block) {
        result_.lines.resize(lines);
        for (Text& line : result_.lines) line.source = block;
    }

    void visit(cmark_event_type event, cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return visit_link(event, node);
        if (event != CMARK_EVENT_ENTER) return;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            add(literal_of(node), type == CMARK_NODE_CODE);
        const bool breaks = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
        if (breaks && line_ + 1 < result_.lines.size()) ++line_;
    }

    InlineText take() { return std::move(result_); }

private:
    void add(std::string_view text, bool code) {
        if (!open_.empty()) result_.links[open_.front()].label += text;
        if (open_.size() > 1) result_.links[open_.back()].label += text;
        if (images_ > 0 || result_.lines.empty()) return;
        append_piece(result_.lines[line_], text, {0, block_, false, false, false, code});
    }

    void visit_link(cmark_event_type event, cmark_node* node) {
        const bool image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
        if (event == CMARK_EVENT_EXIT) {
            open_.pop_back();
            if (image) --images_;
            return;
        }
        open_.push_back(result_.links.size());
        result_.links.push_back({cmark_node_get_url(node), "", block_, 0, image});
        if (image) ++images_;
    }

    base::Span block_;
    InlineText result_;
    std::vector<std::size_t> open_;
    std::size_t line_ = 0;
    std::size_t images_ = 0;
};

template <typename Visitor>
void walk(cmark_node* leaf, Visitor& visitor) {
    const IteratorHandle iterator(cmark_iter_new(leaf));
    for (;;) {
        const cmark_event_type event = cmark_iter_next(iterator.get());
        if (event == CMARK_EVENT_DONE) return;
        cmark_node* node = cmark_iter_get_node(iterator.get());
        if (node != leaf) visitor.visit(event, node);
    }
}

} // namespace

InlineText read_inlines(cmark_node* leaf, const std::vector<MappedLine>& lines, base::Span block,
                        cmark_mem* memory) {
    InlineFollower follower(lines, memory);
    walk(leaf, follower);
    if (follower.arrived()) return follower.take();
    WideReader wide(lines.size(), block);
    walk(leaf, wide);
    return wide.take();
}

} // namespace docs_lint::markdown
