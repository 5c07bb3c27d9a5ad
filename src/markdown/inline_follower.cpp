#include "markdown/inline_follower.hpp"

#include "base/text.hpp"
#include "markdown/characters.hpp"
#include "markdown/code_span.hpp"
#include "markdown/entity.hpp"
#include "markdown/link_tail.hpp"
#include "markdown/shortcode.hpp"

#include <algorithm>

namespace docs_lint::markdown {
namespace {

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view{} : std::string_view(literal);
}

/// `<br>`, `<BR />`: a reader sees a blank there at least. One that runs over several lines is left alone.
bool is_line_break(std::string_view html) {
    if (html.size() < 4 || html.find('\n') != std::string_view::npos) return false;
    const bool named = (html[1] == 'b' || html[1] == 'B') && (html[2] == 'r' || html[2] == 'R');
    return named && html.find_first_not_of(" \t/", 3) == html.size() - 1;
}

/// `PASS<sup>1</sup>` reads as a word with a mark behind it, and not as another word.
bool raises(std::string_view tag) {
    return base::equals_ignoring_case(tag, "<sup>");
}

/// `<del>`, `</S>`, `<strike class="x">`
bool strikes_out(std::string_view tag) {
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\n/>"));
    const auto is = [name](std::string_view known) { return base::equals_ignoring_case(name, known); };
    return is("del") || is("s") || is("strike");
}

} // namespace

InlineFollower::InlineFollower(const std::vector<MappedLine>& lines, cmark_mem* memory)
    : lines_(lines), memory_(memory) {
    result_.lines.resize(lines.size());
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (line > 0) content_ += '\n';
        line_begins_.push_back(content_.size());
        content_ += lines[line].text;
        result_.lines[line].source = lines[line].source;
    }
}

bool InlineFollower::arrived() {
    while (!lost_ && at_ < content_.size() && is_space(content_[at_])) ++at_;
    return !lost_ && at_ == content_.size();
}

void InlineFollower::visit(cmark_event_type event, cmark_node* node) {
    if (lost_) return;
    if (event == CMARK_EVENT_ENTER) {
        enter(node);
    } else {
        leave(node);
    }
}

void InlineFollower::enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        return text(literal_of(node));
    case CMARK_NODE_CODE:
        return code(literal_of(node));
    case CMARK_NODE_HTML_INLINE:
        return html(literal_of(node));
    case CMARK_NODE_SOFTBREAK:
        return line_break(false);
    case CMARK_NODE_LINEBREAK:
        return line_break(true);
    case CMARK_NODE_LINK:
        return enter_link(node, false);
    case CMARK_NODE_IMAGE:
        return enter_link(node, true);
    case CMARK_NODE_EMPH:
        style_.emphasised = ++emphasis_ > 0;
        return marks(1);
    case CMARK_NODE_STRONG:
        style_.strong = ++strong_ > 0;
        return marks(2);
    default:
        lost_ = true;
    }
}

void InlineFollower::leave(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LINK:
        return leave_link(false);
    case CMARK_NODE_IMAGE:
        return leave_link(true);
    case CMARK_NODE_EMPH:
        style_.emphasised = --emphasis_ > 0;
        return marks(1);
    case CMARK_NODE_STRONG:
        style_.strong = --strong_ > 0;
        return marks(2);
    default:
        return;
    }
}

void InlineFollower::text(std::string_view literal) {
    while (!literal.empty() && !lost_) {
        if (escape(literal)) {
            literal.remove_prefix(1);
        } else if (const std::size_t decoded = entity(literal)) {
            literal.remove_prefix(decoded);
        } else if (const std::size_t named = shortcode(literal)) {
            literal.remove_prefix(named);
        } else if (!lost_) {
            literal.remove_prefix(plain_run(literal));
        }
    }
}

bool InlineFollower::escape(std::string_view literal) {
    if (in_autolink() || peek() != '\\' || !is_punctuation(peek(1))) return false;
    lost_ = literal.front() != peek(1);
    if (!lost_) show_decoded({at_, at_ + 2}, literal.substr(0, 1));
    return !lost_;
}

std::size_t InlineFollower::entity(std::string_view literal) {
    if (peek() != '&') return 0;
    const Entity entity = decode_entity(std::string_view(content_).substr(at_), memory_);
    if (entity.size == 0) return 0;
    lost_ = literal.substr(0, entity.text.size()) != entity.text;
    if (lost_) return 0;
    show_decoded({at_, at_ + entity.size}, entity.text);
    return entity.text.size();
}

/// As forges show it, which is what people read.
std::size_t InlineFollower::shortcode(std::string_view literal) {
    if (peek() != ':' || in_autolink()) return 0;
    const Shortcode shortcode = shortcode_at(literal);
    const bool written = shortcode.size > 0 && std::string_view(content_).substr(at_, shortcode.size) ==
                                                   literal.substr(0, shortcode.size);
    if (written) show_decoded({at_, at_ + shortcode.size}, shortcode.text);
    return written ? shortcode.size : 0;
}

