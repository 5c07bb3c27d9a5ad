#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/format.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace docs_lint::reporters {
namespace {

using base::escape_invisible;

struct Annotation {
    std::string_view level;
    std::string title;
    std::string message;
    std::string help;
    diagnostics::Location location;
};

/// The runner undoes these; `:` and `,` end a property.
std::string percent_encode(std::string_view text, std::string_view special) {
    std::string encoded;
    for (const char byte : text) {
        if (byte == '%' || byte == '\r' || byte == '\n' || special.find(byte) != std::string_view::npos)
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        else
            encoded += byte;
    }
    return encoded;
}

std::string property(std::string_view text) {
    return percent_encode(disarm_commands(escape_invisible(text)), ":,");
}

/// Columns are allowed on one line only.
std::string region_of(const diagnostics::Location& location) {
    if (is_whole_document(location)) return {};
    const std::string lines = fmt::format(",line={},endLine={}", location.begin.line, location.end.line);
    if (location.begin.line != location.end.line) return lines;
    return fmt::format("{},col={},endColumn={}", lines, location.begin.column, location.end.column);
}

std::string render(const Annotation& annotation) {
    std::string text = with_version(escape_invisible(annotation.message), annotation.location);
    if (!annotation.help.empty()) text += "\n" + escape_invisible(annotation.help);
    const std::string file =
        annotation.location.path.empty()
            ? std::string{}
            : fmt::format("file={}{},", property(annotation.location.path), region_of(annotation.location));
    return fmt::format("::{} {}title={}::{}\n", annotation.level, file, property(annotation.title),
                       percent_encode(disarm_commands(text), ""));
}

std::string_view level_of(diagnostics::Severity severity) {
    if (severity == diagnostics::Severity::error) return "error";
    return severity == diagnostics::Severity::warning ? "warning" : "notice";
}

/// Best first: errors, what could not be verified, warnings, the rest.
std::vector<Annotation> annotations_of(const diagnostics::Outcome& outcome) {
    std::vector<Annotation> annotations;
    const auto add_level = [&](diagnostics::Severity severity) {
        for (const diagnostics::Diagnostic& finding : outcome.findings) {
            if (finding.severity == severity)
                annotations.push_back(
                    {level_of(severity), finding.rule, finding.message, finding.help, finding.location});
        }
    };
    add_level(diagnostics::Severity::error);
    for (const diagnostics::Unverified& unverified : outcome.unverified)
        annotations.push_back({"warning", "could not verify " + unverified.rule, unverified.message,
                               unverified.help, unverified.location});
    add_level(diagnostics::Severity::warning);
    add_level(diagnostics::Severity::information);
    return annotations;
}

} // namespace

std::string render_github(const engine::RunResult& result, const Options& options) {
    const std::vector<Annotation> annotations = annotations_of(result.outcome);
    std::map<std::string_view, std::size_t> used = {{"notice", 1}}; // one is kept for what is left out
    std::size_t left_out = 0;
    std::string text;
    for (const Annotation& annotation : annotations) {
        if (used[annotation.level]++ < options.annotations)
            text += render(annotation);
        else
            ++left_out;
    }
    if (left_out > 0) text += fmt::format("::notice title=docs-lint::{} more in the summary\n", left_out);
    return disarm_commands(verdict(result)) + "\n" + text;
}

} // namespace docs_lint::reporters
