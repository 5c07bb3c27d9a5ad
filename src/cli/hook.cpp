#include "cli/hook.hpp"

#include "base/text.hpp"
#include "cli/history_index.hpp"
#include "cli/message.hpp"
#include "engine/join.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <istream>

namespace docs_lint::cli {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using engine::Mode;

/// What `remote: ` leaves of a terminal.
constexpr std::size_t kColumns = 72;

bool is_object_name(std::string_view text) {
    return text.size() >= 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_zero(std::string_view name) {
    return name.find_first_not_of('0') == std::string_view::npos;
}

tl::unexpected<base::Error> fail_on_line(std::string_view hook, std::string_view form,
                                         std::string_view line) {
    return fail(ErrorKind::usage, fmt::format("{}: not a line of git: `{}`", hook, line),
                fmt::format("git writes `{}` to this hook's standard input", form));
}

HookTask push_task(std::string_view ref, std::string_view old_commit, std::string_view new_commit) {
    if (is_zero(new_commit)) return {fmt::format("{} is deleted, nothing to check", ref), true};
    HookTask task{fmt::format("{}, {}..{}", ref, old_commit.substr(0, 10), new_commit.substr(0, 10))};
    if (is_zero(old_commit)) task.title = fmt::format("{} is new, up to {}", ref, new_commit.substr(0, 10));
    task.request.mode = Mode::push;
    task.request.base = old_commit;
    task.request.head = new_commit;
    return task;
}

/// Only what the remote holds is not new: the local branch that is pushed is a ref of this repository too.
std::string refs_of_remote(std::string_view remote) {
    return remote.empty() ? "refs/remotes/" : fmt::format("refs/remotes/{}/", remote);
}

/// Each line of standard input that is not empty becomes a task.
Result<std::vector<HookTask>> tasks_of_lines(const HookOptions& options, const Surroundings& surroundings) {
    const std::string& hook = options.name;
    const std::string remote = options.arguments.empty() ? "" : options.arguments[0];
    if (surroundings.in_is_terminal)
        return fail(ErrorKind::usage,
                    fmt::format("{} reads from git what is pushed, and this is a terminal", hook),
                    "try `docs-lint check --range A..B`");
    std::vector<HookTask> tasks;
    for (std::string line; std::getline(surroundings.in, line);) {
        if (line.empty()) continue;
        auto task = hook == "pre-push" ? pre_push_task(line, remote) : pre_receive_task(line);
        if (!task) return fail(task.error());
        tasks.push_back(std::move(*task));
    }
    if (surroundings.in.bad())
        return fail(ErrorKind::failure, fmt::format("{}: cannot read standard input", hook));
    return tasks;
}

Result<std::vector<HookTask>> tasks_of(const HookOptions& options, const Surroundings& surroundings) {
    const std::string& hook = options.name;
    if (hook == "pre-commit") return std::vector<HookTask>{pre_commit_task(surroundings)};
    if (hook == "pre-push" || hook == "pre-receive") return tasks_of_lines(options, surroundings);
    return fail(ErrorKind::usage, fmt::format("no hook is called `{}`", hook),
                "the hooks are pre-commit, pre-push and pre-receive");
}

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

Result<void> prepare(const HookOptions& options, const Surroundings& surroundings, engine::Request& request) {
    request.from_environment = true;
    if (auto applied = apply(options.common, request); !applied) return applied;
    return use_history_index(options.common, options.name == "pre-receive", surroundings, request);
}

/// Every task is run, also after one has failed, so that one push shows all that is wrong with it.
struct Joined {
    engine::RunResult result;
    std::size_t runs = 0;
    ExitCode code = ExitCode::clean;
};

Joined run_all(const std::vector<HookTask>& tasks, const HookOptions& options, const Settings& settings,
               const Surroundings& surroundings) {
    Joined joined;
    for (const HookTask& task : tasks) {
        say(fmt::format("{}: {}", options.name, task.title), surroundings);
        if (task.skipped) continue;
        engine::Request request = task.request;
        const auto applied = prepare(options, surroundings, request);
        const auto result =
            applied ? surroundings.engine(request) : Result<engine::RunResult>(fail(applied.error()));
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

} // namespace

CLI::App* add_hook(CLI::App& application, HookOptions& options) {
    CLI::App* command = application.add_subcommand("hook", "Check from a git hook");
    command
        ->add_option("name", options.name,
                     "pre-commit, pre-push or pre-receive (commit-msg has nothing to check)")
        ->required()
        ->type_name("HOOK")
        ->check(known_words({"pre-commit", "pre-push", "pre-receive"}));
    command->add_option("arguments", options.arguments, "What git gives the hook")->type_name("ARGUMENT");
    command->footer(
        "pre-commit checks what is staged; with PRE_COMMIT_FROM_REF and PRE_COMMIT_TO_REF that range.\n"
        "pre-push and pre-receive read from standard input what is pushed, every line of it.\n"
        "commit-msg is no hook of docs-lint: pre-commit does the work.");
    add_common_options(*command, options.common);
    return command;
}

HookTask pre_commit_task(const Surroundings& surroundings) {
    const auto from = variable(surroundings, "PRE_COMMIT_FROM_REF");
    const auto to = variable(surroundings, "PRE_COMMIT_TO_REF");
    HookTask task;
    if (from && to) {
        task.title = fmt::format("{}..{}", *from, *to);
        task.request.mode = Mode::range;
        task.request.base = *from;
        task.request.head = *to;
        return task;
    }
    // The framework gives no range where a branch with a root commit is pushed for the first time.
    if (const auto pushed = to ? to : variable(surroundings, "PRE_COMMIT_LOCAL_BRANCH")) {
        task.title = fmt::format("{} is new", *pushed);
        task.request.mode = Mode::push;
        task.request.head = *pushed;
        task.request.known_refs =
            refs_of_remote(variable(surroundings, "PRE_COMMIT_REMOTE_NAME").value_or(""));
        return task;
    }
    task.title = "the index against HEAD";
    task.request.mode = Mode::index;
    return task;
}

Result<HookTask> pre_push_task(std::string_view line, std::string_view remote) {
    const auto fields = base::split(line, ' ');
    if (fields.size() != 4 || !is_object_name(fields[1]) || !is_object_name(fields[3]))
        return fail_on_line("pre-push", "<local ref> <local oid> <remote ref> <remote oid>", line);
    HookTask task = push_task(fields[2], fields[3], fields[1]);
    task.request.known_refs = refs_of_remote(remote);
    return task;
}

Result<HookTask> pre_receive_task(std::string_view line) {
    const auto fields = base::split(line, ' ');
    if (fields.size() != 3 || !is_object_name(fields[0]) || !is_object_name(fields[1]))
        return fail_on_line("pre-receive", "<old oid> <new oid> <ref>", line);
    return push_task(fields[2], fields[0], fields[1]);
}

ExitCode hook(const HookOptions& options, const Surroundings& surroundings) {
    const auto settings = hook_settings(options, surroundings);
    if (!settings) return report_error(settings.error(), colour_choice(options.common), surroundings);
    const auto tasks = tasks_of(options, surroundings);
    if (!tasks) return report_error(tasks.error(), settings->colour, surroundings);
    if (tasks->empty()) say(fmt::format("{}: nothing is pushed", options.name), surroundings);
    const Joined joined = run_all(*tasks, options, *settings, surroundings);
    if (joined.runs == 0) return joined.code;
    const auto written = write_outputs(joined.result, settings->outputs, settings->screen, surroundings.out);
    if (!written) return report_error(written.error(), settings->colour, surroundings);
    return worst(joined.code, exit_code_of(joined.result.outcome, settings->fail_on));
}

} // namespace docs_lint::cli
