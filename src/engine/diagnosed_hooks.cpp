#include "engine/diagnosed_hooks.hpp"

#include "base/text.hpp"
#include "engine/hook_managers.hpp"
#include "engine/hook_scripts.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <system_error>

namespace docs_lint::engine {
namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = "docs-lint";

bool names_program(const fs::path& path) {
    return read_small_file(path).find(kProgram) != std::string::npos;
}

bool is_executable(const fs::path& path) {
    std::error_code error;
    const auto any = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    return (fs::status(path, error).permissions() & any) != fs::perms::none;
}

/// A hook of a manager does what the manager's configuration says.
std::optional<HookManager> manager_of(const std::string& content, const std::vector<HookManager>& managers) {
    const auto found = std::find_if(managers.begin(), managers.end(),
                                    [&](const HookManager& one) { return is_hook_of(one, content); });
    return found == managers.end() ? std::nullopt : std::optional(*found);
}

Observation observe_foreign(const fs::path& path, const std::string& name) {
    return {Standing::note, name, fmt::format("{} does not name docs-lint itself", path.string()),
            "`docs-lint install` says what to add to it, if nothing that it calls names docs-lint either"};
}

Observation observe_hook(const fs::path& folder, const std::string& name, const fs::path& root,
                         const std::vector<HookManager>& managers) {
    const fs::path path = folder / name;
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return {Standing::note, name, "not installed", "docs-lint install"};
    const std::string content = read_small_file(path);
    const auto manager = manager_of(content, managers);
    const bool asked = manager && asks_for_docs_lint(*manager, root, name);
    if (!asked && content.find(kProgram) == std::string::npos) return observe_foreign(path, name);
    if (!is_executable(path))
        return {Standing::note, name, fmt::format("{} is not executable, so git skips it", path.string()),
                fmt::format("chmod +x {}", path.string())};
    if (asked) return {Standing::good, name, fmt::format("installed by {}", manager->name), {}};
    const HookScript* script = find_hook_script(name);
    if (is_own_hook(content) && script != nullptr && content != script->text)
        return {Standing::note, name, "installed, of another version of docs-lint", "docs-lint install"};
    return {Standing::good, name, "installed", {}};
}

/// Files of hook managers, and workflows, that name docs-lint.
std::vector<std::string> files_that_name_it(const fs::path& root, const std::vector<HookManager>& managers) {
    std::vector<std::string> candidates = {".gitlab-ci.yml"};
    for (const HookManager& manager : managers)
        for (const std::string& hook : hook_names()) candidates.push_back(file_for_hook(manager, hook));
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / ".github" / "workflows", error))
        candidates.push_back(".github/workflows/" + entry.path().filename().string());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::erase_if(candidates, [&](const std::string& path) { return !names_program(root / path); });
    return candidates;
}

} // namespace

std::vector<Observation> observe_hooks(const git::Repository& repository) {
    const fs::path folder = repository.hooks_folder();
    const fs::path root = repository.work_tree().value_or("");
    if (repository.condition().bare) return {observe_hook(folder, "pre-receive", root, {})};
    const auto managers = find_hook_managers(root);
    std::vector<Observation> observed;
    for (const char* name : {"pre-commit", "pre-push"})
        observed.push_back(observe_hook(folder, name, root, managers));
    const auto files = files_that_name_it(root, managers);
    if (!files.empty()) observed.push_back({Standing::good, "named in", base::list_in_words(files), {}});
    return observed;
}

} // namespace docs_lint::engine
