#include "server/protocol.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace docs_lint::server {
namespace {

/// Whether the value at that place is `true`, or an array that holds `wanted`.
const Json* find(const Json& json, std::initializer_list<const char*> keys) {
    const Json* at = &json;
    for (const char* key : keys) {
        const auto found = at->is_object() ? at->find(key) : at->end();
        if (found == at->end()) return nullptr;
        at = &*found;
    }
    return at;
}

bool is_true(const Json& json, std::initializer_list<const char*> keys) {
    const Json* value = find(json, keys);
    return value != nullptr && value->is_boolean() && value->get<bool>();
}

bool holds(const Json& json, std::initializer_list<const char*> keys, const char* wanted) {
    const Json* value = find(json, keys);
    return value != nullptr && value->is_array() &&
           std::find(value->begin(), value->end(), wanted) != value->end();
}

} // namespace

Client read_client(const Json& params) {
    const Json* found = find(params, {"capabilities"});
    Client client;
    if (found == nullptr) return client;
    const Json& can = *found;
    if (holds(can, {"general", "positionEncodings"}, "utf-8")) client.encoding = Encoding::utf8;
    client.related_information = is_true(can, {"textDocument", "publishDiagnostics", "relatedInformation"});
    client.markdown_hovers = holds(can, {"textDocument", "hover", "contentFormat"}, "markdown");
    client.nested_symbols =
        is_true(can, {"textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"});
    client.versioned_edits = is_true(can, {"workspace", "workspaceEdit", "documentChanges"});
    client.watches_files_if_asked =
        is_true(can, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
    return client;
}

std::string to_text(const Json& message) {
    return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json to_json(EditorPosition position) {
    return {{"line", position.line}, {"character", position.character}};
}

Json to_json(const EditorRange& range) {
    return {{"start", to_json(range.begin)}, {"end", to_json(range.end)}};
}

EditorPosition position_from(const Json& json) {
    return {json.at("line").get<std::size_t>(), json.at("character").get<std::size_t>()};
}

EditorRange range_from(const Json& json) {
    return {position_from(json.at("start")), position_from(json.at("end"))};
}

std::string shown(std::string_view text) {
    return base::escape_invisible(text);
}

std::string shown_in_markdown(std::string_view text) {
    std::string escaped;
    for (const char character : shown(text)) {
        if (std::string_view("\\`*_{}[]()<>#+-.!|~&:@").find(character) != std::string_view::npos)
            escaped.push_back('\\');
        escaped.push_back(character);
    }
    return escaped;
}

} // namespace docs_lint::server
