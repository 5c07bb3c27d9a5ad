#include "cli/versions.hpp"

#include "base/versions.hpp"
#include "git/repository.hpp"
#include "markdown/parse.hpp"
#include "yaml/node.hpp"

#include <CLI/Version.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace docs_lint::cli {
namespace {

std::string dotted(int major, int minor, int patch) {
    return fmt::format("{}.{}.{}", major, minor, patch);
}

} // namespace

std::vector<std::pair<std::string, std::string>> versions() {
    // A module whose library is linked says which one is there; headers alone are those of the build.
    return {
        {"docs-lint", DOCS_LINT_VERSION},
        {"libgit2", git::library_version()},
        {"cmark-gfm", markdown::library_version()},
        {"yaml-cpp", yaml::library_version()},
        {"utf8proc", base::utf8proc_library_version()},
        {"fmt", dotted(FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
        {"nlohmann-json",
         dotted(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
        {"CLI11", CLI11_VERSION},
    };
}

std::string own_version() {
    return DOCS_LINT_VERSION;
}

std::string version_line() {
    std::string libraries;
    for (const auto& [name, version] : versions())
        if (name != "docs-lint")
            libraries += fmt::format("{}{} {}", libraries.empty() ? "" : ", ", name, version);
    return fmt::format("docs-lint {} ({})", DOCS_LINT_VERSION, libraries);
}

} // namespace docs_lint::cli
