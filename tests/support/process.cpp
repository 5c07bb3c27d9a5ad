#include "support/process.hpp"

#include "support/scratch.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace docs_lint::tests {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    pointers.reserve(strings.size() + 1);
    for (std::string& string : strings) pointers.push_back(string.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environment_of(const ProcessOptions& options) {
    std::map<std::string, std::string> variables = {
        {"PATH", std::getenv("PATH") != nullptr ? std::getenv("PATH") : "/usr/bin:/bin"},
        {"HOME", "/nonexistent"},
        {"LC_ALL", "C.UTF-8"},
        {"TZ", "UTC"},
        {"GIT_CONFIG_NOSYSTEM", "1"},
        {"GIT_CONFIG_GLOBAL", "/dev/null"},
    };
    for (const char* kept : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) // how CTest tunes the sanitizers
        if (const char* value = std::getenv(kept)) variables[kept] = value;
    for (const auto& [name, value] : options.environment) variables[name] = value;
    std::vector<std::string> lines;
    for (const auto& [name, value] : variables) lines.push_back(name + "=" + value);
    return lines;
}

void redirect(const std::filesystem::path& path, int descriptor, int flags) {
    const int opened = open(path.c_str(), flags, 0600); // NOLINT: POSIX's own shape
    if (opened < 0 || dup2(opened, descriptor) < 0) _exit(127);
    close(opened);
}

[[noreturn]] void become(std::vector<std::string> command, const ProcessOptions& options,
                         const std::filesystem::path& files) {
    redirect(files / "in", STDIN_FILENO, O_RDONLY);
    redirect(files / "out", STDOUT_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
    redirect(files / "err", STDERR_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
    if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(127);
    std::vector<std::string> environment = environment_of(options);
    execvpe(command[0].c_str(), pointers_to(command).data(), pointers_to(environment).data());
    _exit(127);
}

} // namespace

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options) {
    const ScratchFolder files;
    write_file(files.path() / "in", options.input);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) become(command, options, files.path());
    int status = 0;
    if (waitpid(child, &status, 0) != child) throw std::runtime_error("cannot wait for " + command[0]);
    ProcessResult result;
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.out = read_file(files.path() / "out");
    result.err = read_file(files.path() / "err");
    return result;
}

ProcessResult run_docs_lint(std::vector<std::string> arguments, const ProcessOptions& options) {
    arguments.insert(arguments.begin(), DOCS_LINT_BINARY);
    return run_process(arguments, options);
}

} // namespace docs_lint::tests
