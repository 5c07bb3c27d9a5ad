#include "facts/cited_sections.hpp"

#include "base/text.hpp"
#include "model/anchors.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::facts {
namespace {

/// Some line begins with this, marks of Markdown and the word for a section apart.
bool has_line_with(std::string_view text, const std::string& pattern) {
    const re2::RE2 line(R"((?m)^[\s>#*_|§\[-]*(?i:section\s+|sect\.\s+|sec\.\s+|chapter\s+)?[§*_\s]*)" +
                        pattern);
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), line);
}

bool has_heading_with(std::string_view text, const std::string& pattern) {
    const re2::RE2 line(R"((?m)^(?:#{1,6}|\*\*)\s*(?i:section\s+|sect\.\s+|sec\.\s+|chapter\s+)?§?\s*)" +
                        pattern);
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), line);
}

std::string number_pattern(std::string_view number) {
    return re2::RE2::QuoteMeta(re2::StringPiece(number.data(), number.size())) +
           R"((?:[^0-9A-Za-z.]|\.(?:[^0-9]|$)|$))";
}

/// `[0-9]+\.[0-9]+` for `3.2`
std::string depth_pattern(std::string_view number) {
    std::string pattern = "[0-9]+";
    for (const char byte : number)
        if (byte == '.') pattern += R"(\.[0-9]+)";
    return pattern + R"([a-z]?(?:[^0-9.]|\.(?:[^0-9]|$)|$))";
}

/// The second point of a list in section 3 is its §3.2, for many.
bool may_be_list_item(std::string_view text, std::string_view number) {
    const std::size_t dot = number.rfind('.');
    if (dot == std::string_view::npos) return false;
    const std::string last = re2::RE2::QuoteMeta(std::string(number.substr(dot + 1)));
    return has_line_with(text, number_pattern(number.substr(0, dot))) &&
           re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()),
                                  R"((?m)^\s*\(?)" + last + R"([.)]\s)");
}

Presence has_number(const model::Document& document, std::string_view number) {
    const std::string_view text = document.text;
    if (has_line_with(text, number_pattern(number))) return Presence::yes;
    if (may_be_list_item(text, number)) return Presence::yes;
    return has_heading_with(text, depth_pattern(number)) ? Presence::no : Presence::unknown;
}

Presence has_title(const model::Document& document, std::string_view title) {
    const std::string wanted = base::normalise_name(title);
    const bool found =
        std::any_of(document.sections.begin(), document.sections.end(), [&](const model::Section& section) {
            return base::normalise_name(section.title).find(wanted) != std::string::npos;
        });
    if (found || wanted.empty()) return Presence::yes;
    return base::normalise_name(document.text).find(wanted) != std::string::npos ? Presence::unknown
                                                                                 : Presence::no;
}

Presence has_anchor(const model::Document& document, std::string anchor) {
    constexpr std::string_view kPrefix = "user-content-";
    if (anchor.starts_with(kPrefix)) anchor.erase(0, kPrefix.size());
    if (anchor.empty() || is_anchor_of_a_viewer(anchor)) return Presence::yes;
    const std::string key = model::anchor_key(anchor);
    return std::binary_search(document.anchors.begin(), document.anchors.end(), key) ? Presence::yes
                                                                                     : Presence::no;
}

} // namespace

Presence has_section(const model::Document& document, const CitedText& cited) {
    const model::PathMention& target = cited.reference.target;
    if (!target.section.empty()) return has_number(document, target.section);
    if (!cited.title.empty()) return has_title(document, cited.title);
    return has_anchor(document, target.anchor);
}

bool is_anchor_of_a_viewer(const std::string& anchor) {
    static const re2::RE2 pattern(R"((?i)top|L[0-9]+.*|:~:.*|fn.*|footnote.*|toc.*)");
    return re2::RE2::FullMatch(anchor, pattern);
}

} // namespace docs_lint::facts
