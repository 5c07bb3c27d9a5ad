#pragma once

#include "support/process.hpp"

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// One finding of a run, as far as tests look at it.
struct Found {
    std::string rule;
    std::string severity;
    std::string path;
    std::string message;
    std::string introduced_by;
    std::string help;
    std::vector<std::string> related_paths;
};

/// What `docs-lint ... --output json` answered.
struct Checked {
    int exit_code = -1;
    bool is_json = false; ///< standard output held a report
    std::vector<Found> findings;
    std::vector<Found> unverified; ///< severity is empty
    std::string err;
    std::string out;
    std::size_t run = 0; ///< among the judgements of this program

    [[nodiscard]] const Found* find(const std::string& rule, const std::string& path) const;
    [[nodiscard]] bool has(const std::string& rule, const std::string& path) const {
        return find(rule, path) != nullptr;
    }
    /// Something could not be verified, and its message or the error output says this.
    [[nodiscard]] bool could_not_verify(const std::string& part) const;
    /// `rule path` of all findings of that severity, sorted.
    [[nodiscard]] std::vector<std::string> of_severity(const std::string& severity) const;
    /// Exit code and everything that was said, to show when a test fails.
    [[nodiscard]] std::string summary() const;
};

/// Runs docs-lint in a folder with these arguments and `--output json`.
Checked check_in(const std::filesystem::path& folder, std::vector<std::string> arguments,
                 ProcessOptions options = {});

Checked check_range(const std::filesystem::path& folder, const std::string& base, const std::string& head);
Checked audit(const std::filesystem::path& folder, const std::string& head = "HEAD");
Checked check_revision(const std::filesystem::path& folder, const std::string& revision = "HEAD");
Checked check_worktree(const std::filesystem::path& folder);
Checked check_staged(const std::filesystem::path& folder);

} // namespace docs_lint::tests
