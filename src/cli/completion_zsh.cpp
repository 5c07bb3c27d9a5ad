#include "cli/completion.hpp"
#include "cli/shell_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

constexpr const char* kHead = R"(#compdef docs-lint
# zsh completion for docs-lint, printed by `docs-lint completion zsh`

# A word, or a word with a file behind `=`.
_docs_lint_output() {
    if compset -P '*='; then _files; else compadd "$@"; fi
}
)";

/// Both ways in: found by its name on fpath, or read by `source`.
constexpr const char* kEnd = R"(
_docs-lint() {
    _docs_lint_at
}

if [[ $funcstack[1] == _docs-lint ]]; then
    _docs-lint "$@"
else
    compdef _docs-lint docs-lint
fi
)";

std::string escaped(std::string_view text, std::string_view special) {
    std::string result;
    for (const char one : text) {
        if (one == '\\' || special.find(one) != std::string_view::npos) result += '\\';
        result += one;
    }
    return result;
}

std::string function_of(std::string_view path) {
    std::string name = path.empty() ? "_docs_lint_at" : "_docs_lint_at_" + std::string(path);
    std::replace_if(
        name.begin(), name.end(), [](char one) { return one == ' ' || one == '-'; }, '_');
    return name;
}

std::string action_of(const DescribedOption& option) {
    switch (kind_of(option)) {
    case ValueKind::folder:
        return "_files -/";
    case ValueKind::file:
        return "_files";
    case ValueKind::word_and_file:
        return fmt::format("_docs_lint_output {}", joined(option.values));
    case ValueKind::words:
        break;
    }
    return option.values.empty() ? " " : fmt::format("({})", joined(option.values));
}

/// A value in a specification of `_arguments`: `:message:action`.
std::string value_of(const DescribedOption& option) {
    return fmt::format(":{}:{}", escaped(option.placeholder, ":"), action_of(option));
}

std::string specifications_of(const DescribedOption& option) {
    std::string text;
    for (const std::string& name : option.names) {
        const bool flag = option.placeholder.empty();
        const bool is_long = name.substr(0, 2) == "--";
        const std::string before = option.repeatable ? "*" : fmt::format("({})", joined(option.names));
        text += fmt::format(
            "        {} \\\n",
            quoted_for_sh(fmt::format("{}{}{}[{}]{}", before, name, flag ? "" : (is_long ? "=" : "+"),
                                      escaped(option.description, "[]:"), flag ? "" : value_of(option))));
    }
    return text;
}

std::string specification_of_argument(const DescribedOption& argument) {
    const std::string_view place = argument.repeatable ? "*" : argument.required ? "" : ":";
    return fmt::format("        {} \\\n", quoted_for_sh(fmt::format("{}{}", place, value_of(argument))));
}

std::string rows_of(const std::vector<DescribedCommand>& commands) {
    std::string rows;
    for (const DescribedCommand& one : commands)
        rows += fmt::format("        {}\n", quoted_for_sh(fmt::format("{}:{}", escaped(one.name, ":"),
                                                                      escaped(one.description, ":"))));
    return rows;
}

/// Where a command may stand, an argument of the command itself may too.
std::string first_word_of(const CommandAt& at) {
    std::string text = fmt::format("\n{}_first() {{\n    local -a commands=(\n{}    )\n"
                                   "    _describe -t commands command commands\n",
                                   function_of(at.path), rows_of(at.command->commands));
    for (const DescribedOption& argument : at.command->arguments) {
        if (kind_of(argument) == ValueKind::file) text += "    _files\n";
        if (!argument.values.empty()) text += fmt::format("    compadd -- {}\n", joined(argument.values));
    }
    return text + "}\n";
}

std::string dispatch_of(const CommandAt& at) {
    std::string rows;
    for (const DescribedCommand& below : at.command->commands) {
        const std::string path = at.path.empty() ? below.name : at.path + " " + below.name;
        rows += fmt::format("    {}) {} ;;\n", below.name, function_of(path));
    }
    return rows;
}

/// A command with commands below it hands the words from there on over to one of them.
std::string function_with_commands(const CommandAt& at, const std::string& options) {
    std::string rest;
    for (const DescribedOption& argument : at.command->arguments) rest += specification_of_argument(argument);
    return fmt::format("{0}\n{1}() {{\n"
                       "    local curcontext=$curcontext state line\n"
                       "    typeset -A opt_args\n"
                       "    _arguments -s -S -A '-*' -C : \\\n{2}"
                       "        ': :{1}_first' '*::: :->rest' && return\n"
                       "    [[ $state == rest ]] || return 1\n"
                       "    local first=$line[1]\n"
                       "    words=($first \"${{words[@]}}\")\n"
                       "    (( CURRENT += 1 ))\n"
                       "    case $first in\n{3}"
                       "    *) _arguments -s -S : \\\n{2}{4}        && return ;;\n"
                       "    esac\n}}\n",
                       first_word_of(at), function_of(at.path), options, dispatch_of(at), rest);
}

std::string function_of_command(const CommandAt& at) {
    std::string options;
    for (const DescribedOption& option : at.command->options) options += specifications_of(option);
    if (!at.command->commands.empty()) return function_with_commands(at, options);
    for (const DescribedOption& argument : at.command->arguments)
        options += specification_of_argument(argument);
    return fmt::format("\n{}() {{\n    _arguments -s -S : \\\n{}        && return\n}}\n",
                       function_of(at.path), options);
}

} // namespace

std::string zsh_completion(const DescribedCommand& program) {
    std::string script = kHead;
    for (const CommandAt& at : all_commands(program)) script += function_of_command(at);
    return script + kEnd;
}

} // namespace docs_lint::cli
