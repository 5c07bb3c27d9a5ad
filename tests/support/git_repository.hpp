#pragma once

#include "support/process.hpp"
#include "support/scratch.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::tests {

inline constexpr const char* kDate = "2026-03-01T09:00:00Z";
inline constexpr const char* kAuthor = "PMO Lead <pmo-lead@example.org>";

/// A real repository in a scratch folder, driven by the real git. Dates and identities are fixed, so the same
/// calls give the same object ids. Whatever fails throws with all that git said.
class GitRepository {
public:
    /// `git init` with the branch `main` and these further arguments, such as `--bare`.
    explicit GitRepository(const std::vector<std::string>& arguments = {});

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

    /// Runs git here and returns what it printed, without the last line end.
    template <typename... Argument>
    std::string git(const Argument&... arguments) const {
        return run({std::string(arguments)...});
    }
    std::string run(const std::vector<std::string>& arguments, const ProcessOptions& options = {}) const;

    /// Runs git here, whatever comes of it.
    ProcessResult try_git(const std::vector<std::string>& arguments,
                          const ProcessOptions& options = {}) const;

    void write(const std::string& file, std::string_view content) const;
    void remove(const std::string& file) const;
    void move(const std::string& from, const std::string& to) const;
    void link(const std::string& file, const std::string& target) const;
    void make_executable(const std::string& file) const;
    [[nodiscard]] std::string read(const std::string& file) const;

    /// Commits all that is on disk, also when that is nothing new; returns the 40 digits of the commit.
    std::string commit(const std::string& message, const std::string& date = kDate,
                       const std::string& author = kAuthor) const;

    /// Commits what is staged.
    std::string commit_staged(const std::string& message, const std::string& date = kDate,
                              const std::string& author = kAuthor) const;

    /// Starts a branch at `start` and switches to it.
    void branch(const std::string& name, const std::string& start = "HEAD") const;
    void checkout(const std::string& revision) const;

    /// Merges with a merge commit in any case; a conflict throws.
    std::string merge(const std::string& name, const std::string& date = kDate) const;

    [[nodiscard]] std::string id_of(const std::string& revision) const;

    /// Stores an object as it is, however wrong, and returns its id.
    std::string write_object(const std::string& type, const std::string& bytes) const;

private:
    ScratchFolder folder_;
};

/// The variables that make git commit with this date and author.
std::map<std::string, std::string> commit_environment(const std::string& date, const std::string& author);

} // namespace docs_lint::tests
