#include "engine/diagnosed_hooks.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <system_error>

namespace docs_lint::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 1'000'000;
constexpr const char* kProgram = "docs-lint";

/// The beginning of a regular file, or nothing.
std::optional<std::string> read_beginning(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string content(kMostBytes, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content;
}

bool names_program(const fs::path& path) {
    const auto content = read_beginning(path);
    return content && content->find(kProgram) != std::string::npos;
}

bool is_executable(const fs::path& path) {
    std::error_code error;
    const auto any = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    return (fs::status(path, error).permissions() & any) != fs::perms::none;
}

Observation observe_hook(const fs::path& folder, const std::string& name) {
    const fs::path path = folder / name;
    const std::string cure =
        fmt::format("copy or link hooks/{} of docs-lint to {}, and make it executable", name, path.string());
    if (!read_beginning(path)) return {Standing::note, name, "not installed", cure};
    if (!names_program(path))
        return {Standing::note, name, fmt::format("{} does not name docs-lint itself", path.string()),
                fmt::format("if nothing that it calls does either: let it run docs-lint hook {}", name)};
    if (!is_executable(path))
        return {Standing::note, name, fmt::format("{} is not executable, so git skips it", path.string()),
                fmt::format("chmod +x {}", path.string())};
    return {Standing::good, name, "installed", {}};
}

/// Files of hook managers, and workflows, that name docs-lint.
std::vector<std::string> files_that_name_it(const fs::path& root) {
    std::vector<std::string> found;
    for (const char* name : {".pre-commit-config.yaml", "lefthook.yml", ".lefthook.yml", ".husky/pre-commit",
                             ".husky/pre-push", ".gitlab-ci.yml"})
        if (names_program(root / name)) found.emplace_back(name);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / ".github" / "workflows", error))
        if (names_program(entry.path()))
            found.push_back(".github/workflows/" + entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

std::vector<Observation> observe_hooks(const git::Repository& repository) {
    const fs::path folder = repository.hooks_folder();
    std::vector<Observation> observed;
    if (repository.condition().bare) return {observe_hook(folder, "pre-receive")};
    for (const char* name : {"pre-commit", "pre-push"}) observed.push_back(observe_hook(folder, name));
    const auto files = files_that_name_it(repository.work_tree().value_or(""));
    if (!files.empty()) observed.push_back({Standing::good, "named in", base::list_in_words(files), {}});
    return observed;
}

} // namespace docs_lint::engine
