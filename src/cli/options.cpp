#include "cli/options.hpp"

#include "cli/rule_pages.hpp"
#include "reporters/format.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

std::string formats_in_words() {
    return fmt::format("{}", fmt::join(reporters::format_names(), ", "));
}

} // namespace

CLI::Validator not_empty() {
    return CLI::Validator(
        [](std::string& value) { return std::string(value.empty() ? "the value is empty" : ""); }, "");
}

CLI::Validator known_words(const std::vector<std::string>& words) {
    return CLI::Validator([](std::string&) { return std::string(); },
                          fmt::format("{{{}}}", fmt::join(words, ",")));
}

void add_colour_option(CLI::App& command, CommonOptions& options) {
    command.add_option("--color", options.colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
}

void add_configuration_option(CLI::App& command, CommonOptions& options) {
    command
        .add_option("--config", options.configuration, "A configuration file instead of the repository's own")
        ->type_name("FILE")
        ->check(not_empty());
}

void add_report_options(CLI::App& command, CommonOptions& options) {
    command
        .add_option("-o,--output", options.outputs,
                    fmt::format("{}; with =PATH into a file; may be repeated", formats_in_words()))
        ->type_name("FORMAT[=PATH]")
        ->check(known_words(reporters::format_names()))
        ->allow_extra_args(false)
        ->take_all();
    command
        .add_option("--fail-on", options.fail_on,
                    "Exit 1 from this severity on: error (default), warning, information, never")
        ->check(CLI::IsMember({"error", "warning", "information", "never"}))
        ->type_name("LEVEL");
    command
        .add_option("--max-annotations", options.max_annotations,
                    "github: so many of each level at most; more than 10 (default) GitHub would not show")
        ->check(CLI::Range(std::size_t{0}, reporters::kMostAnnotations))
        ->type_name("N");
    command.add_flag("-q,--quiet", options.quiet, "Findings only, no summary");
    command.add_flag("--statistics", options.statistics, "How often each rule was broken");
    add_colour_option(command, options);
}

void add_judging_options(CLI::App& command, CommonOptions& options) {
    add_configuration_option(command, options);
    command.add_option("--as-of", options.as_of, "Judge as if it were that date or UTC timestamp")
        ->type_name("TIME")
        ->check(not_empty());
    command
        .add_option(
            "--history-index", options.history_index,
            "Keep what a walk over a history or a long audit found for the next run: auto (default; not "
            "under CI or on a server), always, never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    command.add_flag("--trust-repository", options.trust_repository,
                     "Read a repository that another user owns");
}

void add_common_options(CLI::App& command, CommonOptions& options) {
    add_report_options(command, options);
    add_judging_options(command, options);
}

ColourChoice colour_choice(const CommonOptions& options) {
    if (options.colour == "always") return ColourChoice::always;
    return options.colour == "never" ? ColourChoice::never : ColourChoice::automatic;
}

Result<Settings> understand(const CommonOptions& options, std::string_view usual,
                            const Surroundings& surroundings) {
    auto outputs = parse_outputs(options.outputs, reporters::format_names(), usual);
    if (!outputs) return fail(outputs.error());
    Settings settings;
    settings.outputs = std::move(*outputs);
    settings.colour = colour_choice(options);
    if (options.fail_on != "never") settings.fail_on = diagnostics::parse_severity(options.fail_on);
    settings.screen = screen_of(options, surroundings);
    return settings;
}

reporters::Options screen_of(const CommonOptions& options, const Surroundings& surroundings) {
    reporters::Options screen;
    screen.colour = use_colour(colour_choice(options), surroundings.out_is_terminal, surroundings);
    if (screen.colour && surroundings.out_is_terminal) screen.pages = rule_pages_of(surroundings.program);
    screen.ci = under_ci(surroundings);
    screen.quiet = options.quiet;
    screen.statistics = options.statistics;
    screen.annotations = options.max_annotations;
    screen.width = std::clamp<std::size_t>(surroundings.columns, 40, 140);
    return screen;
}

Result<policy::Policy> read_policy(const CommonOptions& options, const Surroundings& surroundings) {
    const bool asked_for = !options.configuration.empty();
    return surroundings.policy(asked_for ? std::optional(options.configuration) : std::nullopt);
}

Result<void> apply(const CommonOptions& options, engine::Request& request) {
    request.trust_owner = options.trust_repository;
    if (!options.configuration.empty()) request.configuration = options.configuration;
    if (options.as_of.empty()) return {};
    const auto as_of = parse_as_of(options.as_of);
    if (!as_of) return fail(as_of.error());
    request.as_of = *as_of;
    return {};
}

Result<std::pair<std::string, std::string>> parse_range(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos || text == "..")
        return fail(ErrorKind::usage, fmt::format("`{}` is no range", text),
                    "write `--range BASE..HEAD`, such as `main..HEAD`");
    if (text.substr(dots, 3) == "...")
        return fail(ErrorKind::usage, fmt::format("`{}` has three dots", text),
                    "write two: a range is judged from where the two sides parted in any case");
    const auto side = [](std::string_view one) {
        return one.empty() ? std::string("HEAD") : std::string(one);
    };
    return std::pair{side(text.substr(0, dots)), side(text.substr(dots + 2))};
}

Result<base::Instant> parse_as_of(std::string_view text) {
    const auto moment = base::parse_moment(text);
    if (!moment)
        return fail(ErrorKind::usage, fmt::format("`{}` is neither a date nor a UTC timestamp", text),
                    "write `2026-03-01` or `2026-03-01T17:00:00Z`");
    using namespace std::chrono;
    const seconds time = moment->time_of_day.value_or(hours{24} - seconds{1});
    return base::Instant{(sys_days{moment->date}.time_since_epoch() + time).count(), 0};
}

} // namespace docs_lint::cli
