#include "server/hover.hpp"

namespace docs_lint::server {
namespace {

std::string plain_text_of(const Hover& hover) {
    std::string text = shown(hover.title);
    for (const std::string& row : hover.rows) text += "\n- " + shown(row);
    return text;
}

std::string markdown_of(const Hover& hover) {
    std::string text = "**" + shown_in_markdown(hover.title) + "**\n";
    for (const std::string& row : hover.rows) text += "\n- " + shown_in_markdown(row);
    return text;
}

} // namespace

std::optional<Hover> hover_at(const OpenDocument& document, std::size_t offset) {
    if (!document.draft) return std::nullopt;
    if (auto commit = hover_commit(document, offset)) return commit;
    if (auto state = hover_state(document, offset)) return state;
    return hover_gate(document, offset);
}

Json hover_json(const Hover& hover, const OpenDocument& document, const Client& client) {
    const bool markdown = client.markdown_hovers;
    return {{"contents",
             {{"kind", markdown ? "markdown" : "plaintext"},
              {"value", markdown ? markdown_of(hover) : plain_text_of(hover)}}},
            {"range", to_json(document.text.range(hover.source))}};
}

} // namespace docs_lint::server
