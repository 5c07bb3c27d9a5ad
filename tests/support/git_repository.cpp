#include "support/git_repository.hpp"

#include <stdexcept>

namespace docs_lint::tests {

std::map<std::string, std::string> commit_environment(const std::string& date, const std::string& author) {
    const std::size_t open = author.find(" <");
    if (open == std::string::npos || author.back() != '>') throw std::runtime_error("no author: " + author);
    const std::string name = author.substr(0, open);
    const std::string address = author.substr(open + 2, author.size() - open - 3);
    return {{"GIT_AUTHOR_NAME", name},    {"GIT_AUTHOR_EMAIL", address},    {"GIT_AUTHOR_DATE", date},
            {"GIT_COMMITTER_NAME", name}, {"GIT_COMMITTER_EMAIL", address}, {"GIT_COMMITTER_DATE", date}};
}

GitRepository::GitRepository(const std::vector<std::string>& arguments) {
    std::vector<std::string> command = {"init", "--quiet", "--initial-branch=main"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    run(command);
}

ProcessResult GitRepository::try_git(const std::vector<std::string>& arguments,
                                     const ProcessOptions& options) const {
    std::vector<std::string> command = {"git", "-c", "protocol.file.allow=always", "-c", "gc.auto=0"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    ProcessOptions all = options;
    if (all.folder.empty()) all.folder = path();
    all.environment = commit_environment(kDate, kAuthor);
    for (const auto& [name, value] : options.environment) all.environment[name] = value;
    return run_process(command, all);
}

std::string GitRepository::run(const std::vector<std::string>& arguments,
                               const ProcessOptions& options) const {
    const ProcessResult result = try_git(arguments, options);
    if (result.exit_code != 0) {
        std::string command = "git";
        for (const std::string& argument : arguments) command += ' ' + argument;
        throw std::runtime_error(command + " ended with " + std::to_string(result.exit_code) + "\n" +
                                 result.out + result.err);
    }
    const bool has_line_end = !result.out.empty() && result.out.back() == '\n';
    return result.out.substr(0, result.out.size() - (has_line_end ? 1 : 0));
}

void GitRepository::write(const std::string& file, std::string_view content) const {
    write_file(path() / file, content);
}

void GitRepository::remove(const std::string& file) const {
    if (std::filesystem::remove_all(path() / file) == 0) throw std::runtime_error("there is no " + file);
}

void GitRepository::move(const std::string& from, const std::string& to) const {
    std::filesystem::create_directories((path() / to).parent_path());
    std::filesystem::rename(path() / from, path() / to);
}

void GitRepository::link(const std::string& file, const std::string& target) const {
    std::filesystem::create_directories((path() / file).parent_path());
    std::filesystem::create_symlink(target, path() / file);
}

void GitRepository::make_executable(const std::string& file) const {
    std::filesystem::permissions(path() / file, std::filesystem::perms::owner_exec,
                                 std::filesystem::perm_options::add);
}

std::string GitRepository::read(const std::string& file) const {
    return read_file(path() / file);
}

std::string GitRepository::commit(const std::string& message, const std::string& date,
                                  const std::string& author) const {
    git("add", "--all");
    return commit_staged(message, date, author);
}

std::string GitRepository::commit_staged(const std::string& message, const std::string& date,
                                         const std::string& author) const {
    ProcessOptions options;
    options.environment = commit_environment(date, author);
    run({"commit", "--quiet", "--allow-empty", "--no-verify", "--no-gpg-sign", "--message", message},
        options);
    return id_of("HEAD");
}

void GitRepository::branch(const std::string& name, const std::string& start) const {
    git("checkout", "--quiet", "-b", name, start);
}

void GitRepository::checkout(const std::string& revision) const {
    git("checkout", "--quiet", revision);
}

std::string GitRepository::merge(const std::string& name, const std::string& date) const {
    ProcessOptions options;
    options.environment = commit_environment(date, kAuthor);
    run({"merge", "--quiet", "--no-ff", "--no-verify", "--message", "Merge " + name, name}, options);
    return id_of("HEAD");
}

std::string GitRepository::id_of(const std::string& revision) const {
    return git("rev-parse", "--verify", revision);
}

std::string GitRepository::write_object(const std::string& type, const std::string& bytes) const {
    ProcessOptions options;
    options.input = bytes;
    return run({"hash-object", "-w", "--literally", "-t", type, "--stdin"}, options);
}

} // namespace docs_lint::tests
