#include "reporters/json_text.hpp"

#include <nlohmann/json.hpp>

namespace docs_lint::reporters {
namespace {

/// Build logs obey `##[command]` anywhere in a line, JSON or not; the escape reads as the same character.
std::string escape_commands(std::string text) {
    for (std::size_t at = text.find("##"); at != std::string::npos; at = text.find("##", at + 1))
        text.replace(at + 1, 1, "\\u0023");
    return text;
}

std::string dump(const nlohmann::ordered_json& document, int indent) {
    constexpr bool kPlainAscii = true;
    constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
    return escape_commands(document.dump(indent, ' ', kPlainAscii, kReplace)) + "\n";
}

} // namespace

std::string json_text(const nlohmann::ordered_json& document) {
    return dump(document, 2);
}

std::string json_line(const nlohmann::ordered_json& document) {
    constexpr int kOneLine = -1;
    return dump(document, kOneLine);
}

} // namespace docs_lint::reporters
