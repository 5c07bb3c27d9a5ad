#include "base/utf8.hpp"
#include "reporters/entries.hpp"
#include "reporters/format.hpp"
#include "reporters/json_text.hpp"
#include "reporters/text.hpp"

#include <nlohmann/json.hpp>
#include <string_view>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;
using diagnostics::Location;
using diagnostics::Severity;

std::string_view word_of(const std::optional<Severity>& severity) {
    if (!severity || *severity == Severity::error) return "ERROR";
    return *severity == Severity::warning ? "WARNING" : "INFO";
}

/// This format counts columns in bytes of UTF-8, from 1.
std::size_t byte_column(std::string_view line, std::size_t column) {
    std::size_t at = 0;
    for (std::size_t passed = 1; passed < column && at < line.size(); ++passed)
        at += base::decode_code_point(line.substr(at)).size;
    return at + 1;
}

/// Only the text of the first line is known: a range over several is given in whole lines.
Json range_of(const Location& location) {
    Json range;
    range["start"]["line"] = location.begin.line;
    range["end"]["line"] = location.end.line;
    if (location.begin.line != location.end.line || location.line_text.empty()) return range;
    range["start"]["column"] = byte_column(location.line_text, location.begin.column);
    range["end"]["column"] = byte_column(location.line_text, location.end.column);
    return range;
}

Json location_of(const Location& location) {
    Json place;
    place["path"] = path_or_root(location);
    if (!is_whole_document(location)) place["range"] = range_of(location);
    return place;
}

Json related_of(std::span<const diagnostics::Related> all) {
    Json related = Json::array();
    for (const diagnostics::Related& one : all) {
        Json place;
        place["message"] = with_version(base::escape_invisible(one.message), one.location);
        place["location"] = location_of(one.location);
        related.push_back(std::move(place));
    }
    return related;
}

Json diagnostic_of(const Entry& entry) {
    Json diagnostic;
    diagnostic["message"] = sentence_with_help(entry);
    diagnostic["location"] = location_of(*entry.location);
    diagnostic["severity"] = word_of(entry.severity);
    diagnostic["code"]["value"] = *entry.rule;
    if (!entry.related.empty()) diagnostic["related_locations"] = related_of(entry.related);
    return diagnostic;
}

} // namespace

std::string render_rdjson(const engine::RunResult& result, const Options&) {
    Json document;
    document["source"]["name"] = "docs-lint";
    document["severity"] = "ERROR"; // of what does not say its own; here everything does
    document["diagnostics"] = Json::array();
    for (const Entry& entry : entries_of(result.outcome))
        document["diagnostics"].push_back(diagnostic_of(entry));
    return json_text(document);
}

} // namespace docs_lint::reporters
