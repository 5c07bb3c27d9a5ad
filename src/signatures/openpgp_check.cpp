#include "signatures/openpgp_check.hpp"

#include "base/text.hpp"
#include "signatures/program.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::signatures {
namespace {

using base::ErrorKind;
using base::Result;
using Words = std::vector<std::string_view>;

std::vector<std::string> command(const PrivateFolder& folder, const std::vector<std::string>& what) {
    std::vector<std::string> arguments = {
        "--homedir",     folder.path(),    "--no-options",      "--batch",
        "--no-tty",      "--no-autostart", "--disable-dirmngr", "--no-auto-key-retrieve",
        "--trust-model", "always",         "--status-fd",       "1"};
    arguments.insert(arguments.end(), what.begin(), what.end());
    return arguments;
}

/// The words behind `[GNUPG:]` of every line that begins so.
std::vector<Words> status_lines(const std::string& output) {
    constexpr std::string_view kPrefix = "[GNUPG:] ";
    std::vector<Words> lines;
    for (std::string_view line : base::split(output, '\n')) {
        if (!line.starts_with(kPrefix)) continue;
        line.remove_prefix(kPrefix.size());
        lines.push_back(base::split(base::trim(line), ' '));
    }
    return lines;
}

const Words* find(const std::vector<Words>& lines, std::string_view word) {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const Words& line) { return line.front() == word; });
    return found == lines.end() ? nullptr : &*found;
}

std::size_t count(const std::vector<Words>& lines, std::string_view word) {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const Words& line) { return line.front() == word; }));
}

/// `VALIDSIG <fingerprint> ... <fingerprint of the primary key>`
std::string primary_fingerprint(const Words& valid) {
    return valid.size() > 2 ? std::string(valid.back()) : std::string{};
}

Check bad(std::string reason) {
    return {Outcome::bad, {}, {}, std::move(reason), {}};
}

Check unverifiable(std::string reason, std::string help) {
    return {Outcome::unverifiable, {}, {}, std::move(reason), std::move(help)};
}

} // namespace

Result<KeyRing> KeyRing::make(const std::vector<PublicKey>& keys) {
    auto folder = PrivateFolder::make();
    if (!folder) return base::fail(folder.error());
    std::vector<Held> held;
    for (const PublicKey& key : keys) {
        const auto file = folder->write("key", key.text);
        if (!file) return base::fail(file.error());
        const auto ran = run_program("gpg", command(*folder, {"--import", *file}), *folder);
        if (!ran) return base::fail(ran.error());
        for (const Words& line : status_lines(ran->output))
            if (line.front() == "IMPORT_OK" && line.size() > 2) held.push_back({std::string(line[2]), key});
        if (held.empty() || held.back().key != key)
            return base::fail(ErrorKind::unverifiable, "gpg does not take a key of the role register",
                              "try gpg --show-keys on each OpenPGP key that the roles list");
    }
    return KeyRing(std::move(*folder), std::move(held));
}

Check KeyRing::check(const std::string& signature, const std::string& payload) const {
    auto check = ask(signature, payload);
    return check ? std::move(*check) : unverifiable(check.error().message, check.error().help);
}

Result<Check> KeyRing::ask(const std::string& signature, const std::string& payload) const {
    const auto signature_file = folder_.write("signature", signature);
    if (!signature_file) return base::fail(signature_file.error());
    const auto payload_file = folder_.write("payload", payload);
    if (!payload_file) return base::fail(payload_file.error());
    const auto ran =
        run_program("gpg", command(folder_, {"--verify", *signature_file, *payload_file}), folder_);
    if (!ran) return base::fail(ran.error());
    return judge(ran->output);
}

Check KeyRing::judge(const std::string& status) const {
    const auto lines = status_lines(status);
    if (count(lines, "NEWSIG") > 1) return bad("it holds several signatures");
    if (find(lines, "BADSIG") != nullptr) return bad("it was not made over this commit");
    if (find(lines, "REVKEYSIG") != nullptr) return bad("its key was revoked");
    if (const Words* missing = find(lines, "NO_PUBKEY"); missing != nullptr && missing->size() > 1)
        return unverifiable(fmt::format("the role register has no key {}", (*missing)[1]),
                            "add the signer's public key to its role, as the base has it");
    const bool holds = count(lines, "GOODSIG") + count(lines, "EXPKEYSIG") == 1;
    const Words* valid = find(lines, "VALIDSIG");
    if (!holds || valid == nullptr || count(lines, "VALIDSIG") != 1)
        return find(lines, "NODATA") != nullptr ? bad("it is no signature")
                                                : unverifiable("gpg does not say what to think of it",
                                                               "try git verify-commit on that commit");
    Check check{Outcome::good, {}, primary_fingerprint(*valid), {}, {}};
    for (const Held& one : held_)
        if (one.fingerprint == check.fingerprint) check.keys.push_back(one.key);
    if (check.keys.empty()) check.outcome = Outcome::unknown_key;
    return check;
}

} // namespace docs_lint::signatures
