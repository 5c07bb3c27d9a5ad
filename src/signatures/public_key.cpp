#include "signatures/public_key.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace docs_lint::signatures {
namespace {

using base::ErrorKind;
using base::Result;

constexpr std::array<std::string_view, 7> kSshTypes = {"ssh-ed25519",
                                                       "ssh-rsa",
                                                       "ecdsa-sha2-nistp256",
                                                       "ecdsa-sha2-nistp384",
                                                       "ecdsa-sha2-nistp521",
                                                       "sk-ssh-ed25519@openssh.com",
                                                       "sk-ecdsa-sha2-nistp256@openssh.com"};
constexpr std::string_view kBlockBegin = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
constexpr std::string_view kBlockEnd = "-----END PGP PUBLIC KEY BLOCK-----";
constexpr std::string_view kHint = "give the line of a .pub file, or what gpg --armor --export prints";

bool is_base64(std::string_view text) {
    return text.size() > 16 && std::all_of(text.begin(), text.end(), [](char byte) {
               return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                      (byte >= '0' && byte <= '9') || byte == '+' || byte == '/' || byte == '=';
           });
}

Result<PublicKey> parse_block(std::string_view text) {
    const bool one = text.ends_with(kBlockEnd) && text.find(kBlockBegin, 1) == std::string_view::npos &&
                     text.find('\0') == std::string_view::npos;
    if (!one)
        return base::fail(ErrorKind::configuration, "this is not one whole OpenPGP key block",
                          std::string(kHint));
    return PublicKey{KeyKind::openpgp, std::string(text) + "\n"};
}

} // namespace

Result<PublicKey> parse_public_key(std::string_view text) {
    text = base::trim(text);
    if (text.find("PRIVATE KEY") != std::string_view::npos)
        return base::fail(ErrorKind::configuration, "this is a private key",
                          "take it away, make a new one, and give its public half");
    if (text.starts_with(kBlockBegin)) return parse_block(text);
    const auto parts = base::split(text, ' ');
    const bool ssh = parts.size() >= 2 && text.find_first_of("\r\n") == std::string_view::npos &&
                     std::find(kSshTypes.begin(), kSshTypes.end(), parts[0]) != kSshTypes.end() &&
                     is_base64(parts[1]);
    if (!ssh)
        return base::fail(ErrorKind::configuration, "this is no public key of SSH or OpenPGP",
                          std::string(kHint));
    return PublicKey{KeyKind::ssh, std::string(parts[0]) + " " + std::string(parts[1])};
}

} // namespace docs_lint::signatures
