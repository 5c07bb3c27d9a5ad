#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "cli/colour.hpp"
#include "cli/exit_code.hpp"
#include "cli/output.hpp"
#include "cli/surroundings.hpp"
#include "engine/request.hpp"
#include "reporters/options.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Validator;
} // namespace CLI

namespace docs_lint::cli {

/// What every command that checks something understands, as it was written on the command line.
struct CommonOptions {
    std::vector<std::string> outputs;
    std::string colour = "auto";
    std::string fail_on = "error";
    std::string configuration;
    std::string as_of;
    std::string history_index = "auto";
    std::size_t max_annotations = reporters::kMostAnnotations;
    bool trust_repository = false;
    bool quiet = false;
    bool statistics = false;
};

/// Refuses an empty value: an unset variable in a script must not silently ask for something else.
CLI::Validator not_empty();

/// Refuses nothing: tells completions which words there are, for values whose slips are answered elsewhere.
CLI::Validator known_words(const std::vector<std::string>& words);

void add_colour_option(CLI::App& command, CommonOptions& options);
void add_configuration_option(CLI::App& command, CommonOptions& options);

/// What is reported, where and how, and what makes the command fail.
void add_report_options(CLI::App& command, CommonOptions& options);

/// By what rules, as of when and whose repository is judged.
void add_judging_options(CLI::App& command, CommonOptions& options);

/// Both.
void add_common_options(CLI::App& command, CommonOptions& options);

/// The same, understood.
struct Settings {
    std::vector<OutputSpec> outputs;
    ColourChoice colour = ColourChoice::automatic;
    FailOn fail_on;
    reporters::Options screen;
};

/// How standard output is to look.
reporters::Options screen_of(const CommonOptions& options, const Surroundings& surroundings);

ColourChoice colour_choice(const CommonOptions& options);

/// `usual` is the format for standard output where none is asked for.
base::Result<Settings> understand(const CommonOptions& options, std::string_view usual,
                                  const Surroundings& surroundings);

/// The rules of the repository here, or of the configuration file that is asked for.
base::Result<policy::Policy> read_policy(const CommonOptions& options, const Surroundings& surroundings);

/// Configuration, trust and clock go into the request.
base::Result<void> apply(const CommonOptions& options, engine::Request& request);

/// `A..B`; an empty side is HEAD.
base::Result<std::pair<std::string, std::string>> parse_range(std::string_view text);

/// A date means its last second, so that all that is dated that day is past.
base::Result<base::Instant> parse_as_of(std::string_view text);

} // namespace docs_lint::cli
