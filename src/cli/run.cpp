#include "cli/run.hpp"

#include "base/text.hpp"
#include "cli/audit.hpp"
#include "cli/baseline.hpp"
#include "cli/check.hpp"
#include "cli/completion.hpp"
#include "cli/described_command.hpp"
#include "cli/doctor.hpp"
#include "cli/explain.hpp"
#include "cli/help.hpp"
#include "cli/hook.hpp"
#include "cli/init.hpp"
#include "cli/install.hpp"
#include "cli/manual.hpp"
#include "cli/merge.hpp"
#include "cli/message.hpp"
#include "cli/new.hpp"
#include "cli/process.hpp"
#include "cli/rules.hpp"
#include "cli/server.hpp"
#include "cli/status.hpp"
#include "cli/versions.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <optional>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace docs_lint::cli {
namespace {

/// What happens without a command.
constexpr const char* kUsualCommand = "check";

constexpr const char* kExamples = R"(Examples:
  docs-lint                          check the documents in this repository
  docs-lint docs/records             only those below a folder
  docs-lint --staged                 what the next commit would hold
  docs-lint --range main..HEAD       a pull request
  docs-lint audit                    everything, and its whole history
  docs-lint -o json=report.json      a report for machines beside the one for people
  docs-lint status                   who has to do what next, and by when
  docs-lint init                     propose a configuration from the documents that are here
  docs-lint check --fix              cure what follows from the documents themselves
  docs-lint new record CLASS ID TITLE    begin a document with all its parts open
  docs-lint install                  make git run docs-lint in its hooks
  docs-lint doctor                   what can and cannot be verified here, and why
  docs-lint explain RULE             why a rule exists and how to fix a finding
  docs-lint process show TEMPLATE    the process that a Markdown template defines

`docs-lint check --help` shows the options of a check.
Exit codes: 0 clean, 1 findings, 2 wrong usage, configuration or a failure, 3 could not verify.)";

struct Parsed {
    std::string folder;
    CheckOptions check;
    AuditOptions audit;
    MergeOptions merge;
    BaselineOptions baseline;
    HookOptions hook;
    InitOptions init;
    StatusOptions status;
    NewOptions new_text;
    InstallOptions install;
    CommonOptions doctor;
    ExplainOptions explain;
    ProcessOptions process;
    CommonOptions rules;
    CommonOptions server;
    CompletionOptions completion;
};

void define(CLI::App& application, Parsed& parsed) {
    application.name("docs-lint");
    application.formatter(help_formatter());
    application.set_version_flag("--version", version_line());
    application.add_option("-C", parsed.folder, "Run as if started in FOLDER")
        ->type_name("FOLDER")
        ->check(not_empty());
    application.require_subcommand(1);
    application.fallthrough();
    add_check(application, parsed.check);
    add_audit(application, parsed.audit);
    add_merge(application, parsed.merge);
    add_baseline(application, parsed.baseline);
    add_hook(application, parsed.hook);
    add_status(application, parsed.status);
    add_init(application, parsed.init);
    add_new(application, parsed.new_text);
    add_install(application, parsed.install);
    add_doctor(application, parsed.doctor);
    add_explain(application, parsed.explain);
    add_rules(application, parsed.rules);
    add_process(application, parsed.process);
    add_server(application, parsed.server);
    add_completion(application, parsed.completion);
    add_manual(application);
    application.footer(kExamples); // last: the commands would inherit it
}

std::vector<std::string> names_of(const CLI::App& application) {
    std::vector<std::string> names;
    for (const CLI::App* command : application.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

ExitCode dispatch(const CLI::App& application, const Parsed& parsed, const Surroundings& surroundings) {
    if (application.got_subcommand("audit")) return audit(parsed.audit, surroundings);
    if (application.got_subcommand("merge")) return merge(parsed.merge, surroundings);
    if (application.got_subcommand("baseline")) return baseline(parsed.baseline, surroundings);
    if (application.got_subcommand("hook")) return hook(parsed.hook, surroundings);
    if (application.got_subcommand("status")) return status(parsed.status, surroundings);
    if (application.got_subcommand("init")) return init(parsed.init, surroundings);
    if (application.got_subcommand("new")) return write_new(parsed.new_text, surroundings);
    if (application.got_subcommand("install")) return install(parsed.install, surroundings);
    if (application.got_subcommand("doctor")) return doctor(parsed.doctor, surroundings);
    if (application.got_subcommand("explain")) return explain(parsed.explain, surroundings);
    if (application.got_subcommand("rules")) return list_rules(parsed.rules, surroundings);
    if (application.got_subcommand("process")) return process(parsed.process, surroundings);
    if (application.got_subcommand("server")) return server(parsed.server, surroundings);
    if (application.got_subcommand("completion"))
        return completion(parsed.completion, as_typed(describe(application), kUsualCommand), surroundings);
    if (application.got_subcommand("man")) return manual(describe(application), surroundings);
    return check(parsed.check, surroundings);
}

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
    const auto written = write_stream(surroundings.out, text.str());
    return written ? ExitCode::clean : report_error(written.error(), ColourChoice::automatic, surroundings);
}

ExitCode run_parsed(const CLI::App& application, const Parsed& parsed, const Surroundings& surroundings) {
    std::error_code error;
    if (!parsed.folder.empty()) std::filesystem::current_path(parsed.folder, error);
    if (error)
        return fail_usage(fmt::format("cannot enter {}: {}", parsed.folder, error.message()), "",
                          surroundings);
    return dispatch(application, parsed, surroundings);
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

ExitCode run_application(std::vector<std::string> arguments, const Surroundings& surroundings) {
    CLI::App application("Checks governed Markdown documents against their process and against git.");
    Parsed parsed;
    define(application, parsed);
    std::vector<std::string> backwards =
        with_command(with_options_for_words(std::move(arguments)), names_of(application));
    std::reverse(backwards.begin(), backwards.end()); // as CLI11 wants them
    try {
        application.parse(backwards);
    } catch (const CLI::ParseError& error) {
        return end_parsing(application, error, surroundings);
    }
    return run_parsed(application, parsed, surroundings);
}

std::size_t terminal_columns() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
    return size.ws_col;
}

} // namespace

const std::vector<std::string>& command_names() {
    static const std::vector<std::string> names = [] {
        CLI::App application;
        Parsed parsed;
        define(application, parsed);
        return names_of(application);
    }();
    return names;
}

std::vector<std::string> with_command(std::vector<std::string> arguments,
                                      const std::vector<std::string>& commands) {
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].substr(0, 2) == "-C") at += arguments[at] == "-C" ? 2 : 1;
    at = std::min(at, arguments.size());
    const auto is = [&](std::string_view name) { return at < arguments.size() && arguments[at] == name; };
    if (is("--help") || is("-h") || is("--version")) return arguments;
    if (std::any_of(commands.begin(), commands.end(), is)) return arguments;
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
