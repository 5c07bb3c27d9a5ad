#include "support/signing.hpp"

#include <stdexcept>
#include <utility>

namespace docs_lint::tests {
namespace {

std::string output_of(const std::vector<std::string>& command, const ProcessOptions& options = {}) {
    const ProcessResult result = run_process(command, options);
    if (result.exit_code != 0) throw std::runtime_error(command[0] + ": " + result.out + result.err);
    return result.out;
}

} // namespace

SshSigner::SshSigner(const std::string& type) {
    output_of({"ssh-keygen", "-q", "-t", type, "-N", "", "-C", "", "-f", (folder_.path() / "key").string()});
}

std::string SshSigner::public_key() const {
    std::string line = read_file(folder_.path() / "key.pub");
    while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
    return line;
}

std::string SshSigner::sign(const std::string& payload, const std::string& name_space) const {
    ProcessOptions options;
    options.input = payload;
    return output_of({"ssh-keygen", "-Y", "sign", "-n", name_space, "-f", (folder_.path() / "key").string()},
                     options);
}

std::vector<std::string> SshSigner::git_settings() const {
    return {"-c", "gpg.format=ssh", "-c", "user.signingkey=" + (folder_.path() / "key").string()};
}

GpgSigner::GpgSigner(const std::string& address) : address_(address) {
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::owner_all);
    run({"--passphrase", "", "--quick-gen-key", "Signer <" + address + ">", "ed25519", "sign", "never"});
}

GpgSigner::~GpgSigner() {
    run_process({"gpgconf", "--homedir", home(), "--kill", "all"});
}

std::string GpgSigner::run(std::vector<std::string> arguments, const std::string& input) const {
    const std::vector<std::string> head = {"gpg",      "--homedir",       home(),    "--batch", "--quiet",
                                           "--no-tty", "--pinentry-mode", "loopback"};
    arguments.insert(arguments.begin(), head.begin(), head.end());
    ProcessOptions options;
    options.input = input;
    return output_of(arguments, options);
}

std::string GpgSigner::public_key() const {
    return run({"--armor", "--export", address_});
}

std::string GpgSigner::sign(const std::string& payload) const {
    return run({"--armor", "--detach-sign"}, payload);
}

std::vector<std::string> GpgSigner::git_settings() const {
    return {"-c", "gpg.format=openpgp", "-c", "user.signingkey=" + address_};
}

/// gpg leaves a certificate beside the key, with a colon before its first line so that nobody imports it in
/// haste.
void GpgSigner::revoke() const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path() / "openpgp-revocs.d")) {
        std::string text = read_file(entry.path());
        text.erase(text.find(":-----BEGIN"), 1);
        run({"--import"}, text);
    }
}

std::string commit_signed(const GitRepository& repository, const std::string& message,
                          const std::string& date, const std::string& author,
                          const std::vector<std::string>& settings, const std::string& gpg_home) {
    repository.git("add", "--all");
    ProcessOptions options;
    options.environment = commit_environment(date, author);
    if (!gpg_home.empty()) options.environment["GNUPGHOME"] = gpg_home;
    std::vector<std::string> command = settings;
    for (const char* word : {"commit", "--quiet", "--allow-empty", "-S", "-m"}) command.emplace_back(word);
    command.push_back(message);
    repository.run(command, options);
    return repository.id_of("HEAD");
}

} // namespace docs_lint::tests
