#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace docs_lint::tests {

struct ProcessResult {
    int exit_code = -1; ///< 128 + N where signal N ended it
    std::string out;
    std::string err;
};

struct ProcessOptions {
    std::filesystem::path folder; ///< where it runs; empty: here
    std::map<std::string, std::string>
        environment;   ///< set on top of a clean environment (PATH, HOME and C.UTF-8)
    std::string input; ///< its standard input
};

/// `NAME=value` of each variable that a program is given, with these on top or instead.
std::vector<std::string> clean_environment(const std::map<std::string, std::string>& more = {});

/// Runs a program found on PATH or by its path, waits for it and keeps what it wrote.
ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options = {});

/// Runs the built docs-lint.
ProcessResult run_docs_lint(std::vector<std::string> arguments, const ProcessOptions& options = {});

} // namespace docs_lint::tests
