#include "signatures/public_key.hpp"

#include <doctest/doctest.h>
#include <string>

using docs_lint::signatures::KeyKind;
using docs_lint::signatures::parse_public_key;

namespace {

const std::string kSsh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPz4wRr3KIJV9Wca+FgjEqbo3AopwWhSpdvC2vBdl+ep";
const std::string kBlock = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEaSp\n"
                           "-----END PGP PUBLIC KEY BLOCK-----";

} // namespace

TEST_CASE("a key of SSH is its type and its body, whatever the comment") {
    for (const std::string& text : {kSsh, kSsh + " qa@example.org", "  " + kSsh + " \n"}) {
        const auto key = parse_public_key(text);
        REQUIRE(key.has_value());
        CHECK(key->kind == KeyKind::ssh);
        CHECK(key->text == kSsh);
    }
}

TEST_CASE("a key of OpenPGP is one whole block") {
    const auto key = parse_public_key("\n" + kBlock + "\n");
    REQUIRE(key.has_value());
    CHECK(key->kind == KeyKind::openpgp);
    CHECK(key->text == kBlock + "\n");
    CHECK_FALSE(parse_public_key(kBlock + "\n" + kBlock).has_value());
    CHECK_FALSE(parse_public_key(kBlock + "\nrest").has_value());
    CHECK_FALSE(parse_public_key(kBlock.substr(0, 50)).has_value());
}

TEST_CASE("what is no whole public key is refused") {
    for (const std::string& text :
         {std::string(), std::string("ssh-ed25519"), std::string("0123456789ABCDEF0123456789ABCDEF01234567"),
          std::string("ssh-dss ") + kSsh.substr(12), kSsh.substr(0, 30) + "!" + kSsh.substr(31),
          kSsh + "\n* " + kSsh, std::string("* ") + kSsh, "cert-authority " + kSsh}) {
        CAPTURE(text);
        const auto key = parse_public_key(text);
        REQUIRE_FALSE(key.has_value());
        CHECK(key.error().kind == docs_lint::base::ErrorKind::configuration);
    }
}

TEST_CASE("a private key is told to be taken away") {
    const auto key = parse_public_key("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n");
    REQUIRE_FALSE(key.has_value());
    CHECK(key.error().message.find("private") != std::string::npos);
}
