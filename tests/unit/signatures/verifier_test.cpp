#include "signatures/verifier.hpp"
#include "support/scratch.hpp"
#include "support/signing.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <string>

using namespace docs_lint::signatures;
using namespace docs_lint::tests;

namespace {

const std::string kPayload = "tree 1\nauthor A\n\nThe message\n";

PublicKey key_of(const std::string& text) {
    auto key = parse_public_key(text);
    REQUIRE(key.has_value());
    return *key;
}

/// Another PATH as long as it lives.
class SearchPath {
public:
    explicit SearchPath(const std::string& path) : before_(std::getenv("PATH")) { set(path); }
    ~SearchPath() { set(before_); }
    SearchPath(const SearchPath&) = delete;
    SearchPath& operator=(const SearchPath&) = delete;

private:
    static void set(const std::string& path) { ::setenv("PATH", path.c_str(), 1); }
    std::string before_;
};

void write_program(const std::filesystem::path& file, const std::string& text) {
    write_file(file, "#!/bin/sh\n" + text);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
}

} // namespace

TEST_CASE("a signature of SSH by a known key holds, for its bytes only") {
    const SshSigner signer;
    const SshSigner other;
    Verifier verifier({key_of(other.public_key()), key_of(signer.public_key())});
    const std::string signature = signer.sign(kPayload);
    const Check check = verifier.verify(signature, kPayload);
    INFO(check.reason);
    CHECK(check.outcome == Outcome::good);
    REQUIRE(check.keys.size() == 1);
    CHECK(check.keys.front() == key_of(signer.public_key()));
    CHECK(check.fingerprint.substr(0, 7) == "SHA256:");
    CHECK(verifier.verify(signature, kPayload + "x").outcome == Outcome::bad);
    CHECK(verifier.verify(signature, "").outcome == Outcome::bad);
}

TEST_CASE("a signature of SSH by an unknown key, for something else, or of no form") {
    const SshSigner signer;
    const SshSigner other;
    Verifier verifier({key_of(other.public_key())});
    const Check unknown = verifier.verify(signer.sign(kPayload), kPayload);
    CHECK(unknown.outcome == Outcome::unknown_key);
    CHECK(unknown.keys.empty());
    CHECK(unknown.fingerprint.substr(0, 7) == "SHA256:");
    CHECK(verifier.verify(signer.sign(kPayload), kPayload + "x").outcome == Outcome::bad);
    CHECK(verifier.verify(other.sign(kPayload, "file"), kPayload).outcome == Outcome::bad);
    CHECK(verifier.verify(signer.sign(kPayload, "file"), kPayload).outcome == Outcome::bad);
    CHECK(verifier.verify("-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n", kPayload)
              .outcome == Outcome::bad);
    CHECK(Verifier({}).verify(signer.sign(kPayload), kPayload).outcome == Outcome::unknown_key);
}

TEST_CASE("a signature of OpenPGP by a known key holds, for its bytes only") {
    const GpgSigner signer("qa-lead@example.org");
    Verifier verifier({key_of(signer.public_key())});
    const std::string signature = signer.sign(kPayload);
    const Check check = verifier.verify(signature, kPayload);
    INFO(check.reason);
    CHECK(check.outcome == Outcome::good);
    REQUIRE(check.keys.size() == 1);
    CHECK(check.fingerprint.size() == 40);
    CHECK(verifier.verify(signature, kPayload + "x").outcome == Outcome::bad);
    CHECK(verifier.verify("-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n", kPayload)
              .outcome != Outcome::good);

    const GpgSigner other("pmo-lead@example.org");
    const Check unknown = verifier.verify(other.sign(kPayload), kPayload);
    CHECK(unknown.outcome == Outcome::unverifiable);
    CHECK(unknown.reason.find("no key") != std::string::npos);
    CHECK(verifier.verify(signature + other.sign(kPayload), kPayload).outcome != Outcome::good);
}

