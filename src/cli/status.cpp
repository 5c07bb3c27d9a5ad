#include "cli/status.hpp"

#include "base/clock.hpp"
#include "cli/history_index.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/paths.hpp"
#include "reporters/status.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using base::fail;
using base::Result;

/// Timers run by the clock: who asks wants to know what is left of them today.
Result<engine::Request> request_of(const StatusOptions& options, const Surroundings& surroundings) {
    engine::Request request;
    request.records = engine::RecordsAsked::standing;
    if (!options.revision.empty()) {
        request.mode = engine::Mode::revision;
        request.head = options.revision;
    }
    if (const auto applied = apply(options.common, request); !applied) return fail(applied.error());
    if (const auto used = use_history_index(options.common, false, surroundings, request); !used)
        return fail(used.error());
    if (!request.as_of) request.as_of = base::now();
    const bool on_disk = request.mode == engine::Mode::worktree;
    auto paths = repository_paths(options.paths, ".", on_disk ? MissingPath::refuse : MissingPath::allow);
    if (!paths) return fail(paths.error());
    request.paths = std::move(*paths);
    return request;
}

/// What could not be read is said by that rule; what the history lacks is no matter here.
bool is_told_whole(const engine::RunResult& result) {
    const auto unread = [](const auto& one) { return one.rule == "tool/document-unreadable"; };
    const auto& [findings, unverified] = result.outcome;
    return std::none_of(findings.begin(), findings.end(), unread) &&
           std::none_of(unverified.begin(), unverified.end(), unread) &&
           std::all_of(result.records.begin(), result.records.end(),
                       [](const records::Record& record) { return record.closed || record.unknown.empty(); });
}

} // namespace

CLI::App* add_status(CLI::App& application, StatusOptions& options) {
    CLI::App* command = application.add_subcommand(
        "status", "Where each open record stands: who does what next, and by when");
    command->add_option("paths", options.paths, "Only records below these")->type_name("PATH");
    command->add_option("--rev", options.revision, "As they stand in that commit")
        ->type_name("REV")
        ->check(not_empty());
    command->add_flag("--all", options.all, "Those that are closed, too");
    command
        ->add_option("-o,--output", options.common.outputs,
                     fmt::format("{}; with =PATH into a file; may be repeated",
                                 fmt::join(reporters::status_formats(), ", ")))
        ->type_name("FORMAT[=PATH]")
        ->check(known_words(reporters::status_formats()))
        ->allow_extra_args(false)
        ->take_all();
    command->add_flag("-q,--quiet", options.common.quiet, "The table only");
    add_colour_option(*command, options.common);
    add_judging_options(*command, options.common);
    return command;
}

ExitCode status(const StatusOptions& options, const Surroundings& surroundings) {
    const auto outputs = parse_outputs(options.common.outputs, reporters::status_formats(), "table");
    if (!outputs) return report_error(outputs.error(), colour_choice(options.common), surroundings);
    const reporters::Options screen = screen_of(options.common, surroundings);
    const auto request = request_of(options, surroundings);
    if (!request) return report_error(request.error(), colour_choice(options.common), surroundings);
    const auto result = surroundings.engine(*request);
    if (!result) return report_error(result.error(), colour_choice(options.common), surroundings);
    const auto written = write_each(*outputs, surroundings.out, [&](const OutputSpec& output) {
        return reporters::render_status(output.format, {*result, options.all}, options_for(output, screen));
    });
    if (!written) return report_error(written.error(), colour_choice(options.common), surroundings);
    return is_told_whole(*result) ? ExitCode::clean : ExitCode::unverifiable;
}

} // namespace docs_lint::cli
