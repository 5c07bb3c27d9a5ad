#pragma once

#include "support/tidy_repository.hpp"

#include <string>

namespace docs_lint::tests {

/// A folder with the built program under its own name, so that hooks find it on PATH.
class ProgramFolder {
public:
    ProgramFolder();
    /// The program is always called with these further arguments.
    explicit ProgramFolder(const std::string& arguments);
    /// PATH with that folder in front.
    [[nodiscard]] std::string path_variable() const;
    /// A process that finds docs-lint.
    [[nodiscard]] ProcessOptions options() const;

private:
    ScratchFolder folder_;
};

/// Copies hooks/<name> of this project into a repository's hooks folder.
void install_hook(const GitRepository& repository, const std::string& name);

} // namespace docs_lint::tests
