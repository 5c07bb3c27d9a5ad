#include "base/utf8.hpp"
#include "reporters/closing.hpp"
#include "reporters/entries.hpp"
#include "reporters/format.hpp"
#include "reporters/style.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::reporters {
namespace {

using base::escape_invisible;

constexpr std::size_t kLeastRoom = 20; // a narrow terminal wraps by itself

Ink ink_of_entry(const Entry& entry) {
    return entry.severity ? ink_of(*entry.severity) : Ink::unverified;
}

std::string tag_of(const Entry& entry) {
    return fmt::format("{}[{}]", entry.severity ? to_string(*entry.severity) : "could-not-verify",
                       escape_invisible(*entry.rule));
}

/// `line:column` within the document that the group is about.
std::string place_in_document(const diagnostics::Location& location) {
    if (location.path.empty()) return {};
    return fmt::format("{}:{}", location.begin.line, location.begin.column);
}

std::size_t width_of_places(const std::vector<Entry>& entries) {
    std::size_t width = 0;
    for (const Entry& entry : entries) width = std::max(width, place_in_document(*entry.location).size());
    return width;
}

/// Colour round what stands at the front, where it was not torn apart.
std::string paint_front(const Style& style, Ink ink, const std::string& line, const std::string& front) {
    if (line.compare(0, front.size(), front) != 0) return line;
    return style.paint(ink, front) + line.substr(front.size());
}

std::string render_entry(const Entry& entry, std::size_t width_of_place, const Options& options) {
    const Style style(options.colour);
    const std::string tag = tag_of(entry);
    const std::string message =
        fmt::format("{} {}", tag, with_version(escape_invisible(*entry.message), *entry.location));
    const std::string place = place_in_document(*entry.location);
    const std::string lead = width_of_place == 0 ? "  " : fmt::format("  {:>{}}  ", place, width_of_place);
    const auto lines = wrap(message, std::max(options.width, lead.size() + kLeastRoom) - lead.size());
    std::string text =
        style.paint(Ink::gutter, lead) + paint_front(style, ink_of_entry(entry), lines.front(), tag) + "\n";
    for (std::size_t at = 1; at < lines.size(); ++at)
        text += fmt::format("{:{}}{}\n", "", lead.size(), lines[at]);
    return text;
}

std::string render_document(const DocumentEntries& document, const Options& options) {
    const std::size_t width_of_place = width_of_places(document.entries);
    std::string text = Style(options.colour).paint(Ink::strong, path_for_people(document.path)) + "\n";
    for (const Entry& entry : document.entries) text += render_entry(entry, width_of_place, options);
    return text + "\n";
}

} // namespace

std::string render_grouped(const engine::RunResult& result, const Options& options) {
    std::string text;
    for (const DocumentEntries& document : entries_by_document(result.outcome))
        text += render_document(document, options);
    text += closing_text(result, options);
    return options.ci ? disarm_commands(text) : text;
}

} // namespace docs_lint::reporters
