#include "signatures/program.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace docs_lint::signatures {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongest{10};
constexpr std::chrono::milliseconds kLongestPause{20};

std::string search_path() {
    const char* path = std::getenv("PATH");
    return path == nullptr ? "/usr/bin:/bin" : path;
}

std::optional<std::string> find_program(const std::string& name) {
    const std::string path = search_path();
    for (const std::string_view folder : base::split(path, ':')) {
        if (!folder.starts_with('/')) continue;
        std::string program = fmt::format("{}/{}", folder, name);
        if (::access(program.c_str(), X_OK) == 0) return program;
    }
    return std::nullopt;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    pointers.reserve(strings.size() + 1);
    for (std::string& string : strings) pointers.push_back(string.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// A process group of its own, so that a program that takes too long ends with whatever it started.
class Attributes {
public:
    Attributes() {
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    }
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

class Actions {
public:
    Actions(const PrivateFolder& folder, const std::string& input) {
        constexpr int kNew = O_WRONLY | O_CREAT | O_TRUNC;
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, folder.path_of("out").c_str(), kNew, 0600);
        posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, folder.path_of("err").c_str(), kNew, 0600);
        posix_spawn_file_actions_addchdir_np(&actions_, folder.path().c_str());
    }
    ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

std::optional<pid_t> spawn(const std::string& program, std::vector<std::string> arguments,
                           const PrivateFolder& folder, const std::string& input) {
    arguments.insert(arguments.begin(), program);
    std::vector<std::string> environment = {"PATH=" + search_path(), "HOME=" + folder.path(), "LC_ALL=C",
                                            "TZ=UTC"};
    const Actions actions(folder, input);
    const Attributes attributes;
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), actions.get(), attributes.get(),
                                   pointers_to(arguments).data(), pointers_to(environment).data());
    return failed == 0 ? std::optional(child) : std::nullopt;
}

/// The status of the program; nothing where it had to be ended, or nobody can tell.
std::optional<int> wait_for(pid_t child) {
    const auto deadline = Clock::now() + kLongest;
    auto pause = std::chrono::milliseconds(1);
    for (int status = 0;;) {
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child) return status;
        if (ended < 0 && errno != EINTR) return std::nullopt;
        if (Clock::now() > deadline) break;
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, kLongestPause);
    }
    ::kill(-child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    return std::nullopt;
}

} // namespace

Result<Ran> run_program(const std::string& name, std::vector<std::string> arguments,
                        const PrivateFolder& folder, const std::string& input) {
    const auto program = find_program(name);
    if (!program)
        return base::fail(ErrorKind::unverifiable, fmt::format("{} is not on the PATH", name),
                          fmt::format("install {}, which verifies signatures", name));
    const auto child = spawn(*program, std::move(arguments), folder, input);
    if (!child)
        return base::fail(ErrorKind::unverifiable, fmt::format("{} cannot be started", *program),
                          fmt::format("see why {} does not run here", *program));
    const auto status = wait_for(*child);
    if (!status)
        return base::fail(ErrorKind::unverifiable, fmt::format("{} did not come to an end", *program),
                          "try again; nothing is known of this signature");
    const int code = WIFEXITED(*status) ? WEXITSTATUS(*status) : 128 + WTERMSIG(*status);
    return Ran{code, folder.read("out"), folder.read("err")};
}

} // namespace docs_lint::signatures
