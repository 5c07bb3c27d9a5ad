#include "signatures/ssh_check.hpp"

#include "base/text.hpp"
#include "signatures/program.hpp"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace docs_lint::signatures {
namespace {

using base::Result;

constexpr const char* kProgram = "ssh-keygen";
constexpr int kRefused = 255; ///< what it exits with where a signature does not hold

Check unverifiable(const base::Error& why) {
    return {Outcome::unverifiable, {}, {}, why.message, why.help};
}

Check unexpected(const Ran& ran) {
    return {Outcome::unverifiable,
            {},
            {},
            fmt::format("{} ended with {}", kProgram, ran.exit_code),
            "install an OpenSSH that knows ssh-keygen -Y (8.2 or later)"};
}

/// Nobody's name is known here, so that each key is called by its place in the list.
std::string allowed_signers(const std::vector<PublicKey>& keys) {
    std::string lines;
    for (std::size_t at = 0; at < keys.size(); ++at)
        lines += fmt::format("key-{} namespaces=\"git\" {}\n", at, keys[at].text);
    return lines;
}

std::optional<std::size_t> place_named(std::string_view output, std::size_t count) {
    constexpr std::string_view kName = "key-";
    const std::string_view line = base::trim(output.substr(0, output.find('\n')));
    std::size_t place = 0;
    if (!line.starts_with(kName)) return std::nullopt;
    const auto [end, problem] = std::from_chars(line.data() + kName.size(), line.data() + line.size(), place);
    const bool whole = problem == std::errc{} && end == line.data() + line.size();
    return whole && place < count ? std::optional(place) : std::nullopt;
}

/// `Good "git" signature ... key SHA256:...`
std::string fingerprint_in(const std::string& output) {
    const std::size_t begin = output.find("SHA256:");
    if (begin == std::string::npos) return {};
    return output.substr(begin, output.find_first_of(" \r\n", begin) - begin);
}

class SshCheck {
public:
    SshCheck(const std::vector<PublicKey>& keys, const PrivateFolder& folder)
        : keys_(keys), folder_(folder) {}

    Result<Check> run(const std::string& signature, const std::string& payload) {
        for (const auto& [name, content] : {std::pair("signers", allowed_signers(keys_)),
                                            std::pair("signature", signature), std::pair("payload", payload)})
            if (auto written = folder_.write(name, content); !written) return base::fail(written.error());
        const auto known = ask({"-Y", "find-principals", "-s", "signature", "-f", "signers"});
        if (!known) return base::fail(known.error());
        const auto place = place_named(known->output, keys_.size());
        return known->exit_code == 0 && place ? verify(*place) : verify_unknown();
    }

private:
    Result<Ran> ask(std::vector<std::string> arguments) const {
        return run_program(kProgram, std::move(arguments), folder_, folder_.path_of("payload"));
    }

    Result<Check> verify(std::size_t place) const {
        const auto ran = ask({"-Y", "verify", "-n", "git", "-s", "signature", "-f", "signers", "-I",
                              fmt::format("key-{}", place)});
        if (!ran) return base::fail(ran.error());
        return judge(*ran, Outcome::good, {keys_[place]});
    }

    [[nodiscard]] Result<Check> verify_unknown() const {
        const auto ran = ask({"-Y", "check-novalidate", "-n", "git", "-s", "signature"});
        if (!ran) return base::fail(ran.error());
        return judge(*ran, Outcome::unknown_key, {});
    }

    static Check judge(const Ran& ran, Outcome where_it_holds, std::vector<PublicKey> keys) {
        if (ran.exit_code == 0) return {where_it_holds, std::move(keys), fingerprint_in(ran.output), {}, {}};
        if (ran.exit_code != kRefused) return unexpected(ran);
        return {Outcome::bad, {}, {}, "it was not made over this commit", {}};
    }

    const std::vector<PublicKey>& keys_;
    const PrivateFolder& folder_;
};

} // namespace

Check check_ssh(const std::vector<PublicKey>& keys, const std::string& signature,
                const std::string& payload) {
    const auto folder = PrivateFolder::make();
    if (!folder) return unverifiable(folder.error());
    auto check = SshCheck(keys, *folder).run(signature, payload);
    return check ? std::move(*check) : unverifiable(check.error());
}

} // namespace docs_lint::signatures
