#pragma once

#include "support/git_repository.hpp"
#include "support/scratch.hpp"

#include <string>
#include <vector>

namespace docs_lint::tests {

/// Makes the commits and files that it is given sign: by the real ssh-keygen.
class SshSigner {
public:
    explicit SshSigner(const std::string& type = "ed25519");

    [[nodiscard]] std::string public_key() const; ///< the line of its `.pub` file
    /// An armoured signature over these bytes.
    [[nodiscard]] std::string sign(const std::string& payload, const std::string& name_space = "git") const;
    /// The settings by which git signs with this key.
    [[nodiscard]] std::vector<std::string> git_settings() const;

private:
    ScratchFolder folder_;
};

/// The same by the real gpg, in a home of its own.
class GpgSigner {
public:
    explicit GpgSigner(const std::string& address);
    ~GpgSigner(); ///< ends the agent of that home
    GpgSigner(const GpgSigner&) = delete;
    GpgSigner& operator=(const GpgSigner&) = delete;

    [[nodiscard]] std::string public_key() const; ///< armoured
    [[nodiscard]] std::string sign(const std::string& payload) const;
    [[nodiscard]] std::vector<std::string> git_settings() const;
    [[nodiscard]] std::string home() const { return folder_.path().string(); }
    void revoke() const; ///< from now on `public_key` says so

private:
    std::string run(std::vector<std::string> arguments, const std::string& input = {}) const;

    ScratchFolder folder_;
    std::string address_;
};

/// Commits all that is on disk, signed by whom these settings of git name.
std::string commit_signed(const GitRepository& repository, const std::string& message,
                          const std::string& date, const std::string& author,
                          const std::vector<std::string>& settings, const std::string& gpg_home = {});

} // namespace docs_lint::tests
