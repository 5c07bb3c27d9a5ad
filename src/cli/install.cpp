#include "cli/install.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/hook_file.hpp"
#include "cli/manager_lines.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/program_path.hpp"
#include "git/repository.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <system_error>
#include <utility>

namespace docs_lint::cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;
using base::Result;
using engine::HookManager;
using Names = std::vector<std::string>;

/// Where hooks are installed.
struct Place {
    fs::path folder; ///< in which git looks for hooks
    fs::path root;   ///< of the work tree; empty in a bare repository
    fs::path shared; ///< the folder, where another repository may have it too
};

Result<Place> find_place(const InstallOptions& options) {
    const auto repository = git::Repository::open(".", {false, options.common.trust_repository});
    if (!repository) return fail(repository.error());
    Place place{repository->hooks_folder(), repository->work_tree().value_or(""), {}};
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(place.folder, error);
    const bool in_work_tree = !place.root.empty() && folder.string().starts_with(place.root.string());
    const bool in_git_folder = fs::exists(place.folder / "../objects", error);
    if (!in_work_tree && !in_git_folder) place.shared = place.folder;
    return place;
}

Result<Names> chosen_hooks(const InstallOptions& options, const Place& place) {
    const bool bare = place.root.empty();
    if (options.hooks.empty()) return bare ? Names{"pre-receive"} : Names{"pre-commit", "pre-push"};
    for (const std::string& hook : options.hooks)
        if (bare && (hook == "pre-commit" || hook == "commit-msg"))
            return fail(ErrorKind::usage,
                        fmt::format("nobody commits in a bare repository, so {} never runs", hook),
                        "on a server, install pre-receive");
    Names once;
    for (const std::string& hook : options.hooks)
        if (std::find(once.begin(), once.end(), hook) == once.end()) once.push_back(hook);
    return once;
}

/// prek reads the configuration of pre-commit.
std::string manager_of_program(const std::string& program) {
    return program == "prek" ? "pre-commit" : program;
}

/// Nothing: git's own hooks.
Result<std::optional<HookManager>> chosen_manager(const InstallOptions& options, const Place& place) {
    if (options.manager == "git" || place.root.empty()) return std::nullopt;
    const auto found = engine::find_hook_managers(place.root);
    if (options.manager == "auto") {
        if (found.empty()) return std::nullopt;
        if (found.size() == 1) return found.front();
        Names names;
        for (const HookManager& one : found) names.push_back(one.name);
        return fail(ErrorKind::usage, fmt::format("{} are set up here", base::list_in_words(names)),
                    "say whose hooks to use: --manager NAME");
    }
    const std::string name = manager_of_program(options.manager);
    const auto it =
        std::find_if(found.begin(), found.end(), [&](const HookManager& one) { return one.name == name; });
    return it != found.end() ? *it : engine::usual_hook_manager(name);
}

class Installation {
public:
    Installation(const InstallOptions& options, Place place, const Surroundings& surroundings)
        : options_(options), place_(std::move(place)), surroundings_(surroundings) {}

    /// git's own hooks.
    void install(const Names& hooks) {
        if (hooks.empty()) return;
        for (const std::string& hook : hooks) account_for(hook, install_hook(file_of(hook)));
        if (!place_.shared.empty())
            say(fmt::format("core.hooksPath names {}: whatever else uses it runs these hooks too",
                            place_.shared.string()),
                surroundings_);
    }

    void install(const HookManager& manager, const Names& hooks) {
        if (hooks.empty()) return;
        Names without_lines, without_file;
        for (const std::string& hook : hooks) {
            const bool asked = engine::asks_for_docs_lint(manager, place_.root, hook);
            const bool installed = engine::is_hook_of(manager, engine::read_small_file(place_.folder / hook));
            if (!asked) without_lines.push_back(hook);
            if (!installed) without_file.push_back(hook);
            if (asked && installed)
                print(fmt::format("{}: {} runs docs-lint already: {}", hook, manager.name,
                                  engine::file_for_hook(manager, hook)));
        }
        if (!without_lines.empty()) ask_for_lines(manager, without_lines);
        if (!without_file.empty())
            leave(fmt::format("{} does not run {} yet: then run `{}`", program_of(manager),
                              base::list_in_words(without_file),
                              command_for(manager, program_of(manager), hooks)));
    }

    void uninstall(const Names& hooks) {
        bool found = false;
        for (const std::string& hook : hooks) {
            const auto done = uninstall_hook(file_of(hook));
            found = found || !done || !done->empty();
            if (!done || !done->empty()) account_for(hook, done);
        }
        if (!found) print(fmt::format("nothing to remove from {}", place_.folder.string()));
        for (const HookManager& manager : engine::find_hook_managers(place_.root))
            for (const std::string& hook : hooks)
                if (engine::asks_for_docs_lint(manager, place_.root, hook))
                    leave_once(fmt::format("{} runs docs-lint: take its lines out of {}", manager.name,
                                           engine::file_for_hook(manager, hook)));
    }

    /// The hooks ask the shell for docs-lint, and refuse where it has none. husky lets it look among the
    /// packages of the work tree, too.
    void warn_without_program(const std::optional<HookManager>& manager) {
        std::error_code error;
        const bool is_package = manager && manager->name == "husky" &&
                                fs::exists(place_.root / "node_modules/.bin/docs-lint", error);
        if (is_package || is_on_path(surroundings_)) return;
        say("docs-lint is not on PATH: until it is, the hooks refuse every commit and push", surroundings_);
    }

