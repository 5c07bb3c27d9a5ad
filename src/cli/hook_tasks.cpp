#include "cli/hook_tasks.hpp"

#include "base/text.hpp"
#include "cli/options.hpp"
#include "engine/hook_scripts.hpp"

#include <fmt/format.h>
#include <istream>
#include <optional>
#include <utility>

namespace docs_lint::cli {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using engine::Mode;
using Tasks = std::vector<HookTask>;

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

HookTask task_of(std::string title, Mode mode, std::string base = {}, std::string head = {}) {
    HookTask task{std::move(title)};
    task.request.mode = mode;
    task.request.base = std::move(base);
    task.request.head = std::move(head);
    return task;
}

HookTask push_task(std::string_view ref, std::string_view old_commit, std::string_view new_commit) {
    if (is_zero(new_commit)) return {fmt::format("{} is deleted, nothing to check", ref), true};
    const std::string title =
        is_zero(old_commit)
            ? fmt::format("{} is new, up to {}", ref, new_commit.substr(0, 10))
            : fmt::format("{}, {}..{}", ref, old_commit.substr(0, 10), new_commit.substr(0, 10));
    return task_of(title, Mode::push, std::string(old_commit), std::string(new_commit));
}

/// Only what the remote holds is not new: the local branch that is pushed is a ref of this repository too.
std::vector<std::string> refs_of_remote(std::string_view remote) {
    return {remote.empty() ? "refs/remotes/" : fmt::format("refs/remotes/{}/", remote)};
}

/// Each line of standard input that is not empty becomes a task.
Result<Tasks> tasks_of_lines(const HookCall& call, const Surroundings& surroundings) {
    const std::string remote = call.arguments.empty() ? "" : call.arguments[0];
    if (surroundings.in_is_terminal)
        return fail(ErrorKind::usage,
                    fmt::format("{} reads from git what is pushed, and this is a terminal", call.name),
                    "try `docs-lint check --range A..B`");
    Tasks tasks;
    for (std::string line; std::getline(surroundings.in, line);) {
        if (line.empty()) continue;
        auto task = call.name == "pre-push" ? pre_push_task(line, remote) : pre_receive_task(line);
        if (!task) return fail(task.error());
        tasks.push_back(std::move(*task));
    }
    if (surroundings.in.bad())
        return fail(ErrorKind::failure, fmt::format("{}: cannot read standard input", call.name));
    return tasks;
}

/// From the variables that the pre-commit framework sets, which has no other way to say what is pushed.
std::optional<HookTask> task_of_framework(const Surroundings& surroundings) {
    const auto from = variable(surroundings, "PRE_COMMIT_FROM_REF");
    const auto to = variable(surroundings, "PRE_COMMIT_TO_REF");
    if (from && to) return task_of(fmt::format("{}..{}", *from, *to), Mode::range, *from, *to);
    // It gives no range where a branch with a root commit is pushed for the first time.
    const auto pushed = to ? to : variable(surroundings, "PRE_COMMIT_LOCAL_BRANCH");
    if (!pushed) return std::nullopt;
    HookTask task = task_of(fmt::format("{} is new", *pushed), Mode::push, {}, *pushed);
    task.request.known_refs = refs_of_remote(variable(surroundings, "PRE_COMMIT_REMOTE_NAME").value_or(""));
    return task;
}

/// A framework that is run by hand has nothing staged, and means HEAD.
HookTask commit_task() {
    return task_of("what is staged", Mode::next_commit);
}

Result<HookTask> range_task(const std::string& written) {
    const auto range = parse_range(written);
    if (!range) return fail(range.error());
    return task_of(fmt::format("{}..{}", range->first, range->second), Mode::range, range->first,
                   range->second);
}

Result<Tasks> alone(Result<HookTask> task) {
    if (!task) return fail(std::move(task.error()));
    return Tasks{std::move(*task)};
}

Result<void> check_name(const std::string& name) {
    if (name.empty() || engine::find_hook_script(name) != nullptr) return {};
    const auto nearest = base::nearest_name(name, engine::hook_names());
    return fail(ErrorKind::usage, fmt::format("no hook is called `{}`", name),
                nearest ? fmt::format("did you mean `{}`?", *nearest)
                        : fmt::format("the hooks are {}", base::list_in_words(engine::hook_names())));
}

} // namespace

Result<Tasks> hook_tasks(const HookCall& call, const Surroundings& surroundings) {
    if (auto known = check_name(call.name); !known) return fail(known.error());
    if (call.staged) return Tasks{task_of("the index against HEAD", Mode::index)};
    if (call.all) return Tasks{task_of("HEAD and its whole history", Mode::audit)};
    if (!call.range.empty()) return alone(range_task(call.range));
    if (call.name == "pre-receive") return tasks_of_lines(call, surroundings);
    // A framework reads what git writes, and hands nothing on.
    if (auto task = task_of_framework(surroundings)) return Tasks{std::move(*task)};
    if (call.name == "pre-push") return tasks_of_lines(call, surroundings);
    return Tasks{commit_task()};
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

} // namespace docs_lint::cli
