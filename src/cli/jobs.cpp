#include "cli/jobs.hpp"

#include "engine/merge_shards.hpp"
#include "reporters/read_json.hpp"

#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace docs_lint::cli {
namespace {

using base::ErrorKind;
using engine::RunResult;

// What a process sends: one byte that says which, and the result or the error.
constexpr char kResult = 'r';
constexpr char kError = 'e';
constexpr char kSeparator = '\0';

std::string pack_error(const base::Error& error) {
    return std::string(1, kError) + static_cast<char>('0' + static_cast<int>(error.kind)) + error.message +
           kSeparator + error.help;
}

base::Error unpack_error(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find(kSeparator), bytes.size());
    return {static_cast<ErrorKind>(bytes[0] - '0'), std::string(bytes.substr(1, end - 1)),
            std::string(bytes.substr(std::min(end + 1, bytes.size())))};
}

void write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(to, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return; // the reader notices that something is missing
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string read_all(int from) {
    std::string bytes;
    std::array<char, 1U << 16U> buffer{};
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

class Process {
public:
    Process(pid_t id, int output) : id_(id), output_(output) {}
    Process(Process&& other) noexcept : id_(std::exchange(other.id_, -1)), output_(other.output_) {}
    Process& operator=(Process&&) = delete;
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        if (id_ > 0) static_cast<void>(wait_for());
    }

    base::Result<RunResult> result() {
        const std::string bytes = read_all(output_);
        const int status = wait_for();
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || bytes.size() < 2)
            return base::fail(ErrorKind::failure, "a process of the audit ended without a result",
                              "run it again with --jobs 1, which needs less memory");
        const auto rest = std::string_view(bytes).substr(1);
        if (bytes.front() == kError) return base::fail(unpack_error(rest));
        return reporters::unpack(rest);
    }

private:
    int wait_for() {
        ::close(output_);
        int status = -1;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = -1;
        return status;
    }

    pid_t id_;
    int output_;
};

[[noreturn]] void work(const engine::Request& request, const Run& run, int output) {
    const auto result = run(request);
    write_all(output, result ? kResult + reporters::pack(*result) : pack_error(result.error()));
    ::_exit(0); // not exit: what the parent has not flushed yet is the parent's to write
}

base::Result<Process> start(const engine::Request& request, const Run& run) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) return base::fail(ErrorKind::failure, "no pipe can be made");
    const pid_t id = ::fork();
    if (id == 0) {
        ::close(pipe[0]);
        work(request, run, pipe[1]);
    }
    ::close(pipe[1]);
    if (id > 0) return Process(id, pipe[0]);
    ::close(pipe[0]);
    return base::fail(ErrorKind::failure, "no further process can be started", "run it with --jobs 1");
}

} // namespace

base::Result<RunResult> run_in_processes(const engine::Request& request, std::size_t count, const Run& run) {
    std::vector<Process> processes;
    engine::Request part = request;
    part.on_stage = {}; // whoever it tells has threads, which a forked process has not
    for (std::size_t number = 1; number <= count; ++number) {
        part.shard = {number, count};
        auto process = start(part, run);
        if (!process) return base::fail(process.error());
        processes.push_back(std::move(*process));
    }
    std::vector<RunResult> results;
    for (Process& process : processes) {
        auto result = process.result();
        if (!result) return base::fail(result.error());
        results.push_back(std::move(*result));
    }
    return engine::merge_shards(std::move(results));
}

} // namespace docs_lint::cli
