#include "model/raw_lines.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::model {
namespace {

constexpr std::size_t kLongestEntity = 40;
constexpr std::size_t kLongestCarry = 4096; ///< of what a comment cuts off

/// Named entities that stand for letters or signs of a header line; other names stand for nothing.
const std::map<std::string_view, std::string_view>& named_entities() {
    static const std::map<std::string_view, std::string_view> names = {{"colon", ":"},
                                                                       {"nbsp", " "},
                                                                       {"Tab", " "},
                                                                       {"NewLine", " "},
                                                                       {"ensp", " "},
                                                                       {"emsp", " "},
                                                                       {"thinsp", " "},
                                                                       {"hyphen", "-"},
                                                                       {"dash", "-"},
                                                                       {"mdash", "—"},
                                                                       {"ndash", "–"},
                                                                       {"lowbar", "_"},
                                                                       {"vert", "|"},
                                                                       {"verbar", "|"},
                                                                       {"filig", "fi"},
                                                                       {"fllig", "fl"},
                                                                       {"fflig", "ff"},
                                                                       {"ffilig", "ffi"},
                                                                       {"ee", "e"},
                                                                       {"ii", "i"},
                                                                       {"dd", "d"},
                                                                       {"DD", "d"},
                                                                       {"ell", "l"},
                                                                       {"imath", "i"},
                                                                       {"inodot", "i"},
                                                                       {"in", "e"},
                                                                       {"iecy", "e"},
                                                                       {"IEcy", "e"},
                                                                       {"iukcy", "i"},
                                                                       {"Iukcy", "i"},
                                                                       {"dscy", "s"},
                                                                       {"DScy", "s"},
                                                                       {"tscy", "ts"},
                                                                       {"tcy", "t"},
                                                                       {"Tcy", "t"},
                                                                       {"acy", "a"},
                                                                       {"Acy", "a"},
                                                                       {"Iota", "i"},
                                                                       {"iota", "i"},
                                                                       {"Epsilon", "e"},
                                                                       {"epsi", "e"},
                                                                       {"Tau", "t"},
                                                                       {"Alpha", "a"},
                                                                       {"alpha", "a"},
                                                                       {"lpar", "("},
                                                                       {"rpar", ")"},
                                                                       {"ast", "*"},
                                                                       {"num", "#"},
                                                                       {"period", "."},
                                                                       {"exponentiale", "e"},
                                                                       {"ExponentialE", "e"},
                                                                       {"ImaginaryI", "i"},
                                                                       {"DifferentialD", "d"},
                                                                       {"CapitalDifferentialD", "d"}};
    return names;
}

/// `&fscr;`, `&Ffr;`, `&fopf;`: a letter in another face.
std::string_view letter_of_face(std::string_view name) {
    for (const std::string_view face : {"scr", "opf", "fr"})
        if (name.size() == face.size() + 1 && name.substr(1) == face && is_letter(name[0]))
            return name.substr(0, 1);
    return {};
}

void append_number(std::string& decoded, std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
    std::uint32_t value = 0;
    for (const char digit : digits.substr(hexadecimal ? 1 : 0)) {
        const auto lower = static_cast<unsigned char>(digit | 0x20);
        const std::uint32_t unit = is_digit(digit) ? static_cast<std::uint32_t>(digit - '0')
                                                   : static_cast<std::uint32_t>(lower - 'a' + 10);
        value = std::min<std::uint32_t>(value * (hexadecimal ? 16U : 10U) + unit, 0x110000U);
    }
    const bool valid = value > 0 && value < 0x110000U && (value < 0xD800U || value > 0xDFFFU);
    if (valid) base::append_code_point(decoded, static_cast<char32_t>(value));
}

/// Decodes the entity at `at` and gives its length, or zero where there is none.
std::size_t append_entity(std::string& decoded, std::string_view text, std::size_t at) {
    const std::size_t end = text.substr(0, std::min(text.size(), at + kLongestEntity)).find(';', at);
    if (end == std::string_view::npos) return 0;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const bool number = name.size() > 1 && name.front() == '#';
    const std::string_view letters = number ? name.substr(1) : name;
    if (letters.empty() || !std::all_of(letters.begin(), letters.end(),
                                        [](char byte) { return is_letter(byte) || is_digit(byte); }))
        return 0;
    const auto known = named_entities().find(name);
    if (number)
        append_number(decoded, letters);
    else if (known != named_entities().end())
        decoded.append(known->second);
    else
        decoded.append(letter_of_face(name));
    return end + 1 - at;
}

std::string decode_entities(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = text[at] == '&' ? append_entity(decoded, text, at) : 0;
        const bool escape = size == 0 && text[at] == '\\' && at + 1 < text.size() &&
                            !is_letter(text[at + 1]) && !is_digit(text[at + 1]);
        if (size == 0 && !escape) decoded += text[at];
        at += std::max<std::size_t>(size, 1);
    }
    return decoded;
}

