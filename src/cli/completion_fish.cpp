#include "cli/completion.hpp"
#include "cli/shell_words.hpp"

#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

constexpr const char* kHead = R"(# fish completion for docs-lint, printed by `docs-lint completion fish`

# True where the words so far lead to this command, and to none below it.
function __docs_lint_in
    set -l command ''
    set -l words (commandline -opc)
    set -e words[1]
    set -l value no
    for word in $words
        if test $value = yes
            set value no
            continue
        end
        switch "$command $word"
            case )";

constexpr const char* kAfterCommands = R"(
                set command (string trim -- "$command $word")
            case )";

constexpr const char* kAfterOptions = R"(
                set value yes
            case '* -*'
            case '*'
                break
        end
    end
    test "$command" = "$argv"
end

complete -c docs-lint -f
)";

std::string values_of(const DescribedOption& option) {
    std::string text;
    if (kind_of(option) == ValueKind::folder) text += " -a '(__fish_complete_directories)'";
    if (!option.values.empty()) text += " -a " + quoted_for_fish(joined(option.values));
    return text;
}

bool takes_files(const DescribedOption& option) {
    return kind_of(option) == ValueKind::file || kind_of(option) == ValueKind::word_and_file;
}

std::string row(const CommandAt& at, const std::string& rest) {
    return fmt::format("complete -c docs-lint -n {}{}\n",
                       quoted_for_fish("__docs_lint_in" + (at.path.empty() ? "" : " " + at.path)), rest);
}

std::string row_of_option(const CommandAt& at, const DescribedOption& option) {
    std::string text;
    for (const std::string& name : option.names)
        text += name.substr(0, 2) == "--" ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.placeholder.empty()) text += (takes_files(option) ? " -r -F" : " -x") + values_of(option);
    return row(at, text + " -d " + quoted_for_fish(option.description));
}

std::string rows_of(const CommandAt& at) {
    std::string rows;
    for (const DescribedCommand& below : at.command->commands)
        rows += row(at, fmt::format(" -a {} -d {}", below.name, quoted_for_fish(below.description)));
    for (const DescribedOption& argument : at.command->arguments) {
        if (takes_files(argument)) rows += row(at, " -F");
        if (!values_of(argument).empty()) rows += row(at, values_of(argument));
    }
    for (const DescribedOption& option : at.command->options) rows += row_of_option(at, option);
    return rows;
}

std::string patterns_of_commands(const std::vector<CommandAt>& all) {
    std::vector<std::string> patterns;
    for (const CommandAt& at : all)
        for (const DescribedCommand& below : at.command->commands)
            patterns.push_back(quoted_for_fish(at.path + " " + below.name));
    return joined(patterns);
}

std::string patterns_of_options(const std::vector<CommandAt>& all) {
    std::vector<std::string> patterns;
    for (const CommandAt& at : all)
        for (const DescribedOption& option : at.command->options)
            for (const std::string& name : option.names)
                if (!option.placeholder.empty()) patterns.push_back(quoted_for_fish(at.path + " " + name));
    return joined(patterns);
}

} // namespace

std::string fish_completion(const DescribedCommand& program) {
    const auto all = all_commands(program);
    std::string script =
        kHead + patterns_of_commands(all) + kAfterCommands + patterns_of_options(all) + kAfterOptions;
    for (const CommandAt& at : all) script += rows_of(at);
    return script;
}

} // namespace docs_lint::cli
