#include "server/uri.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <charconv>

namespace docs_lint::server {
namespace {

constexpr std::string_view kScheme = "file://";

std::optional<char> decode_escape(std::string_view digits) {
    if (digits.size() != 2) return std::nullopt;
    unsigned value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + 2, value, 16);
    if (read.ec != std::errc{} || read.ptr != digits.data() + 2 || value == 0) return std::nullopt;
    return static_cast<char>(value);
}

std::optional<std::string> decode(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded.push_back(text[at]);
            continue;
        }
        const auto byte = decode_escape(text.substr(at + 1, 2));
        if (!byte) return std::nullopt;
        decoded.push_back(*byte);
        at += 2;
    }
    return decoded;
}

} // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
    if (!base::equals_ignoring_case(uri.substr(0, kScheme.size()), kScheme)) return std::nullopt;
    uri.remove_prefix(kScheme.size());
    uri = uri.substr(0, uri.find_first_of("?#"));
    const std::size_t path = uri.find('/');
    if (path == std::string_view::npos) return std::nullopt;
    const std::string_view machine = uri.substr(0, path);
    if (!machine.empty() && !base::equals_ignoring_case(machine, "localhost")) return std::nullopt;
    auto decoded = decode(uri.substr(path));
    if (!decoded || decoded->find('\0') != std::string::npos) return std::nullopt;
    return decoded;
}

std::string uri_of_path(std::string_view path) {
    return std::string(kScheme) + base::uri_path(path);
}

} // namespace docs_lint::server
