#include "cli/manager_lines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using engine::HookManager;

bool is_yaml(const HookManager& manager) {
    return manager.configuration.ends_with(".yml") || manager.configuration.ends_with(".yaml");
}

/// How far the entries of `repos:` are set in.
std::string indentation_of_entries(std::string_view text) {
    for (const std::string_view line : base::split(text, '\n')) {
        const std::size_t dash = line.find_first_not_of(' ');
        if (dash != std::string_view::npos && line.substr(dash).starts_with("- repo:"))
            return std::string(dash, ' ');
    }
    return "  ";
}

/// As .pre-commit-hooks.yaml has it. A filter by file type or a list of files would pass over deletions.
std::string lines_for_framework(std::string_view text) {
    constexpr const char* kLines[] = {"- repo: local",
                                      "  hooks:",
                                      "    - id: docs-lint",
                                      "      name: docs-lint",
                                      "      entry: docs-lint hook pre-commit",
                                      "      language: system",
                                      "      always_run: true",
                                      "      pass_filenames: false",
                                      "      require_serial: true"};
    const std::string indentation = indentation_of_entries(text);
    std::string lines = base::trim(text).empty() ? "repos:\n" : "";
    for (const char* line : kLines) lines += fmt::format("{}{}\n", indentation, line);
    return lines;
}

std::string lines_for_lefthook(const std::vector<std::string>& hooks) {
    std::string lines;
    for (const std::string& hook : hooks) {
        const bool reads = hook == "pre-push";
        lines += fmt::format("{0}:\n  commands:\n    docs-lint:\n      run: docs-lint hook {0}{1}\n", hook,
                             reads ? " {0}" : "");
        if (reads) lines += "      use_stdin: true\n";
    }
    return lines;
}

bool has_key(std::string_view text, const std::string& key) {
    const auto lines = base::split(text, '\n');
    return std::any_of(lines.begin(), lines.end(),
                       [&](std::string_view line) { return line.starts_with(key + ":"); });
}

} // namespace

std::string lines_for(const HookManager& manager, const std::vector<std::string>& hooks,
                      std::string_view text) {
    if (manager.name == "pre-commit") return lines_for_framework(text);
    if (manager.name == "lefthook") return lines_for_lefthook(hooks);
    return fmt::format("docs-lint hook {}{}\n", hooks.front(), hooks.front() == "pre-push" ? " \"$@\"" : "");
}

std::string caution_for(const HookManager& manager, const std::vector<std::string>& hooks,
                        std::string_view text) {
    if (manager.name != "lefthook") return {};
    if (!is_yaml(manager)) return "they are YAML: write them as that file is written";
    std::vector<std::string> there;
    for (const std::string& hook : hooks)
        if (has_key(text, hook)) there.push_back(hook);
    if (there.empty()) return {};
    return fmt::format("{} is there already: add to it what stands below, no key may stand twice",
                       base::list_in_words(there));
}

std::string command_for(const HookManager& manager, std::string_view program,
                        const std::vector<std::string>& hooks) {
    if (manager.name == "husky") return "npx husky";
    if (manager.name == "lefthook") return "lefthook install";
    std::string command = fmt::format("{} install", program);
    for (const std::string& hook : hooks) command += fmt::format(" --hook-type {}", hook);
    return command;
}

} // namespace docs_lint::cli
