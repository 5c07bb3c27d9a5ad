#include "server/transport.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <istream>
#include <ostream>

namespace docs_lint::server {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;

constexpr const char* kHelp =
    "`docs-lint server` is for editors, which speak the language server protocol to it";

base::Error malformed(std::string message) {
    return {ErrorKind::failure, std::move(message), kHelp};
}

/// One header line without its ending; nothing where the input ends before its first byte.
Result<std::optional<std::string>> read_line(std::istream& in, std::size_t& bytes_left) {
    std::string line;
    for (int byte = in.get(); byte != std::istream::traits_type::eof(); byte = in.get()) {
        if (bytes_left-- == 0) return fail(malformed("the header of a message is too long"));
        line.push_back(static_cast<char>(byte));
        if (line.back() != '\n') continue;
        if (!line.ends_with("\r\n"))
            return fail(malformed("a header line of a message does not end in CR LF"));
        line.resize(line.size() - 2);
        return line;
    }
    if (!line.empty()) return fail(malformed("the input ends within the header of a message"));
    return std::nullopt;
}

Result<std::size_t> parse_length(std::string_view text, std::size_t most) {
    std::size_t length = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, length);
    if (read.ec == std::errc::result_out_of_range || (read.ec == std::errc{} && length > most))
        return fail(malformed(fmt::format("a message of more than {} bytes is announced", most)));
    if (read.ec != std::errc{} || read.ptr != end)
        return fail(malformed("the Content-Length of a message is no number"));
    return length;
}

/// Takes memory for what is there, not for what is announced.
Result<std::string> read_content(std::istream& in, std::size_t length) {
    constexpr std::size_t kPiece = 65'536;
    std::string content;
    while (content.size() < length) {
        const std::size_t begin = content.size();
        const std::size_t wanted = std::min(kPiece, length - begin);
        content.resize(begin + wanted);
        in.read(content.data() + begin, static_cast<std::streamsize>(wanted));
        if (static_cast<std::size_t>(in.gcount()) < wanted)
            return fail(malformed("the input ends within a message"));
    }
    return content;
}

/// The length that a header line gives; nothing for another header.
Result<std::optional<std::size_t>> read_header(std::string_view line, std::size_t most) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return fail(malformed("a header line of a message has no colon"));
    if (!base::equals_ignoring_case(base::trim(line.substr(0, colon)), "Content-Length")) return std::nullopt;
    const auto length = parse_length(base::trim(line.substr(colon + 1)), most);
    if (!length) return fail(length.error());
    return *length;
}

} // namespace

Result<std::optional<std::string>> read_message(std::istream& in, const MessageLimits& limits) {
    std::size_t bytes_left = limits.header_bytes;
    std::optional<std::size_t> length;
    for (bool first = true;; first = false) {
        const auto line = read_line(in, bytes_left);
        if (!line) return fail(line.error());
        if (!*line && first) return std::nullopt;
        if (!*line) return fail(malformed("the input ends within the header of a message"));
        if ((*line)->empty()) break;
        const auto header = read_header(**line, limits.content_bytes);
        if (!header) return fail(header.error());
        if (*header) length = *header;
    }
    if (!length) return fail(malformed("a message has no Content-Length"));
    auto content = read_content(in, *length);
    if (!content) return fail(content.error());
    return std::move(*content);
}

Result<void> write_message(std::ostream& out, std::string_view content) {
    out << "Content-Length: " << content.size() << "\r\n\r\n" << content << std::flush;
    if (!out) return fail(ErrorKind::failure, "the editor does not read what the server writes");
    return {};
}

} // namespace docs_lint::server
