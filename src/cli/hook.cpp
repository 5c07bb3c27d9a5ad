#include "cli/hook.hpp"

#include "base/text.hpp"
#include "cli/history_index.hpp"
#include "cli/message.hpp"
#include "cli/watchdog.hpp"
#include "engine/hook_scripts.hpp"
#include "engine/join.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using base::fail;
using base::Result;

/// What `remote: ` leaves of a terminal.
constexpr std::size_t kColumns = 72;

/// Some servers give all hooks together five, and would end this one without a word.
constexpr double kSecondsOnServer = 4;

/// Who gives more has no limit in mind, and no clock of a machine goes as far as a double.
constexpr double kMostSeconds = 1e6;

void append_text(std::string& text, const std::string& more) {
    if (!text.empty() && !more.empty() && text != more) text += "; ";
    if (text != more) text += more;
}

void join(engine::RunResult& all, const engine::RunResult& one) {
    engine::append(all.outcome, one.outcome);
    engine::append(all.suppressed, one.suppressed);
    engine::add_counts(all.summary, one.summary);
    append_text(all.summary.scope, one.summary.scope);
    append_text(all.summary.policy, one.summary.policy);
    all.summary.files += one.summary.files;
    all.summary.governed += one.summary.governed;
    all.summary.commits += one.summary.commits;
    for (const std::string& note : one.summary.notes) {
        auto& notes = all.summary.notes;
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
}

/// Given by the user, or by the servers.
std::optional<base::TimeBudget::Seconds> time_budget(const HookOptions& options) {
    if (options.seconds) return base::TimeBudget::Seconds(*options.seconds);
    if (options.call.name == "pre-receive") return base::TimeBudget::Seconds(kSecondsOnServer);
    return std::nullopt;
}

/// What is common to all that the hook checks.
Result<engine::Request> common_request(const HookOptions& options, const Surroundings& surroundings) {
    const bool on_server = options.call.name == "pre-receive";
    engine::Request request;
    request.from_environment = true;
    if (auto applied = apply(options.common, request); !applied) return fail(applied.error());
    if (auto used = use_history_index(options.common, on_server, surroundings, request); !used)
        return fail(used.error());
    if (const auto length = time_budget(options)) request.time = base::TimeBudget(*length);
    return request;
}

/// A task says which commits, and nothing else.
engine::Request request_of(const HookTask& task, engine::Request common) {
    common.mode = task.request.mode;
    common.base = task.request.base;
    common.head = task.request.head;
    common.known_refs = task.request.known_refs;
    return common;
}

struct Joined {
    engine::RunResult result;
    std::size_t runs = 0;
    ExitCode code = ExitCode::clean;
};

void note_unreached(Joined& joined, std::size_t reached, std::size_t all, const base::TimeBudget& time) {
    joined.result.outcome.unverified.push_back(
        {"tool/unverifiable",
         fmt::format("reached {} of {}: the time of {} was over", reached, base::count_of(all, "ref"),
                     time.length_in_words()),
         diagnostics::whole_document(""),
         "push fewer refs at once, or give the hook more time: --time-budget SECONDS"});
}

void say_title(const HookTask& task, const HookOptions& options, const Surroundings& surroundings) {
    const std::string& name = options.call.name;
    say(fmt::format("{}: {}", name.empty() ? "hook" : name, task.title), surroundings);
}

bool is_clean(const Result<engine::RunResult>& result) {
    return result && result->outcome.findings.empty() && result->outcome.unverified.empty();
}

/// One task is named only where something is to be said of it: its commit gets one line where all is well.
Result<engine::RunResult> run_task(const HookTask& task, bool alone, const HookOptions& options,
                                   const engine::Request& common, const Surroundings& surroundings) {
    if (!alone && !options.common.quiet) say_title(task, options, surroundings);
    auto result = surroundings.engine(request_of(task, common));
    if ((alone || options.common.quiet) && !is_clean(result)) say_title(task, options, surroundings);
    return result;
}

/// Every task is run, also after one has failed, so that one push shows all that is wrong with it.
Joined run_all(const std::vector<HookTask>& tasks, const HookOptions& options, const engine::Request& common,
               const Settings& settings, const Surroundings& surroundings) {
    Joined joined;
    std::size_t reached = 0;
    for (const HookTask& task : tasks) {
        if (reached > 0 && common.time.is_over()) {
            note_unreached(joined, reached, tasks.size(), common.time);
            break;
        }
        ++reached;
        if (task.skipped) {
            if (!options.common.quiet) say_title(task, options, surroundings);
            continue;
        }
        const auto result = run_task(task, tasks.size() == 1, options, common, surroundings);
        if (!result) {
            joined.code = worst(joined.code, report_error(result.error(), settings.colour, surroundings));
            continue;
        }
        ++joined.runs;
        join(joined.result, *result);
    }
    diagnostics::finish(joined.result.outcome);
    diagnostics::finish(joined.result.suppressed, joined.result.outcome);
    return joined;
}

Result<Settings> hook_settings(const HookOptions& options, const Surroundings& surroundings) {
    auto settings = understand(options.common, "concise", surroundings);
    if (!settings) return settings;
    settings->screen.hook = true;
    settings->screen.width = kColumns;
    settings->screen.colour = settings->colour == ColourChoice::always;
    return settings;
}

/// What git has asked pre-commit already needs no second word that all is well.
reporters::Options screen_after(const Joined& joined, const HookOptions& options, const Settings& settings) {
    reporters::Options screen = settings.screen;
    if (options.call.name == "commit-msg" && joined.code == ExitCode::clean && is_clean(joined.result))
        screen.quiet = true;
    return screen;
}

ExitCode check_tasks(const HookOptions& options, const Settings& settings, const Surroundings& surroundings) {
    const Watchdog watchdog(time_budget(options));
    const auto common = common_request(options, surroundings);
    if (!common) return report_error(common.error(), settings.colour, surroundings);
    const auto tasks = hook_tasks(options.call, surroundings);
    if (!tasks) return report_error(tasks.error(), settings.colour, surroundings);
    if (tasks->empty()) say(fmt::format("{}: nothing is pushed", options.call.name), surroundings);
    const Joined joined = run_all(*tasks, options, *common, settings, surroundings);
    if (joined.runs == 0 && joined.result.outcome.unverified.empty()) return joined.code;
    const auto written = write_outputs(joined.result, settings.outputs,
                                       screen_after(joined, options, settings), surroundings.out);
    if (!written) return report_error(written.error(), settings.colour, surroundings);
    return worst(joined.code, exit_code_of(joined.result.outcome, settings.fail_on));
}

} // namespace

