#include "cli/completion.hpp"

#include "cli/message.hpp"
#include "cli/output.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <string_view>

namespace docs_lint::cli {
namespace {

struct Shell {
    std::string_view name;
    std::string (*script)(const DescribedCommand&);
};

constexpr std::array kShells = {Shell{"bash", &bash_completion}, Shell{"zsh", &zsh_completion},
                                Shell{"fish", &fish_completion}};

std::vector<std::string> shell_names() {
    std::vector<std::string> names;
    for (const Shell& shell : kShells) names.emplace_back(shell.name);
    return names;
}

} // namespace

CLI::App* add_completion(CLI::App& application, CompletionOptions& options) {
    CLI::App* command =
        application.add_subcommand("completion", "Print the script that completes docs-lint in a shell");
    command->add_option("shell", options.shell, "bash, zsh or fish")
        ->required()
        ->type_name("SHELL")
        ->check(CLI::IsMember(shell_names()));
    command->footer("Where docs-lint was installed with its completions, nothing is to be done. Otherwise:\n"
                    "  bash  source <(docs-lint completion bash)         in ~/.bashrc\n"
                    "  zsh   source <(docs-lint completion zsh)          in ~/.zshrc, behind compinit\n"
                    "  fish  docs-lint completion fish | source          in ~/.config/fish/config.fish");
    return command;
}

ExitCode completion(const CompletionOptions& options, const DescribedCommand& program,
                    const Surroundings& surroundings) {
    std::string script;
    for (const Shell& shell : kShells)
        if (shell.name == options.shell) script = shell.script(program);
    const auto written = write_stream(surroundings.out, script);
    return written ? ExitCode::clean : report_error(written.error(), ColourChoice::automatic, surroundings);
}

} // namespace docs_lint::cli