bool is_odd_break(char32_t value) {
    return value == '\r' || value == 0x0B || value == 0x0C || value == 0x85 || value == 0x2028 ||
           value == 0x2029 || value == 0;
}

/// Line breaks that Markdown does not know become blanks.
std::string with_gaps(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const base::CodePoint point = base::decode_code_point(text);
        if (is_odd_break(point.value))
            result += ' ';
        else
            result.append(text.substr(0, point.size));
        text.remove_prefix(point.size);
    }
    return result;
}

/// Without marks of emphasis and without what makes a link, so that markup inside a word does not hide the
/// word.
std::string without_marks(std::string_view text) {
    static const re2::RE2 link(R"(!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\]))");
    std::string shown(text);
    if (text.find('[') != std::string_view::npos) re2::RE2::GlobalReplace(&shown, link, R"(\1)");
    std::string bare;
    for (const char byte : shown)
        if (byte != '*' && byte != '`' && byte != '~') bare += byte == '_' ? ' ' : byte;
    return bare;
}

std::string fold(std::string_view line, RawView view) {
    std::string decoded = decode_entities(line);
    if (view == RawView::split) decoded = with_gaps(decoded);
    return base::collapse_blanks(without_marks(base::fold_look_alikes(decoded)));
}

/// Tells comments and fenced blocks from the rest, line by line.
class Surroundings {
public:
    /// The line without HTML if `strip` says so; the state goes on to the next line.
    std::string pass(std::string_view line, bool strip) {
        std::string kept;
        for (std::size_t at = 0; at < line.size();) {
            if (in_comment_) {
                const std::size_t end = line.find("-->", at);
                const std::size_t behind = end == std::string_view::npos ? line.size() : end + 3;
                if (!strip) kept.append(line.substr(at, std::min(end, line.size()) - at));
                in_comment_ = end == std::string_view::npos;
                at = behind;
            } else if (line.substr(at, 4) == "<!--") {
                in_comment_ = true;
                at += 4;
            } else {
                at += pass_tag(kept, line, at, strip);
            }
        }
        return kept;
    }

    [[nodiscard]] bool in_comment() const { return in_comment_; }

    /// Follows the fences; true for a line inside one.
    bool follow_fence(std::string_view line) {
        const std::string_view bare = base::trim(line);
        const char mark = bare.empty() ? '\0' : bare.front();
        const std::size_t size =
            mark == '`' || mark == '~' ? std::min(bare.find_first_not_of(mark), bare.size()) : 0;
        if (fence_ == 0 && size >= 3) {
            fence_ = size;
            mark_ = mark;
            return true;
        }
        if (fence_ > 0 && mark == mark_ && size >= fence_ && size == bare.size()) {
            fence_ = 0;
            return true;
        }
        return fence_ > 0;
    }

private:
    /// A tag is dropped or becomes its inside; anything else is kept as it is.
    std::size_t pass_tag(std::string& kept, std::string_view line, std::size_t at, bool strip) {
        const bool tag =
            line[at] == '<' && at + 1 < line.size() && (is_letter(line[at + 1]) || line[at + 1] == '/');
        const std::size_t end = tag && at >= no_tag_before_ ? line.find('>', at) : std::string_view::npos;
        if (tag && end == std::string_view::npos) no_tag_before_ = line.size();
        if (end != std::string_view::npos && strip) return end + 1 - at;
        kept += line[at];
        return 1;
    }