TEST_CASE("a key of OpenPGP that was revoked makes no good signature") {
    const GpgSigner signer("qa-lead@example.org");
    const std::string signature = signer.sign(kPayload);
    signer.revoke();
    Verifier verifier({key_of(signer.public_key())});
    const Check check = verifier.verify(signature, kPayload);
    CHECK(check.outcome == Outcome::bad);
    CHECK(check.reason.find("revoked") != std::string::npos);
}

TEST_CASE("a key block that gpg does not take verifies nothing") {
    const GpgSigner signer("qa-lead@example.org");
    Verifier verifier({key_of("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEaSp\n"
                              "-----END PGP PUBLIC KEY BLOCK-----"),
                       key_of(signer.public_key())});
    CHECK(verifier.verify(signer.sign(kPayload), kPayload).outcome == Outcome::unverifiable);
}

TEST_CASE("without the programs nothing is verified") {
    const SshSigner ssh;
    const GpgSigner gpg("qa-lead@example.org");
    const std::string by_ssh = ssh.sign(kPayload);
    const std::string by_gpg = gpg.sign(kPayload);
    const ScratchFolder folder;
    const SearchPath path(folder.path().string());
    Verifier verifier({key_of(ssh.public_key()), PublicKey{KeyKind::openpgp, "x"}});
    for (const std::string& signature : {by_ssh, by_gpg}) {
        const Check check = verifier.verify(signature, kPayload);
        CHECK(check.outcome == Outcome::unverifiable);
        CHECK(check.reason.find("PATH") != std::string::npos);
    }
}

TEST_CASE("a program of a relative folder of PATH is never started") {
    const SshSigner signer;
    const std::string signature = signer.sign(kPayload);
    const ScratchFolder folder;
    write_program(folder.path() / "ssh-keygen", "touch started; echo key-0; exit 0\n");
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    Check check;
    {
        const SearchPath path(".::relative");
        check = Verifier({key_of(signer.public_key())}).verify(signature, kPayload + "x");
    }
    std::filesystem::current_path(before);
    CHECK(check.outcome == Outcome::unverifiable);
    CHECK(check.reason.find("PATH") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "started"));
}

TEST_CASE("a program that knows no such question, or does not come to an end, verifies nothing") {
    const SshSigner signer;
    const std::string signature = signer.sign(kPayload);
    const ScratchFolder folder;
    Check check;
    SUBCASE("another exit code") {
        write_program(folder.path() / "ssh-keygen", "echo 'unknown option -- Y' >&2; exit 1\n");
    }
    SUBCASE("ended by a signal") {
        write_program(folder.path() / "ssh-keygen", "kill -9 $$\n");
    }
    SUBCASE("no end") {
        write_program(folder.path() / "ssh-keygen", "exec /bin/sleep 60\n");
    }
    {
        const SearchPath path(folder.path().string());
        check = Verifier({key_of(signer.public_key())}).verify(signature, kPayload);
    }
    CHECK(check.outcome == Outcome::unverifiable);
}

TEST_CASE("another form of signature is not known") {
    CHECK(Verifier({}).verify("-----BEGIN SIGNED MESSAGE-----\n", kPayload).outcome == Outcome::unverifiable);
    CHECK(Verifier({}).verify("", kPayload).outcome == Outcome::unverifiable);
}

TEST_CASE("nothing is left behind in the folder for temporary files") {
    const SshSigner signer;
    const std::string signature = signer.sign(kPayload);
    const ScratchFolder folder;
    ::setenv("TMPDIR", folder.path().c_str(), 1);
    const Outcome outcome = Verifier({key_of(signer.public_key())}).verify(signature, kPayload).outcome;
    ::setenv("TMPDIR", (folder.path() / "missing").c_str(), 1);
    const Outcome without = Verifier({key_of(signer.public_key())}).verify(signature, kPayload).outcome;
    ::unsetenv("TMPDIR");
    CHECK(outcome == Outcome::good);
    CHECK(without == Outcome::unverifiable);
    CHECK(std::filesystem::is_empty(folder.path()));
}
