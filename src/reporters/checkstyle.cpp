#include "reporters/entries.hpp"
#include "reporters/format.hpp"
#include "reporters/text.hpp"
#include "reporters/xml_text.hpp"

#include <pugixml.hpp>
#include <string_view>

namespace docs_lint::reporters {
namespace {

using diagnostics::Severity;

constexpr const char* kFormatVersion = "4.3"; // what other linters that write this format say, too

const char* word_of(const std::optional<Severity>& severity) {
    if (!severity || *severity == Severity::error) return "error";
    return *severity == Severity::warning ? "warning" : "info";
}

void add_error(pugi::xml_node file, const Entry& entry) {
    pugi::xml_node error = file.append_child("error");
    error.append_attribute("line").set_value(entry.location->begin.line);
    error.append_attribute("column").set_value(entry.location->begin.column);
    error.append_attribute("severity").set_value(word_of(entry.severity));
    set_attribute(error, "message", sentence_with_help(entry));
    set_attribute(error, "source", *entry.rule);
}

} // namespace

std::string render_checkstyle(const engine::RunResult& result, const Options&) {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("checkstyle");
    root.append_attribute("version").set_value(kFormatVersion);
    for (const DocumentEntries& one : entries_by_document(result.outcome)) {
        pugi::xml_node file = root.append_child("file");
        set_attribute(file, "name", path_or_root(*one.entries.front().location));
        for (const Entry& entry : one.entries) add_error(file, entry);
    }
    return xml_text(document);
}

} // namespace docs_lint::reporters
