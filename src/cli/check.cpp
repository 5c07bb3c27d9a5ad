#include "cli/check.hpp"

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/fix.hpp"
#include "cli/history_index.hpp"
#include "cli/message.hpp"
#include "cli/paths.hpp"
#include "cli/progress.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using base::fail;
using base::Result;
using engine::Mode;
using engine::Request;

Result<void> choose_commits(Mode mode, const std::string& written, Request& request) {
    const auto range = parse_range(written);
    if (!range) return fail(range.error());
    const bool no_base = range->first.find_first_not_of('0') == std::string::npos;
    if (mode == Mode::push && no_base)
        return fail(base::ErrorKind::usage, "--push needs the commit that was there before",
                    "for a new branch, use --range against the branch that it left, or `docs-lint audit`");
    request.mode = mode;
    request.base = range->first;
    request.head = range->second;
    return {};
}

Result<void> choose_mode(const CheckOptions& options, Request& request) {
    if (options.staged) {
        request.mode = Mode::index;
        request.from_environment = true; // git may give a hook that calls this another index
    } else if (!options.range.empty()) {
        return choose_commits(Mode::range, options.range, request);
    } else if (!options.push.empty()) {
        return choose_commits(Mode::push, options.push, request);
    } else if (!options.revision.empty()) {
        request.mode = Mode::revision;
        request.head = options.revision;
    }
    return {};
}

/// A path that is none may be a command with a slip of the pen.
base::Error suggest_command(base::Error error, const std::vector<std::string>& paths) {
    if (paths.size() != 1) return error;
    if (const auto command = base::nearest_name(paths[0], command_names()))
        error.help = fmt::format("did you mean the command `{}`?", *command);
    return error;
}

Result<Request> request_of(const CheckOptions& options) {
    Request request;
    if (const auto status = choose_mode(options, request); !status) return fail(status.error());
    if (const auto status = apply(options.common, request); !status) return fail(status.error());
    const bool on_disk = request.mode == Mode::worktree;
    auto paths = repository_paths(options.paths, ".", on_disk ? MissingPath::refuse : MissingPath::allow);
    if (!paths) return fail(suggest_command(paths.error(), options.paths));
    request.paths = std::move(*paths);
    return request;
}

} // namespace

CLI::App* add_check(CLI::App& application, CheckOptions& options) {
    CLI::App* command =
        application.add_subcommand("check", "Check documents (this is what happens without a command)");
    command->add_option("paths", options.paths, "Only documents below these")->type_name("PATH");
    auto* staged = command->add_flag("--staged", options.staged, "What is staged, against HEAD");
    auto* range = command->add_option("--range", options.range,
                                      "A pull request: every commit of A..B, and their merge");
    auto* push =
        command->add_option("--push", options.push, "A push: every new commit, and B's tree in A's place");
    auto* revision = command->add_option("--rev", options.revision, "One commit and its tree");
    range->type_name("A..B")->check(not_empty())->excludes(staged);
    push->type_name("A..B")->check(not_empty())->excludes(staged)->excludes(range);
    revision->type_name("REV")->check(not_empty())->excludes(staged)->excludes(range)->excludes(push);
    auto* fix = command->add_flag("--fix", options.fix,
                                  "Cure in the working tree what follows from the documents themselves");
    auto* diff = command->add_flag("--diff", options.diff, "Show what --fix would change, and write nothing");
    fix->excludes(staged)->excludes(range)->excludes(push)->excludes(revision)->excludes(diff);
    diff->excludes(staged)->excludes(range)->excludes(push)->excludes(revision);
    add_common_options(*command, options.common);
    diff->excludes(command->get_option("--output"))->excludes(command->get_option("--statistics"));
    return command;
}

ExitCode run_and_report(const Request& request, const CommonOptions& options,
                        const Surroundings& surroundings) {
    const auto run = [&]() -> Result<engine::RunResult> {
        Request whole = request;
        if (const auto used = use_history_index(options, false, surroundings, whole); !used)
            return fail(used.error());
        whole.records = whole.shard.is_whole() ? records_asked(options.outputs)
                                               : engine::RecordsAsked::with_history; // for whoever merges
        Progress progress(surroundings);
        whole.on_stage = [&progress](std::string_view stage) { progress.stage(stage); };
        return surroundings.engine(whole);
    };
    return report(run, options, surroundings);
}

ExitCode report(const std::function<Result<engine::RunResult>()>& run, const CommonOptions& options,
                const Surroundings& surroundings) {
    const auto settings = understand(options, "full", surroundings);
    if (!settings) return report_error(settings.error(), colour_choice(options), surroundings);
    const auto result = run();
    if (!result) return report_error(result.error(), settings->colour, surroundings);
    const auto written = write_outputs(*result, settings->outputs, settings->screen, surroundings.out);
    if (!written) return report_error(written.error(), settings->colour, surroundings);
    return exit_code_of(result->outcome, settings->fail_on);
}

ExitCode check(const CheckOptions& options, const Surroundings& surroundings) {
    const auto request = request_of(options);
    if (!request) return report_error(request.error(), colour_choice(options.common), surroundings);
    if (options.fix) return fix(*request, options.common, surroundings);
    if (options.diff) return show_fixes(*request, options.common, surroundings);
    return run_and_report(*request, options.common, surroundings);
}

} // namespace docs_lint::cli