    bool in_comment_ = false;
    std::size_t fence_ = 0;
    char mark_ = '\0';
    std::size_t no_tag_before_ = 0;
};

/// Follows blocks of HTML, whose lines are no headings. Where it is wrong, it takes a block for longer than
/// it is.
class HtmlBlock {
public:
    /// True for a line inside a block.
    bool follow(std::string_view line) {
        const std::string_view bare = base::trim(line);
        if (end_.empty() && !until_blank_)
            begin(bare);
        else if (until_blank_ && bare.empty())
            until_blank_ = false;
        const bool inside = until_blank_ || !end_.empty();
        if (!end_.empty() && base::find_ignoring_case(bare, end_)) end_ = {};
        return inside;
    }

private:
    void begin(std::string_view bare) {
        if (bare.size() < 2 || bare.front() != '<') return;
        const std::string_view rest = bare.substr(1);
        if (rest.front() == '?')
            end_ = "?>";
        else if (rest.starts_with("![CDATA["))
            end_ = "]]>";
        else if (rest.front() == '!' && !rest.starts_with("!--"))
            end_ = ">";
        else if (starts_with_ignoring_case(rest, "script"))
            end_ = "</script>";
        else if (starts_with_ignoring_case(rest, "pre"))
            end_ = "</pre>";
        else if (starts_with_ignoring_case(rest, "style"))
            end_ = "</style>";
        else if (is_letter(rest.front()) || rest.front() == '/')
            until_blank_ = true;
    }

    bool until_blank_ = false;
    std::string_view end_;
};

bool is_heading_below_title(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos || begin > 3 || line[begin] != '#') return false;
    const std::size_t end = std::min(line.find_first_not_of('#', begin), line.size());
    const std::size_t level = end - begin;
    return level >= 2 && level <= 6 && (end == line.size() || line[end] == ' ' || line[end] == '\t');
}

bool is_heading(std::string_view line) {
    const std::string_view bare = base::trim(line);
    return !bare.empty() && bare.front() == '#';
}

/// Number of the line that closes the front matter, or zero.
std::size_t end_of_front_matter(std::string_view text, const base::LineIndex& index) {
    const auto line_at = [&](std::size_t line) {
        return text.substr(index.line(line).begin, index.line(line).size());
    };
    std::string_view first = line_at(1);
    if (first.starts_with("\xEF\xBB\xBF")) first.remove_prefix(3);
    if (base::trim(first) != "---") return 0;
    for (std::size_t line = 2; line <= index.line_count(); ++line)
        if (base::trim(line_at(line)) == "---" || base::trim(line_at(line)) == "...") return line;
    return 0;
}

} // namespace

std::vector<RawLine> head_lines(std::string_view text, const base::LineIndex& index, RawView view) {
    std::vector<RawLine> lines;
    Surroundings around;
    HtmlBlock html;
    const std::size_t front_matter = end_of_front_matter(text, index);
    bool content = false;
    std::string open; ///< what a comment has cut off from the line before
    for (std::size_t number = 1; number <= index.line_count(); ++number) {
        const base::Span span = index.line(number);
        const std::string_view line = text.substr(span.begin, span.size());
        const bool in_comment = around.in_comment();
        const bool in_front_matter = number <= front_matter;
        const bool in_fence = !in_front_matter && !in_comment && around.follow_fence(line);
        const bool in_html = !in_front_matter && html.follow(line);
        const bool in_the_open = !in_comment && !in_fence && !in_front_matter && !in_html;
        if (in_the_open && content && is_heading_below_title(line)) break;
        content = content || (!base::trim(line).empty() && !is_heading(line));
        std::string kept = std::exchange(open, {}) + around.pass(line, view != RawView::as_written);
        const bool all_comment = in_comment && around.in_comment() && view != RawView::as_written;
        if (around.in_comment() && view == RawView::as_shown && kept.size() < kLongestCarry) open = kept;
        if (all_comment) continue;
        lines.push_back({fold(kept, view), span, in_comment || in_fence || around.in_comment()});
    }
    return lines;
}

} // namespace docs_lint::model
