// bench_rounds ROUNDS < commands: times commands against one another. Each line of the standard input is a
// label, a tab and a command, split at blanks and run without a shell; its output is thrown away. All of them
// are run in turn, ROUNDS times after one that does not count. For each: median wall and CPU seconds,
// greatest memory in MB, exit code; tabs between.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <iostream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Command {
    std::string label;
    std::vector<std::string> words;
    std::vector<double> wall, cpu;
    long most_kilobytes = 0;
    int exit_code = 0;
};

std::vector<Command> read_commands(std::istream& in) {
    std::vector<Command> commands;
    for (std::string line; std::getline(in, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) continue;
        Command command;
        command.label = line.substr(0, tab);
        std::istringstream words(line.substr(tab + 1));
        for (std::string word; words >> word;) command.words.push_back(word);
        commands.push_back(command);
    }
    return commands;
}

[[noreturn]] void become(std::vector<std::string>& words) {
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC); // NOLINT: POSIX's own shape
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, descriptor);
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execvp(pointers[0], pointers.data());
    _exit(127);
}

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

void run(Command& command, bool counts) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) become(command.words);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    command.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    if (!counts) return;
    command.wall.push_back(wall.count());
    command.cpu.push_back(seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime));
    command.most_kilobytes = std::max(command.most_kilobytes, usage.ru_maxrss);
}

double median_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc == 2 ? std::atoi(argv[1]) : 0;
    if (rounds < 1) {
        fmt::print(stderr, "usage: bench_rounds ROUNDS < commands\n");
        return 2;
    }
    std::vector<Command> commands = read_commands(std::cin);
    for (int round = 0; round <= rounds; ++round)
        for (Command& command : commands) run(command, round > 0);
    for (const Command& command : commands)
        fmt::print("{}\t{:.4f}\t{:.4f}\t{}\t{}\n", command.label, median_of(command.wall),
                   median_of(command.cpu), command.most_kilobytes / 1024, command.exit_code);
    return 0;
}
