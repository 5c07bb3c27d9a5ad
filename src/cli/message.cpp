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

void write(std::string_view text, const Surroundings& surroundings) {
    surroundings.err << (under_ci(surroundings) ? reporters::disarm_commands(text) : std::string(text))
                     << std::flush;
}

} // namespace

ExitCode report_error(const base::Error& error, ColourChoice colour, const Surroundings& surroundings) {
    const reporters::Style style(use_colour(colour, surroundings.err_is_terminal, surroundings));
    std::string text =
        fmt::format("docs-lint: {}: {}\n", style.paint(reporters::Ink::error, "error"), safe_message(error));
    if (!error.help.empty())
        text += fmt::format("{}: {}\n", style.paint(reporters::Ink::help, "help"),
                            base::escape_invisible(error.help));
    write(text, surroundings);
    return exit_code_of(error);
}

void say(std::string_view text, const Surroundings& surroundings) {
    write(fmt::format("docs-lint: {}\n", base::escape_invisible(text)), surroundings);
}

} // namespace docs_lint::cli
