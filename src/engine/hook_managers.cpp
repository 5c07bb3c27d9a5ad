#include "engine/hook_managers.hpp"

#include "engine/hook_scripts.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <system_error>

namespace docs_lint::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 1'000'000;

/// Where managers keep their configuration; the usual place first, which is the one that counts.
const std::map<std::string, std::vector<std::string>>& places() {
    static const std::map<std::string, std::vector<std::string>> all = [] {
        std::map<std::string, std::vector<std::string>> known = {
            {"pre-commit", {".pre-commit-config.yaml", ".pre-commit-config.yml"}}, {"husky", {".husky"}}};
        for (const char* ending : {"yml", "yaml", "json", "jsonc", "toml"})
            for (const char* beginning : {"lefthook.", ".lefthook.", ".config/lefthook."})
                known["lefthook"].push_back(std::string(beginning) + ending);
        return known;
    }();
    return all;
}

/// Words of the hook files that managers write.
struct Trace {
    const char* manager;
    const char* text;
};
constexpr Trace kTraces[] = {
    {"pre-commit", "https://pre-commit.com"},
    {"pre-commit", "https://github.com/j178/prek"},
    {"lefthook", "call_lefthook"},
    {"husky", ". \"$(dirname \"$0\")/h\""},
    {"husky", "husky.sh"},
};

} // namespace

std::string read_small_file(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return {};
    std::ifstream file(path, std::ios::binary);
    std::string content(kMostBytes, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content;
}

std::vector<HookManager> find_hook_managers(const fs::path& root) {
    std::vector<HookManager> found;
    for (const auto& [name, paths] : places()) {
        std::error_code error;
        const auto path = std::find_if(paths.begin(), paths.end(),
                                       [&](const std::string& one) { return fs::exists(root / one, error); });
        if (path != paths.end()) found.push_back({name, *path});
    }
    return found;
}

HookManager usual_hook_manager(const std::string& name) {
    return {name, places().at(name).front()};
}

std::string file_for_hook(const HookManager& manager, std::string_view hook) {
    if (manager.name != "husky") return manager.configuration;
    return manager.configuration + "/" + std::string(hook);
}

bool asks_for_docs_lint(const HookManager& manager, const fs::path& root, std::string_view hook) {
    const std::string text = read_small_file(root / file_for_hook(manager, hook));
    // A framework's configuration names docs-lint itself, and not the hook that it is for.
    return manager.name == "pre-commit" ? says_outside_comments(text, "docs-lint")
                                        : runs_docs_lint(text, hook);
}

bool is_hook_of(const HookManager& manager, std::string_view content) {
    return std::any_of(std::begin(kTraces), std::end(kTraces), [&](const Trace& trace) {
        return manager.name == trace.manager && content.find(trace.text) != std::string_view::npos;
    });
}

} // namespace docs_lint::engine
