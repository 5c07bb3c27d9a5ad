#include "cli/run.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <optional>
#include <sstream>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace docs_lint::cli {
namespace {

ExitCode fail_usage(const std::string& message, const std::string& help, const Surroundings& surroundings) {
    return report_error({base::ErrorKind::usage, message, help}, ColourChoice::automatic, surroundings);
}

/// The innermost command that the words named, and how it is called: `docs-lint new record`.
struct Reached {
    const CLI::App* command = nullptr;
    std::string name;
};

Reached reached_by(const CLI::App& application) {
    Reached reached{&application, application.get_name()};
    for (auto named = application.get_subcommands(); !named.empty();
         named = reached.command->get_subcommands()) {
        reached.command = named.back();
        reached.name += " " + named.back()->get_name();
    }
    return reached;
}

/// The option that was meant by the first one that nobody knows, or nothing.
std::optional<std::string> nearest_option(const CLI::App& application, const CLI::App& command) {
    std::vector<std::string> known;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) known.push_back(name);
    for (const std::string& word : application.remaining(true))
        if (word.starts_with("--")) return base::nearest_name(word.substr(2, word.find('=') - 2), known);
    return std::nullopt;
}

ExitCode refuse_usage(const CLI::App& application, const CLI::ParseError& error,
                      const Surroundings& surroundings) {
    const Reached reached = reached_by(application);
    const auto meant = nearest_option(application, *reached.command);
    return fail_usage(error.what(),
                      fmt::format("{}see `{} --help`",
                                  meant ? fmt::format("did you mean `--{}`? Else ", *meant) : "",
                                  reached.name),
                      surroundings);
}

/// CLI11 ends `--help` and `--version` by an exception too, with the code 0.
ExitCode end_parsing(const CLI::App& application, const CLI::ParseError& error,
                     const Surroundings& surroundings) {
    if (error.get_exit_code() != 0) return refuse_usage(application, error, surroundings);
    std::ostringstream text;
    application.exit(error, text, text);
    const bool is_help = error.get_name() != "CallForVersion"; // scripts read the version from its one line
    const auto written =
        write_stream(surroundings.out, is_help ? wrap_help(text.str(), surroundings.columns) : text.str());
    return written ? ExitCode::clean : report_error(written.error(), ColourChoice::automatic, surroundings);
}

ExitCode run_parsed(const CommandLine& line, const Surroundings& surroundings) {
    std::error_code error;
    if (!line.folder().empty()) std::filesystem::current_path(line.folder(), error);
    if (error)
        return fail_usage(fmt::format("cannot enter {}: {}", line.folder(), error.message()), "",
                          surroundings);
    return line.run(surroundings);
}

/// Whoever asks for `help` or `version` means the options, unless that is a path here.
std::vector<std::string> with_options_for_words(std::vector<std::string> arguments) {
    std::error_code unknown;
    if (arguments.empty() || std::filesystem::exists(arguments.front(), unknown)) return arguments;
    if (arguments.front() == "version") arguments.front() = "--version";
    if (arguments.front() != "help") return arguments;
    arguments.erase(arguments.begin());
    arguments.push_back("--help");
    return arguments;
}

/// With all commands at hand: whoever is shown help, or is refused, is told of all.
ExitCode explain_parsing(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    CommandLine line(arguments, true);
    try {
        line.parse(arguments);
    } catch (const CLI::ParseError& error) {
        return end_parsing(line.application(), error, surroundings);
    }
    return run_parsed(line, surroundings);
}

ExitCode run_application(std::vector<std::string> words, const Surroundings& surroundings) {
    const std::vector<std::string> arguments = with_command(with_options_for_words(std::move(words)));
    CommandLine line(arguments, false);
    try {
        line.parse(arguments);
    } catch (const CLI::CallForVersion& version) {
        return end_parsing(line.application(), version, surroundings);
    } catch (const CLI::ParseError&) {
        return explain_parsing(arguments, surroundings);
    }
    return run_parsed(line, surroundings);
}

std::size_t terminal_columns() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
    return size.ws_col;
}

} // namespace

std::vector<std::string> with_command(std::vector<std::string> arguments) {
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].substr(0, 2) == "-C") at += arguments[at] == "-C" ? 2 : 1;
    at = std::min(at, arguments.size());
    const auto is = [&](std::string_view name) { return at < arguments.size() && arguments[at] == name; };
    if (is("--help") || is("-h") || is("--version")) return arguments;
    if (std::any_of(command_names().begin(), command_names().end(), is)) return arguments;
    arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(at), kUsualCommand);
    return arguments;
}

int run(std::vector<std::string> arguments, const Surroundings& surroundings) {
    return static_cast<int>(run_application(std::move(arguments), surroundings));
}

Surroundings real_surroundings() {
    std::signal(SIGPIPE,
                SIG_IGN); // a closed pipe is an error like a full disk, and other outputs are still written
    // Or a read that fails looks like the end of the input, and nobody can tell whether more of it waits.
    std::ios::sync_with_stdio(false);
    Surroundings surroundings{std::cin, std::cout, std::cerr};
    surroundings.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
    surroundings.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    surroundings.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    std::error_code unknown;
    if (surroundings.out_is_terminal) // nobody else is shown links to what was installed with it
        surroundings.program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    surroundings.columns = terminal_columns();
    surroundings.variable = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        if (value == nullptr) return std::nullopt;
        return value;
    };
    return surroundings;
}

} // namespace docs_lint::cli
