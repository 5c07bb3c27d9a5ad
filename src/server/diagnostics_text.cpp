#include "server/diagnostics_text.hpp"

#include "base/text.hpp"
#include "server/anchors.hpp"
#include "server/uri.hpp"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace docs_lint::server {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Location;
using diagnostics::Related;
using diagnostics::Severity;

constexpr const char* kSource = "docs-lint";
constexpr int kError = 1;
constexpr int kWarning = 2;
constexpr int kInformation = 3;

int level_of(Severity severity) {
    if (severity == Severity::error) return kError;
    return severity == Severity::warning ? kWarning : kInformation;
}

std::string with_help(std::string_view message, std::string_view help) {
    std::string text = shown(message);
    if (!help.empty()) text += "\nhelp: " + shown(help);
    return text;
}

/// What editors can open is what is on disk now; that another version is meant has to be said.
std::string message_of(const Related& related) {
    std::string text = shown(related.message);
    if (!related.location.commit.empty())
        text += fmt::format(" (in commit {})", shown(related.location.commit.substr(0, 10)));
    return text;
}

Json place_of(const Location& location, const OpenDocument& document, const Client& client) {
    if (location.path == document.path) {
        const Location here = anchored(location, document.text);
        return {{"uri", document.uri}, {"range", to_json(range_in(here, document.text))}};
    }
    const std::string root = document.copy != nullptr ? document.copy->root() : "/";
    return {{"uri", uri_of_path(root + location.path)},
            {"range", to_json(range_elsewhere(location, client.encoding))}};
}

void add_related(Json& json, const Diagnostic& finding, const OpenDocument& document, const Client& client) {
    if (finding.related.empty()) return;
    if (client.related_information) {
        Json& list = json["relatedInformation"] = Json::array();
        for (const Related& one : finding.related)
            list.push_back(
                {{"location", place_of(one.location, document, client)}, {"message", message_of(one)}});
        return;
    }
    std::string text = json["message"].get<std::string>();
    for (const Related& one : finding.related)
        text +=
            fmt::format("\n{}:{}: {}", shown(one.location.path), one.location.begin.line, message_of(one));
    json["message"] = text;
}

Json diagnostic(const EditorRange& range, int level, std::string_view code, std::string message) {
    Json json{{"range", to_json(range)}, {"severity", level}};
    if (!code.empty()) json["code"] = code;
    json["source"] = kSource;
    json["message"] = std::move(message);
    return json;
}

struct NumberedText {
    std::size_t number = 0;
    std::string_view rest;
};

/// `12:rest`
std::optional<NumberedText> read_number(std::string_view text) {
    NumberedText read;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), read.number);
    if (result.ec != std::errc{} || read.number == 0) return std::nullopt;
    read.rest = text.substr(static_cast<std::size_t>(result.ptr - text.data()));
    if (!read.rest.starts_with(':')) return std::nullopt;
    read.rest.remove_prefix(1);
    return read;
}

} // namespace

Json diagnostic_of(const Diagnostic& finding, const OpenDocument& document, const Client& client) {
    Json json = diagnostic(range_in(finding.location, document.text), level_of(finding.severity),
                           finding.rule, with_help(finding.message, finding.help));
    add_related(json, finding, document, client);
    return json;
}

Json diagnostics_of(const OpenDocument& document, const Client& client) {
    const diagnostics::Outcome outcome = document.outcome();
    Json list = Json::array();
    for (const Diagnostic& finding : outcome.findings)
        list.push_back(diagnostic_of(finding, document, client));
    for (const diagnostics::Unverified& one : outcome.unverified)
        list.push_back(diagnostic(range_in(one.location, document.text), kWarning, one.rule,
                                  with_help("could not verify: " + one.message, one.help)));
    return {{"uri", document.uri}, {"version", document.version}, {"diagnostics", std::move(list)}};
}

Json no_diagnostics(const std::string& uri) {
    return {{"uri", uri}, {"diagnostics", Json::array()}};
}

Json configuration_diagnostics(const std::string& message, const std::string& name,
                               const std::string& content, Encoding encoding) {
    const EditedText text(content, encoding);
    Json list = Json::array();
    for (const std::string_view line : base::split(message, '\n')) {
        if (!line.starts_with(name + ":")) continue;
        const auto number = read_number(line.substr(name.size() + 1));
        const auto column = number ? read_number(number->rest) : std::nullopt;
        if (!column) continue;
        Location location = diagnostics::whole_document(name);
        location.begin = location.end = {std::min(number->number, text.line_count()), column->number};
        list.push_back(diagnostic(range_in(location, text), kError, "", shown(base::trim(column->rest))));
    }
    return list;
}

} // namespace docs_lint::server
