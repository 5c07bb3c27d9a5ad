#include "cli/completion.hpp"
#include "cli/shell_words.hpp"

#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

constexpr const char* kHead = R"(# bash completion for docs-lint, printed by `docs-lint completion bash`
)";

constexpr const char* kAfterCommands = R"(    *) return 1 ;;
    esac
}

# The same for option $2 of command $1; fails where that is no option with a value.
_docs_lint_option() {
    case "$1 $2" in
)";

/// `kind` says what may be there besides the values: `file`, `folder`, or `output`, a file behind a word and
/// `=`.
constexpr const char* kEnd = R"(    *) return 1 ;;
    esac
}

_docs_lint() {
    local words=() word i joined='' command='' option='' arguments='' prefix=''
    local commands='' options='' values='' kind=''
    # bash takes words apart at `=`.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ ${#words[@]} -gt 0 && ($word == = || $joined) ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        if [[ $word == = ]]; then joined=yes; else joined=''; fi
    done
    local current=${words[${#words[@]} - 1]}
    for ((i = 0; i < ${#words[@]} - 1; i++)); do
        word=${words[i]}
        if [[ $option ]]; then
            option=''
        elif [[ $word == -- ]]; then
            arguments=only
        elif [[ $arguments != only && $word == -* ]]; then
            if _docs_lint_option "$command" "$word"; then option=$word; fi
        elif [[ ! $arguments ]] && _docs_lint_command "$command${command:+ }$word"; then
            command+=${command:+ }$word
        else
            arguments=${arguments:-yes}
        fi
    done

    commands='' options='' values='' kind=''
    if [[ $option ]]; then
        _docs_lint_option "$command" "$option"
    elif [[ $arguments != only && $current == --*=* ]]; then
        _docs_lint_option "$command" "${current%%=*}"
        prefix=${current%%=*}= current=${current#*=}
    else
        _docs_lint_command "$command"
        if [[ $arguments != only && $current == -* ]]; then
            values=$options kind=''
        elif [[ ! $arguments ]]; then
            values="$commands $values"
        fi
    fi
    if [[ $kind == output && $current == *=* ]]; then
        prefix+=${current%%=*}= current=${current#*=} values='' kind=file
    fi
    # What stands before `=` is no part of the word that bash puts in.
    if [[ $COMP_WORDBREAKS == *=* ]]; then prefix=''; fi

    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
    case $kind in
    file) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current") ;;
    folder) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$current") ;;
    esac
    if [[ $kind == file || $kind == folder ]]; then compopt -o filenames -o default 2>/dev/null; fi
    COMPREPLY=("${COMPREPLY[@]/#/$prefix}")
}
complete -F _docs_lint docs-lint
)";

std::string kind_in_words(const DescribedOption& option) {
    switch (kind_of(option)) {
    case ValueKind::folder:
        return "folder";
    case ValueKind::file:
        return "file";
    case ValueKind::word_and_file:
        return "output";
    case ValueKind::words:
        break;
    }
    return "";
}

std::string value_of(const DescribedOption& option) {
    return fmt::format("values={} kind={}", quoted_for_sh(joined(option.values)),
                       quoted_for_sh(kind_in_words(option)));
}

/// bash completes all arguments of a command alike: those after the first are of its kind everywhere.
std::string row_of(const CommandAt& at) {
    std::vector<std::string> commands;
    std::vector<std::string> options;
    for (const DescribedCommand& below : at.command->commands) commands.push_back(below.name);
    for (const DescribedOption& option : at.command->options)
        options.insert(options.end(), option.names.begin(), option.names.end());
    const auto& arguments = at.command->arguments;
    return fmt::format("    {}) commands={} options={} {} ;;\n", quoted_for_sh(at.path),
                       quoted_for_sh(joined(commands)), quoted_for_sh(joined(options)),
                       value_of(arguments.empty() ? DescribedOption{} : arguments.front()));
}

std::string option_rows_of(const CommandAt& at) {
    std::string rows;
    for (const DescribedOption& option : at.command->options) {
        if (option.placeholder.empty()) continue;
        std::vector<std::string> patterns;
        for (const std::string& name : option.names) patterns.push_back(quoted_for_sh(at.path + " " + name));
        rows += fmt::format("    {}) {} ;;\n", joined(patterns, " | "), value_of(option));
    }
    return rows;
}

} // namespace

std::string bash_completion(const DescribedCommand& program) {
    std::string commands;
    std::string options;
    for (const CommandAt& at : all_commands(program)) {
        commands += row_of(at);
        options += option_rows_of(at);
    }
    return fmt::format("{}\n# What may follow command $1; fails where there is none of that name.\n"
                       "_docs_lint_command() {{\n    case $1 in\n{}{}{}{}",
                       kHead, commands, kAfterCommands, options, kEnd);
}

} // namespace docs_lint::cli