    [[nodiscard]] ExitCode code() const { return code_; }

private:
    [[nodiscard]] HookFile file_of(const std::string& hook) const {
        return {place_.folder / hook, engine::find_hook_script(hook), options_.dry_run};
    }

    [[nodiscard]] std::string program_of(const HookManager& manager) const {
        return options_.manager == "prek" ? options_.manager : manager.name;
    }

    void account_for(const std::string& hook, const Result<std::string>& done) {
        if (done)
            print(fmt::format("{}: {}", hook, *done));
        else
            fail_with(done.error());
    }

    void print(const std::string& text) {
        const auto written =
            write_stream(surroundings_.out, fmt::format("docs-lint: {}\n", base::escape_invisible(text)));
        if (!written) fail_with(written.error());
    }

    void fail_with(const base::Error& error) {
        code_ = worst(code_, report_error(error, colour_choice(options_.common), surroundings_));
    }

    /// Something that is not docs-lint's to do.
    void leave(const std::string& text) {
        say(text, surroundings_);
        code_ = worst(code_, ExitCode::failure);
    }

    void leave_once(std::string text) {
        if (text != last_left_) leave(text);
        last_left_ = std::move(text);
    }

    /// Only the lines go to standard output.
    void ask_for_lines(const HookManager& manager, const Names& hooks) {
        const char* standing = is_set_up(manager) ? "is set up here, and its files are yours"
                                                  : "is not set up here yet, and that is yours to do";
        say(fmt::format("{} {}: nothing was written", manager.name, standing), surroundings_);
        if (manager.name != "husky") return ask_for_lines_in(manager, hooks);
        for (const std::string& hook : hooks) ask_for_lines_in(manager, {hook});
    }

    [[nodiscard]] bool is_set_up(const HookManager& manager) const {
        const auto found = engine::find_hook_managers(place_.root);
        return std::any_of(found.begin(), found.end(),
                           [&](const HookManager& one) { return one.name == manager.name; });
    }

    void ask_for_lines_in(const HookManager& manager, const Names& hooks) {
        const std::string file = engine::file_for_hook(manager, hooks.front());
        const std::string text = engine::read_small_file(place_.root / file);
        const std::string where = manager.name == "pre-commit" && !text.empty() ? "to `repos:` in " : "to ";
        leave(fmt::format("add {}{}{}:", where, file, text.empty() ? " (a new file)" : ""));
        if (const std::string caution = caution_for(manager, hooks, text); !caution.empty())
            say(caution, surroundings_);
        if (auto written = write_stream(surroundings_.out, lines_for(manager, hooks, text)); !written)
            fail_with(written.error());
    }

    const InstallOptions& options_;
    Place place_;
    const Surroundings& surroundings_;
    ExitCode code_ = ExitCode::clean;
    std::string last_left_;
};

/// No manager runs pre-receive: that is a server's own.
std::pair<Names, Names> share(const Names& hooks, bool managed) {
    std::pair<Names, Names> shares;
    for (const std::string& hook : hooks)
        (managed && hook != "pre-receive" ? shares.second : shares.first).push_back(hook);
    return shares;
}

Result<ExitCode> run(const InstallOptions& options, const Surroundings& surroundings) {
    auto place = find_place(options);
    if (!place) return fail(place.error());
    if (options.uninstall) {
        Installation installation(options, std::move(*place), surroundings);
        installation.uninstall(options.hooks.empty() ? engine::hook_names() : options.hooks);
        return installation.code();
    }
    const auto hooks = chosen_hooks(options, *place);
    if (!hooks) return fail(hooks.error());
    const auto manager = chosen_manager(options, *place);
    if (!manager) return fail(manager.error());
    const auto [own, managed] = share(*hooks, manager->has_value());
    Installation installation(options, std::move(*place), surroundings);
    installation.install(own);
    if (*manager) installation.install(**manager, managed);
    installation.warn_without_program(*manager);
    return installation.code();
}

} // namespace

CLI::App* add_install(CLI::App& application, InstallOptions& options) {
    CLI::App* command = application.add_subcommand("install", "Make git run docs-lint in its hooks");
    command
        ->add_option("--hook-type", options.hooks,
                     fmt::format("{}; may be repeated (default: pre-commit and pre-push, in a bare "
                                 "repository pre-receive)",
                                 base::list_in_words(engine::hook_names(), "or")))
        ->type_name("HOOK")
        ->allow_extra_args(false)
        ->take_all()
        ->check(CLI::IsMember(engine::hook_names()));
    command->add_flag("--uninstall", options.uninstall, "Remove the hooks that docs-lint wrote");
    command->add_flag("--dry-run", options.dry_run, "Say what would be done, and write nothing");
    command
        ->add_option("--manager", options.manager,
                     "auto (default: that of which a configuration is here), git, pre-commit, prek, lefthook "
                     "or husky")
        ->type_name("NAME")
        ->check(CLI::IsMember({"auto", "git", "pre-commit", "prek", "lefthook", "husky"}));
    command->add_flag("--trust-repository", options.common.trust_repository,
                      "Use a repository that another user owns");
    add_colour_option(*command, options.common);
    command->footer(
        "A hook that is somebody else's is never touched, nor is the configuration of a manager: it\n"
        "says what to add, and ends in 2 while that is left to do.");
    return command;
}

ExitCode install(const InstallOptions& options, const Surroundings& surroundings) {
    const auto done = run(options, surroundings);
    return done ? *done : report_error(done.error(), colour_choice(options.common), surroundings);
}

} // namespace docs_lint::cli