// As far as bytes stand for themselves; at least one, or the way is lost.
std::size_t InlineFollower::plain_run(std::string_view literal) {
    const std::size_t begin = at_;
    std::size_t size = 0;
    const auto may_decode = [&](std::size_t at) {
        const char c = literal[at];
        return c == '\\' || c == '&' || (c == ':' && shortcode_at(literal.substr(at)).size > 0);
    };
    while (size < literal.size() && begin + size < content_.size() &&
           literal[size] == content_[begin + size] && literal[size] != '\n' &&
           (size == 0 || !may_decode(size))) {
        ++size;
    }
    lost_ = size == 0;
    if (!lost_) show({begin, begin + size});
    return size;
}

void InlineFollower::code(std::string_view literal) {
    const CodeSpan span = find_code_span(content_, at_);
    lost_ = span.end == 0 || normalised_code(std::string_view(content_).substr(span.inner.begin,
                                                                               span.inner.size())) != literal;
    if (lost_) return;
    style_.code = true;
    code_lines(span.inner);
    style_.code = false;
    move_to(span.end);
}

void InlineFollower::code_lines(base::Span inner) {
    for (std::size_t at = inner.begin; at < inner.end;) {
        const std::size_t end = std::min(content_.find('\n', at), inner.end);
        if (at < end) {
            move_to(at);
            show({at, end});
        }
        if (end < inner.end) add_to_labels(" ");
        at = end + 1;
    }
}

void InlineFollower::html(std::string_view literal) {
    const base::Span tag{at_, at_ + literal.size()};
    const bool written = std::string_view(content_).substr(at_, literal.size()) == literal;
    if (written && is_line_break(literal)) return show_decoded(tag, " ");
    if (written && raises(literal)) return show_decoded(tag, "^");
    if (!written || !strikes_out(literal)) return expect(literal);
    const bool closes = literal.starts_with("</");
    if (closes && struck_ == 0) return expect(literal);
    if (closes)
        --struck_;
    else
        ++struck_;
    show_decoded(tag, "~~");
}

void InlineFollower::line_break(bool hard) {
    // Behind a backslash, cmark-gfm keeps the blanks of a lazy line.
    const bool backslash = hard && peek() == '\\' && peek(1) == '\n';
    if (backslash) move_to(at_ + 1);
    skip_blanks();
    expect("\n");
    if (!backslash) skip_blanks();
    add_to_labels(" ");
}

void InlineFollower::marks(std::size_t count) {
    for (; count > 0; --count) {
        if (peek() != '*' && peek() != '_') lost_ = true;
        move_to(at_ + 1);
    }
}

void InlineFollower::enter_link(cmark_node* node, bool image) {
    const bool autolink = !image && peek() == '<';
    open_.push_back({result_.links.size(), at_, autolink});
    const char* url = cmark_node_get_url(node);
    result_.links.push_back({url == nullptr ? "" : url, "", {}, 0, image});
    if (image) ++images_;
    expect(autolink ? "<" : image ? "![" : "[");
}

void InlineFollower::leave_link(bool image) {
    const OpenLink link = open_.back();
    if (image) --images_;
    expect(link.autolink ? ">" : "]");
    open_.pop_back();
    if (lost_) return;
    if (!link.autolink) move_to(end_of_link(content_, at_));
    result_.links[link.index].source = source_of({link.begin, at_});
}

void InlineFollower::show(base::Span span) {
    add_to_labels(std::string_view(content_).substr(span.begin, span.size()));
    if (images_ == 0) append_visible(result_.lines[line_], lines_[line_], in_line(span), style_);
    move_to(span.end);
}

void InlineFollower::show_decoded(base::Span span, std::string_view visible) {
    Piece piece = style_;
    piece.verbatim = false;
    piece.source = source_of(span);
    add_to_labels(visible);
    if (images_ == 0) append_piece(result_.lines[line_], visible, piece);
    move_to(span.end);
}

void InlineFollower::add_to_labels(std::string_view visible) {
    if (open_.empty()) return;
    result_.links[open_.front().index].label += visible;
    if (open_.size() > 1)
        result_.links[open_.back().index].label += visible; // all of them would be quadratic
}

void InlineFollower::expect(std::string_view part) {
    lost_ = lost_ || std::string_view(content_).substr(std::min(at_, content_.size()), part.size()) != part;
    if (!lost_) move_to(at_ + part.size());
}

void InlineFollower::move_to(std::size_t at) {
    at_ = std::min(at, content_.size());
    while (line_ + 1 < line_begins_.size() && line_begins_[line_ + 1] <= at_) ++line_;
}

void InlineFollower::skip_blanks() {
    while (peek() == ' ' || peek() == '\t') move_to(at_ + 1);
}

char InlineFollower::peek(std::size_t ahead) const {
    return at_ + ahead < content_.size() ? content_[at_ + ahead] : '\0';
}

base::Span InlineFollower::in_line(base::Span span) const {
    return {span.begin - line_begins_[line_], span.end - line_begins_[line_]};
}

std::size_t InlineFollower::line_at(std::size_t offset) const {
    const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
    return static_cast<std::size_t>(after - line_begins_.begin()) - 1;
}

base::Span InlineFollower::source_of(base::Span span) const {
    const std::size_t first = line_at(span.begin);
    const std::size_t last = line_at(span.end);
    const std::size_t begin = span.begin - line_begins_[first];
    const std::size_t end = span.end - line_begins_[last];
    return {lines_[first].source_of({begin, begin}).begin, lines_[last].source_of({end, end}).end};
}

} // namespace docs_lint::markdown
