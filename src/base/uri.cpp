#include "base/uri.hpp"

#include <fmt/format.h>

namespace docs_lint::base {
namespace {

bool stands_for_itself(char byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool digit = byte >= '0' && byte <= '9';
    return letter || digit || std::string_view("/-._~").find(byte) != std::string_view::npos;
}

} // namespace

std::string uri_path(std::string_view path) {
    std::string uri;
    for (const char byte : path)
        uri += stands_for_itself(byte) ? std::string(1, byte)
                                       : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    return uri;
}

} // namespace docs_lint::base
