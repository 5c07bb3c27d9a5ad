#include "cli/versions.hpp"

#include "git/repository.hpp"
#include "markdown/parse.hpp"
#include "yaml/node.hpp"

#include <fmt/format.h>

namespace docs_lint::cli {

std::vector<std::pair<std::string, std::string>> versions() {
    return {{"docs-lint", DOCS_LINT_VERSION},
            {"libgit2", git::library_version()},
            {"cmark-gfm", markdown::library_version()},
            {"yaml-cpp", yaml::library_version()}};
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
