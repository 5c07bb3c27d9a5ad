#include "cli/message.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/style.hpp"
#include "reporters/text.hpp"

#include <fmt/format.h>
#include <ostream>

namespace docs_lint::cli {
namespace {

/// The problems of a configuration stand one on a line.
std::string safe_message(const base::Error& error) {
    if (error.kind != base::ErrorKind::configuration) return base::escape_invisible(error.message);
    std::string lines;
    for (const std::string_view line : base::split(error.message, '\n'))
        lines += (lines.empty() ? "" : "\n") + base::escape_invisible(line);
    return lines;
}

/// Broken into lines of the sink's width; what goes on is set back.
std::string lay_out(std::string_view text, const Surroundings& surroundings) {
    if (surroundings.message_columns == 0) return std::string(text);
    constexpr std::string_view kIndent = "    ";
    std::string laid_out;
    std::string_view indent;
    for (const std::string_view line : base::split(text, '\n'))
        for (const std::string& part : reporters::wrap(line, surroundings.message_columns - kIndent.size())) {
            laid_out += fmt::format("{}{}{}", laid_out.empty() ? "" : "\n", indent, part);
            indent = kIndent;
        }
    return laid_out;
}

void write(std::string_view text, const Surroundings& surroundings) {
    surroundings.err << (under_ci(surroundings) ? reporters::disarm_commands(text) : std::string(text))
                     << std::flush;
}

} // namespace

ExitCode report_error(const base::Error& error, ColourChoice colour, const Surroundings& surroundings) {
    const reporters::Style style(use_colour(colour, surroundings.err_is_terminal, surroundings));
    const std::string message =
        fmt::format("docs-lint: {}: {}", style.paint(reporters::Ink::error, "error"), safe_message(error));
    std::string text = lay_out(message, surroundings) + "\n";
    if (!error.help.empty()) {
        const std::string help = fmt::format("{}: {}", style.paint(reporters::Ink::help, "help"),
                                             base::escape_invisible(error.help));
        text += lay_out(help, surroundings) + "\n";
    }
    write(text, surroundings);
    return exit_code_of(error);
}

void say(std::string_view text, const Surroundings& surroundings) {
    write(lay_out(fmt::format("docs-lint: {}", base::escape_invisible(text)), surroundings) + "\n",
          surroundings);
}

} // namespace docs_lint::cli
