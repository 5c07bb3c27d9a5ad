#include "base/utf8.hpp"
#include "reporters/closing.hpp"
#include "reporters/format.hpp"
#include "reporters/rule_link.hpp"
#include "reporters/style.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::reporters {
namespace {

using base::escape_invisible;

constexpr std::string_view kIndent = "    ";

/// Wrapped in a hook's narrow sink, one line elsewhere.
std::string lay_out(std::string_view text, std::string_view first_indent, const Options& options) {
    if (!options.hook) return fmt::format("{}{}\n", first_indent, text);
    std::string laid_out;
    std::string_view indent = first_indent;
    for (const std::string& line : wrap(text, options.width - std::min(options.width, kIndent.size()))) {
        laid_out += fmt::format("{}{}\n", indent, line);
        indent = kIndent;
    }
    return laid_out;
}

struct Line {
    const diagnostics::Location& location;
    Ink ink;
    std::string_view word;
    const std::string& rule;
    std::string_view message;
    std::string_view help;
};

std::string render_line(const Line& line, const Options& options) {
    const Style style(options.colour);
    const std::string tag = fmt::format("{}[{}]", line.word, linked_rule(line.rule, options));
    const std::string head = fmt::format("{}: {} {}", place_of(line.location), style.paint(line.ink, tag),
                                         escape_invisible(line.message));
    std::string text = lay_out(head, "", options);
    if (options.hook && !line.help.empty())
        text += lay_out("help: " + escape_invisible(line.help), kIndent, options);
    return text;
}

std::string render_summary(const engine::RunResult& result, const Options& options) {
    const std::string scope = escape_invisible(result.summary.scope);
    return lay_out(scope.empty() ? verdict(result) : fmt::format("{} ({})", verdict(result), scope), "",
                   options);
}

} // namespace

std::string render_concise(const engine::RunResult& result, const Options& options) {
    std::string text;
    for (const diagnostics::Diagnostic& finding : result.outcome.findings)
        text += render_line({finding.location, ink_of(finding.severity), to_string(finding.severity),
                             finding.rule, finding.message, finding.help},
                            options);
    for (const diagnostics::Unverified& unverified : result.outcome.unverified)
        text += render_line({unverified.location, Ink::unverified, "could-not-verify", unverified.rule,
                             unverified.message, unverified.help},
                            options);
    if (options.statistics) text += statistics_text(result.outcome);
    if (!options.quiet) text += render_summary(result, options);
    return options.ci ? disarm_commands(text) : text;
}

} // namespace docs_lint::reporters
