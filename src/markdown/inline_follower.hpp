#pragma once

#include "markdown/inline_text.hpp"
#include "markdown/source_lines.hpp"

#include <cmark-gfm.h>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::markdown {

/// Follows cmark-gfm's inline nodes through the text that they were made of. Every byte of the text is
/// accounted for: it is visible, or an escape, entity, emphasis mark, link part, HTML or blank at a line's
/// end. So a position is either right or the follower notices that it lost its way.
class InlineFollower {
public:
    InlineFollower(const std::vector<MappedLine>& lines, cmark_mem* memory);

    void visit(cmark_event_type event, cmark_node* node);

    /// All text was followed to its end.
    [[nodiscard]] bool arrived();

    InlineText take() { return std::move(result_); }

private:
    struct OpenLink {
        std::size_t index = 0;
        std::size_t begin = 0;
        bool autolink = false;
    };

    void enter(cmark_node* node);
    void leave(cmark_node* node);
    void text(std::string_view literal);
    std::size_t plain_run(std::string_view literal);
    bool escape(std::string_view literal);
    std::size_t entity(std::string_view literal);
    std::size_t shortcode(std::string_view literal);
    void code(std::string_view literal);
    void code_lines(base::Span inner);
    void html(std::string_view literal);
    void line_break(bool hard);
    void marks(std::size_t count);
    void enter_link(cmark_node* node, bool image);
    void leave_link(bool image);

    void show(base::Span span);
    void show_decoded(base::Span span, std::string_view visible);
    void add_to_labels(std::string_view visible);
    void expect(std::string_view part);
    void move_to(std::size_t at);
    void skip_blanks();
    [[nodiscard]] char peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool in_autolink() const { return !open_.empty() && open_.back().autolink; }
    [[nodiscard]] base::Span in_line(base::Span span) const;
    [[nodiscard]] std::size_t line_at(std::size_t offset) const;
    [[nodiscard]] base::Span source_of(base::Span span) const;

    const std::vector<MappedLine>& lines_;
    cmark_mem* memory_;
    std::string content_;
    std::vector<std::size_t> line_begins_;
    InlineText result_;
    std::vector<OpenLink> open_;
    Piece style_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
    std::size_t strong_ = 0;
    std::size_t emphasis_ = 0;
    std::size_t images_ = 0;
    std::size_t struck_ = 0; ///< elements that strike out and are open
    bool lost_ = false;
};

} // namespace docs_lint::markdown
