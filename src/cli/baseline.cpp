#include "cli/baseline.hpp"

#include "base/text.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "engine/run.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using base::fail;
using base::Result;
using engine::kBaselineFile;

std::string report_of(const engine::BaselineUpdate& update) {
    const std::size_t now = update.updated.entries.size();
    if (!update.old)
        return fmt::format("{} holds {} now: commit it, and have it reviewed", kBaselineFile,
                           base::count_of(now, "finding"));
    const std::size_t gone = update.old->entries.size() - now;
    if (gone == 0)
        return fmt::format("all of {} in {} are still there: nothing was written",
                           base::count_of(now, "finding"), kBaselineFile);
    return fmt::format("{} gone from {}, {} left", base::count_of(gone, "finding"), kBaselineFile, now);
}

/// What is left for the next run to find.
std::string beyond(const engine::BaselineUpdate& update) {
    if (update.beyond.empty()) return {};
    std::size_t all = 0;
    std::vector<std::string> rules;
    for (const auto& [rule, count] : update.beyond) {
        all += count;
        rules.push_back(fmt::format("{} of {}", count, rule));
    }
    return fmt::format("docs-lint: {} that no baseline takes: {}\n", base::count_of(all, "finding"),
                       base::list_in_words(rules));
}

Result<std::string> update(const BaselineOptions& options) {
    engine::Request request;
    if (const auto status = apply(options.common, request); !status) return fail(status.error());
    const auto update = engine::update_baseline(request);
    if (!update) return fail(update.error());
    if (options.initial && update->old)
        return fail(base::ErrorKind::usage, fmt::format("there is a {} already", kBaselineFile),
                    "without --initial it is made smaller; it never grows");
    const bool changed = !update->old || update->old->entries.size() != update->updated.entries.size();
    if (changed) {
        const auto written = write_file(update->path, engine::render_baseline(update->updated));
        if (!written) return fail(written.error());
    }
    return "docs-lint: " + report_of(*update) + "\n" + beyond(*update);
}

} // namespace

CLI::App* add_baseline(CLI::App& application, BaselineOptions& options) {
    CLI::App* command = application.add_subcommand(
        "baseline", "Record today's findings as known; later, take out those that are gone");
    command->add_flag("--initial", options.initial, "Refuse where there is a baseline already");
    command
        ->add_option("--config", options.common.configuration,
                     "A configuration file instead of the repository's own")
        ->type_name("FILE")
        ->check(not_empty());
    command->add_flag("--trust-repository", options.common.trust_repository,
                      "Read a repository that another user owns");
    add_colour_option(*command, options.common);
    return command;
}

ExitCode baseline(const BaselineOptions& options, const Surroundings& surroundings) {
    auto text = update(options);
    if (!text) return report_error(text.error(), colour_choice(options.common), surroundings);
    const auto written = write_stream(surroundings.out, *text);
    return written ? ExitCode::clean
                   : report_error(written.error(), colour_choice(options.common), surroundings);
}

} // namespace docs_lint::cli
