#include "support/history.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;
using Commits = std::map<std::string, std::string>;

struct Step {
    std::string name;
    std::string date;
    std::string author = kAuthor;
    std::string branch;
    std::string from;
    std::vector<std::string> merges;
    std::vector<std::string> tags;
    std::vector<std::string> deletions;
    std::vector<std::pair<std::string, std::string>> moves;
    std::string message;
    std::vector<fs::path> files; ///< relative to the step's folder
};

[[noreturn]] void refuse(const std::string& step, const std::string& problem) {
    throw std::runtime_error("history step " + step + ": " + problem);
}

void take_head_line(Step& step, const std::string& line) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) refuse(step.name, "no head line: " + line);
    const std::string key = line.substr(0, colon);
    const std::string value = line.substr(colon + 2);
    const std::size_t arrow = value.find(" -> ");
    if (key == "date")
        step.date = value;
    else if (key == "author")
        step.author = value;
    else if (key == "branch")
        step.branch = value;
    else if (key == "from")
        step.from = value;
    else if (key == "tag")
        step.tags.push_back(value);
    else if (key == "merge")
        step.merges.push_back(value);
    else if (key == "delete")
        step.deletions.push_back(value);
    else if (key == "move" && arrow != std::string::npos)
        step.moves.emplace_back(value.substr(0, arrow), value.substr(arrow + 4));
    else
        refuse(step.name, "unknown head line: " + line);
}

void take_commit_file(Step& step, const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    while (std::getline(lines, line) && !line.empty()) take_head_line(step, line);
    std::ostringstream message;
    message << lines.rdbuf();
    if (!message.str().empty()) step.message = message.str();
}

Step read_step(const fs::path& folder, std::size_t number) {
    Step step;
    step.name = folder.filename().string();
    step.message = step.name;
    step.date = "2026-03-01T" + std::to_string(10 + number / 60) + ":" + (number % 60 < 10 ? "0" : "") +
                std::to_string(number % 60) + ":00Z";
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const fs::path file = entry.path().lexically_relative(folder);
        if (!entry.is_directory() && file != "commit.txt") step.files.push_back(file);
    }
    if (fs::exists(folder / "commit.txt")) take_commit_file(step, read_file(folder / "commit.txt"));
    return step;
}

std::string id_for(const std::string& reference, const Commits& commits) {
    const std::size_t colon = reference.find(':');
    const auto found = commits.find(reference.substr(0, colon));
    if (found == commits.end()) throw std::runtime_error("no earlier step for @commit{" + reference + "}");
    return colon == std::string::npos ? found->second
                                      : found->second.substr(0, std::stoul(reference.substr(colon + 1)));
}

std::string fill_in(std::string text, const Commits& commits) {
    const std::string opening = "@commit{";
    for (std::size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
        const std::size_t end = text.find('}', at);
        if (end == std::string::npos) throw std::runtime_error("@commit{ without an end");
        const std::string reference = text.substr(at + opening.size(), end - at - opening.size());
        text.replace(at, end - at + 1, id_for(reference, commits));
    }
    return text;
}

bool has_branch(const GitRepository& repository, const std::string& name) {
    return repository.try_git({"show-ref", "--verify", "--quiet", "refs/heads/" + name}).exit_code == 0;
}

void switch_branch(const GitRepository& repository, const Step& step, const Commits& commits) {
    if (step.branch.empty()) return;
    if (!step.from.empty())
        repository.branch(step.branch, id_for(step.from, commits));
    else if (has_branch(repository, step.branch))
        repository.checkout(step.branch);
    else if (commits.empty())
        repository.git("symbolic-ref", "HEAD", "refs/heads/" + step.branch);
    else
        repository.branch(step.branch);
}

bool settles(const Step& step, const std::string& path) {
    return std::find(step.files.begin(), step.files.end(), fs::path(path)) != step.files.end() ||
           std::find(step.deletions.begin(), step.deletions.end(), path) != step.deletions.end();
}

void start_merge(const GitRepository& repository, const Step& step) {
    if (step.merges.empty()) return;
    std::vector<std::string> command = {"merge", "--quiet", "--no-ff", "--no-commit"};
    command.insert(command.end(), step.merges.begin(), step.merges.end());
    const ProcessResult result = repository.try_git(command);
    std::istringstream conflicts(repository.git("diff", "--name-only", "--diff-filter=U"));
    bool conflicted = false;
    for (std::string path; std::getline(conflicts, path); conflicted = true) {
        if (!settles(step, path)) refuse(step.name, "the merge leaves a conflict in " + path);
    }
    if (result.exit_code != 0 && !conflicted) refuse(step.name, result.out + result.err);
}

/// Links stay links, and what is executable in the fixture is executable in the commit.
void write_step_file(const GitRepository& repository, const fs::path& folder, const fs::path& file,
                     const Commits& commits) {
    const fs::file_status status = fs::symlink_status(folder / file);
    fs::remove(repository.path() / file);
    if (fs::is_symlink(status))
        return repository.link(file.string(), fs::read_symlink(folder / file).string());
    repository.write(file.string(), fill_in(read_file(folder / file), commits));
    if ((status.permissions() & fs::perms::owner_exec) != fs::perms::none)
        repository.make_executable(file.string());
}

void write_files(const GitRepository& repository, const Step& step, const fs::path& folder,
                 const Commits& commits) {
    for (const auto& [from, to] : step.moves) repository.move(from, to);
    for (const std::string& path : step.deletions) repository.remove(path);
    for (const fs::path& file : step.files) write_step_file(repository, folder, file, commits);
}

} // namespace

Commits load_history(const GitRepository& repository, const fs::path& folder) {
    std::vector<fs::path> steps;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_directory()) steps.push_back(entry.path());
    }
    std::sort(steps.begin(), steps.end());
    if (steps.empty()) throw std::runtime_error("no steps in " + folder.string());
    Commits commits;
    for (const fs::path& path : steps) {
        const Step step = read_step(path, commits.size());
        switch_branch(repository, step, commits);
        start_merge(repository, step);
        write_files(repository, step, path, commits);
        commits[step.name] = repository.commit(fill_in(step.message, commits), step.date, step.author);
        for (const std::string& tag : step.tags) repository.git("tag", tag, commits[step.name]);
    }
    return commits;
}

fs::path history_fixture(const std::string& name) {
    return fs::path(DOCS_LINT_SOURCE_DIR) / "fixtures" / "histories" / name;
}

} // namespace docs_lint::tests