CLI::App* add_hook(CLI::App& application, HookOptions& options) {
    CLI::App* command = application.add_subcommand("hook", "Check from a git hook");
    command
        ->add_option("name", options.call.name,
                     "pre-commit, commit-msg, pre-push or pre-receive; without one, as pre-commit")
        ->type_name("HOOK")
        ->check(known_words(engine::hook_names()));
    command->add_option("arguments", options.call.arguments, "What git gives the hook")
        ->type_name("ARGUMENT");
    auto* staged = command->add_flag("--staged", options.call.staged, "What is staged, whatever else is set");
    auto* range = command->add_option("--range", options.call.range, "Every commit of A..B, and their merge");
    range->type_name("A..B")->check(not_empty())->excludes(staged);
    command->add_flag("--all", options.call.all, "HEAD and its whole history")
        ->excludes(staged)
        ->excludes(range);
    command
        ->add_option(
            "--time-budget", options.seconds,
            "Take up nothing new after so many seconds (pre-receive: after 4 unless told otherwise); what "
            "was not reached ends in exit code 3")
        ->type_name("SECONDS")
        ->check(CLI::Range(0.0, kMostSeconds));
    command->footer(
        "pre-commit and commit-msg check what is staged, and HEAD where nothing is; with "
        "PRE_COMMIT_FROM_REF\n"
        "and PRE_COMMIT_TO_REF they check that range. No rule asks for a commit's message: git runs\n"
        "commit-msg for a merge without conflicts, too, and pre-commit not.\n"
        "pre-push and pre-receive read from standard input what is pushed, every line of it.\n"
        "`docs-lint install` makes git run them.");
    add_common_options(*command, options.common);
    return command;
}

ExitCode hook(const HookOptions& options, const Surroundings& surroundings) {
    Surroundings narrow = surroundings;
    narrow.message_columns = kColumns;
    const auto settings = hook_settings(options, narrow);
    if (!settings) return report_error(settings.error(), colour_choice(options.common), narrow);
    return check_tasks(options, *settings, narrow);
}

} // namespace docs_lint::cli
