#include "support/process.hpp"

#include "support/scratch.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
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

/// What the new process does before it becomes the program. posix_spawn, not fork: a copy of a program under
/// AddressSanitizer takes longer than most programs run.
class SpawnActions {
public:
    SpawnActions() { posix_spawn_file_actions_init(&actions_); }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    void open(int descriptor, const std::filesystem::path& path, int flags) {
        posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, 0600);
    }
    void enter(const std::filesystem::path& folder) {
        posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
    }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

/// The process id; nothing where the program cannot be started.
std::optional<pid_t> spawn(std::vector<std::string> command, const ProcessOptions& options,
                           const std::filesystem::path& files) {
    SpawnActions actions;
    actions.open(STDIN_FILENO, files / "in", O_RDONLY);
    actions.open(STDOUT_FILENO, files / "out", O_WRONLY | O_CREAT | O_TRUNC);
    actions.open(STDERR_FILENO, files / "err", O_WRONLY | O_CREAT | O_TRUNC);
    if (!options.folder.empty()) actions.enter(options.folder);
    std::vector<std::string> environment = clean_environment(options.environment);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, command[0].c_str(), actions.get(), nullptr,
                                    pointers_to(command).data(), pointers_to(environment).data());
    if (failed != 0) return std::nullopt;
    return child;
}

} // namespace

std::vector<std::string> clean_environment(const std::map<std::string, std::string>& more) {
    std::map<std::string, std::string> variables = {
        {"PATH", std::getenv("PATH") != nullptr ? std::getenv("PATH") : "/usr/bin:/bin"},
        {"HOME", "/nonexistent"},
        {"LC_ALL", "C.UTF-8"},
        {"TZ", "UTC"},
        {"GIT_CONFIG_NOSYSTEM", "1"},
        {"GIT_CONFIG_GLOBAL", "/dev/null"},
    };
    for (const char* kept :
         {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) // how CTest tunes the sanitizers
        if (const char* value = std::getenv(kept)) variables[kept] = value;
    for (const auto& [name, value] : more) variables[name] = value;
    std::vector<std::string> lines;
    for (const auto& [name, value] : variables) lines.push_back(name + "=" + value);
    return lines;
}

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options) {
    const ScratchFolder files;
    write_file(files.path() / "in", options.input);
    ProcessResult result;
    const auto child = spawn(command, options, files.path());
    if (!child) {
        result.exit_code = 127; // as a shell says it
        return result;
    }
    int status = 0;
    if (waitpid(*child, &status, 0) != *child) throw std::runtime_error("cannot wait for " + command[0]);
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
