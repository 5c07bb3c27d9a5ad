#include "cli/described_command.hpp"

#include "base/text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace docs_lint::cli {
namespace {

std::vector<std::string> names_of(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames()) names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
    return names;
}

/// The library adds the words of a set to the type: `WHEN:{auto,always,never}`.
std::vector<std::string> values_of(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    const std::size_t open = type.find(":{");
    const std::size_t close = type.find('}', std::min(open, type.size()));
    if (open == std::string::npos || close == std::string::npos) return {};
    const auto words = base::split(std::string_view(type).substr(open + 2, close - open - 2), ',');
    return {words.begin(), words.end()};
}

DescribedOption describe_option(const CLI::Option& option) {
    const bool flag = option.get_items_expected_max() == 0;
    const bool many =
        option.get_expected_max() > 1 || option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
    return {.names = names_of(option),
            .placeholder = flag ? "" : placeholder_of(option),
            .values = values_of(option),
            .description = option.get_description(),
            .required = option.get_required(),
            .repeatable = !flag && many};
}

bool has(const std::vector<DescribedOption>& options, const DescribedOption& wanted) {
    return std::any_of(options.begin(), options.end(),
                       [&](const DescribedOption& one) { return one.names == wanted.names; });
}

void add_missing(std::vector<DescribedOption>& options, const std::vector<DescribedOption>& more) {
    for (const DescribedOption& one : more)
        if (!has(options, one)) options.push_back(one);
}

void inherit(DescribedCommand& command, const std::vector<DescribedOption>& options) {
    add_missing(command.options, options);
    for (DescribedCommand& below : command.commands) inherit(below, options);
}

void collect(const DescribedCommand& command, const std::string& path, std::vector<CommandAt>& all) {
    all.push_back({path, &command});
    for (const DescribedCommand& below : command.commands)
        collect(below, path.empty() ? below.name : path + " " + below.name, all);
}

} // namespace

DescribedCommand describe(const CLI::App& application) {
    DescribedCommand command{.name = application.get_name(),
                             .description = application.get_description(),
                             .footer = application.get_footer()};
    for (const CLI::Option* option : application.get_options()) {
        if (option->get_group().empty()) continue;
        auto& list = option->get_positional() ? command.arguments : command.options;
        list.push_back(describe_option(*option));
    }
    for (const CLI::App* below : application.get_subcommands({}))
        if (!below->get_group().empty()) command.commands.push_back(describe(*below));
    return command;
}

std::string placeholder_of(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':'));
}

ValueKind kind_of(const DescribedOption& option) {
    if (option.placeholder.find("[=PATH]") != std::string::npos) return ValueKind::word_and_file;
    for (const std::string_view word : base::split(option.placeholder, '|')) {
        if (word == "FOLDER") return ValueKind::folder;
        if (word == "FILE" || word == "PATH" || word == "TEMPLATE") return ValueKind::file;
    }
    return ValueKind::words;
}

std::vector<CommandAt> all_commands(const DescribedCommand& program) {
    std::vector<CommandAt> all;
    collect(program, "", all);
    return all;
}

DescribedCommand as_typed(DescribedCommand program, std::string_view usual) {
    std::vector<DescribedOption> everywhere = program.options;
    everywhere.erase(std::remove_if(everywhere.begin(), everywhere.end(),
                                    [](const DescribedOption& one) { return one.placeholder.empty(); }),
                     everywhere.end());
    for (DescribedCommand& command : program.commands) {
        inherit(command, everywhere);
        if (command.name != usual) continue;
        add_missing(program.options, command.options);
        program.arguments = command.arguments;
    }
    return program;
}

} // namespace docs_lint::cli
