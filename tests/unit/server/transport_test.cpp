#include "server/transport.hpp"

#include <doctest/doctest.h>
#include <sstream>
#include <string>

using namespace docs_lint::server;

namespace {

std::string framed(const std::string& content) {
    return "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content;
}

std::string problem_of(const std::string& bytes, const MessageLimits& limits = {}) {
    std::istringstream in(bytes);
    const auto message = read_message(in, limits);
    return message ? "" : message.error().message;
}

} // namespace

TEST_CASE("messages are read one behind the other, until the input ends") {
    std::istringstream in(framed("{}") + framed("") + framed("[\"ü\"]"));
    CHECK(*read_message(in) == "{}");
    CHECK(*read_message(in) == "");
    CHECK(*read_message(in) == "[\"ü\"]");
    const auto end = read_message(in);
    REQUIRE(end.has_value());
    CHECK_FALSE(end->has_value());
}

TEST_CASE("headers come in any order, case and with blanks; others do not matter") {
    std::istringstream in(
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2  \r\n\r\n{}");
    CHECK(*read_message(in) == "{}");
}

TEST_CASE("what is no header is an error that says so") {
    CHECK(problem_of("hello\r\n\r\n") == "a header line of a message has no colon");
    CHECK(problem_of("Content-Length: 2\n\n{}") == "a header line of a message does not end in CR LF");
    CHECK(problem_of("Content-Type: x\r\n\r\n{}") == "a message has no Content-Length");
    CHECK(problem_of("\r\n{}") == "a message has no Content-Length");
    for (const std::string length : {"two", "-1", "+2", "2x", "0x2", ""})
        CHECK(problem_of("Content-Length: " + length + "\r\n\r\n{}") ==
              "the Content-Length of a message is no number");
}

TEST_CASE("an input that ends too early is an error, wherever it ends") {
    const std::string whole = framed("{\"a\": 1}");
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK(problem_of(whole.substr(0, size)).find("the input ends within") == 0);
    }
}

TEST_CASE("limits hold at N and not at N + 1") {
    MessageLimits limits;
    limits.content_bytes = 3;
    CHECK(problem_of(framed("abc"), limits).empty());
    CHECK(problem_of(framed("abcd"), limits) == "a message of more than 3 bytes is announced");
    CHECK(problem_of("Content-Length: 99999999999999999999999\r\n\r\n", limits) ==
          "a message of more than 3 bytes is announced");
    limits.header_bytes = std::string("Content-Length: 3\r\n\r\n").size();
    CHECK(problem_of(framed("abc"), limits).empty());
    --limits.header_bytes;
    CHECK(problem_of(framed("abc"), limits) == "the header of a message is too long");
}

TEST_CASE("a length that is announced and not sent takes no memory") {
    CHECK(problem_of("Content-Length: 63999999\r\n\r\nabc") == "the input ends within a message");
}

TEST_CASE("what is written can be read") {
    std::ostringstream out;
    REQUIRE(write_message(out, "{\"é\": 1}").has_value());
    CHECK(out.str() == "Content-Length: 9\r\n\r\n{\"é\": 1}");
    std::istringstream in(out.str());
    CHECK(*read_message(in) == "{\"é\": 1}");
    out.setstate(std::ios::badbit);
    CHECK_FALSE(write_message(out, "{}").has_value());
}
