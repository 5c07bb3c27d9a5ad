#include "support/process.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

// What a client may send that no client should, and how a conversation ends.

using namespace docs_lint::tests;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kOrderly = 0, kLeft = 1, kFailure = 2;

const std::string kInitialize =
    R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})";
const std::string kShutdown = R"({"jsonrpc":"2.0","id":"end","method":"shutdown"})";
const std::string kExit = R"({"jsonrpc":"2.0","method":"exit"})";

std::string framed(const std::string& content) {
    return "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content;
}

std::string framed(const std::vector<std::string>& contents) {
    std::string all;
    for (const std::string& content : contents) all += framed(content);
    return all;
}

ProcessResult serve(const std::string& input, std::vector<std::string> arguments = {"server"}) {
    const ScratchFolder folder;
    ProcessOptions options;
    options.folder = folder.path();
    options.input = input;
    return run_docs_lint(std::move(arguments), options);
}

/// The messages that the server wrote, each of the announced length.
std::vector<Json> messages_in(std::string out) {
    std::vector<Json> messages;
    const std::string header = "Content-Length: ";
    while (!out.empty()) {
        REQUIRE(out.rfind(header, 0) == 0);
        const std::size_t end = out.find("\r\n\r\n");
        REQUIRE(end != std::string::npos);
        const std::size_t length = std::stoul(out.substr(header.size()));
        REQUIRE(out.size() >= end + 4 + length);
        messages.push_back(Json::parse(out.substr(end + 4, length)));
        CHECK(messages.back()["jsonrpc"] == "2.0");
        out.erase(0, end + 4 + length);
    }
    return messages;
}

/// What the server answers to one message between `initialize` and `shutdown`.
Json answer_to(const std::string& content) {
    const ProcessResult result = serve(framed({kInitialize, content, kShutdown, kExit}));
    INFO(result.err);
    CHECK(result.exit_code == kOrderly);
    const auto messages = messages_in(result.out);
    REQUIRE(messages.size() == 3);
    CHECK(messages.back() == Json::parse(R"({"jsonrpc":"2.0","id":"end","result":null})"));
    return messages[1];
}

} // namespace

TEST_CASE("a conversation from initialize to exit") {
    const ProcessResult result = serve(framed({kInitialize, kShutdown, kExit}));
    CHECK(result.exit_code == kOrderly);
    CHECK(result.err.empty());
    const auto messages = messages_in(result.out);
    REQUIRE(messages.size() == 2);
    const Json& can = messages[0]["result"]["capabilities"];
    CHECK(messages[0]["result"]["serverInfo"]["name"] == "docs-lint");
    CHECK(can["positionEncoding"] == "utf-16");
    CHECK(can["textDocumentSync"]["change"] == 2);
    for (const char* provider : {"hoverProvider", "documentSymbolProvider"}) CHECK(can[provider] == true);
    CHECK(can["codeActionProvider"]["codeActionKinds"] == Json::array({"quickfix"}));
    CHECK(can["completionProvider"]["triggerCharacters"].size() == 4);
}

TEST_CASE("utf-8 is taken where it is offered") {
    const ProcessResult result = serve(framed(
        R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-32","utf-8","utf-16"]}}}})"));
    CHECK(messages_in(result.out).at(0)["result"]["capabilities"]["positionEncoding"] == "utf-8");
}

TEST_CASE("who leaves without shutdown is told by the exit code") {
    CHECK(serve(framed({kInitialize, kExit})).exit_code == kLeft);
    CHECK(serve(framed({kInitialize})).exit_code == kLeft);
    CHECK(serve(framed({kExit})).exit_code == kLeft);
    CHECK(serve("").exit_code == kLeft);
    CHECK(serve(framed({kInitialize, kShutdown})).exit_code == kOrderly);
}

TEST_CASE("what can be done when") {
    const std::string hover = R"({"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{}})";
    const auto early = messages_in(serve(framed({hover, kInitialize})).out);
    REQUIRE(early.size() == 2);
    CHECK(early[0]["id"] == 7);
    CHECK(early[0]["error"]["code"] == -32002);
    const auto late = messages_in(serve(framed({kInitialize, kShutdown, hover, kExit})).out);
    REQUIRE(late.size() == 3);
    CHECK(late[2]["error"]["code"] == -32600);
    CHECK(answer_to(R"({"jsonrpc":"2.0","id":2,"method":"initialize","params":{}})")["error"]["code"] ==
          -32600);
}

TEST_CASE("requests and contents that are none get the protocol's errors, and the server goes on") {
    struct Case {
        const char* content;
        int code;
        Json id;
    };
    const Case cases[] = {
        {R"({"jsonrpc":"2.0","id":5,"method":"textDocument/rename"})", -32601, 5},
        {R"({"jsonrpc":"2.0","id":"x","method":"$/unknown"})", -32601, "x"},
        {"{", -32700, nullptr},
        {"", -32700, nullptr},
        {"\xff\xfe", -32700, nullptr},
        {R"({"jsonrpc":"2.0","id":1,"method":"\ud800"})", -32700, nullptr},
        {"[]", -32600, nullptr},
        {"3", -32600, nullptr},
        {"{}", -32600, nullptr},
        {R"({"id":{},"method":"shutdown"})", -32600, nullptr},
        {R"({"id":1,"method":7})", -32600, nullptr},
        {R"({"id":5,"method":"textDocument/hover"})", -32602, 5},
        {R"({"id":5,"method":"textDocument/hover","params":[1]})", -32602, 5},
        {R"({"id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":3}}})", -32602, 5},
        {R"({"id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a"},"position":[]}})",
         -32602, 5},
        {R"({"id":5,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"file:///a"}}})",
         -32602, 5},
    };
    for (const Case& one : cases) {
        CAPTURE(one.content);
        const Json answer = answer_to(one.content);
        CHECK(answer["error"]["code"] == one.code);
        CHECK(answer["id"] == one.id);
        CHECK_FALSE(answer["error"]["message"].get<std::string>().empty());
    }
}

TEST_CASE("deep nesting does no harm") {
    const std::string deep(200'000, '[');
    CHECK(answer_to(deep)["error"]["code"] == -32700);
    CHECK(answer_to(deep + std::string(200'000, ']'))["error"]["code"] == -32600);
}

TEST_CASE("notifications that nobody knows, cancellations and answers are let pass") {
    for (
        const char* content :
        {R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}})",
         R"({"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"off"}})",
         R"({"jsonrpc":"2.0","method":"something/else"})", R"({"jsonrpc":"2.0","id":9,"result":null})",
         R"({"jsonrpc":"2.0","method":"textDocument/didOpen"})",
         R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a","version":"x","text":""}}})",
         R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a","version":1},"contentChanges":7}})",
         R"({"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///a"}}})",
         R"({"jsonrpc":"2.0","method":"workspace/didChangeWorkspaceFolders","params":{"event":null}})"}) {
        CAPTURE(content);
        const ProcessResult result = serve(framed({kInitialize, content, kShutdown, kExit}));
        CHECK(result.exit_code == kOrderly);
        CHECK(messages_in(result.out).size() == 2);
    }
}

TEST_CASE("a document that is not open has nothing to be said of") {
    const std::string place =
        R"("params":{"textDocument":{"uri":"file:///a.md"},"position":{"line":0,"character":0},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}}})";
    for (const std::string method : {"hover", "completion", "documentSymbol"})
        CHECK(answer_to(R"({"id":5,"method":"textDocument/)" + method + "\"," + place)["result"].is_null());
    CHECK(answer_to(R"({"id":5,"method":"textDocument/codeAction",)" + place)["result"] == Json::array());
}

TEST_CASE("messages that cannot be told apart end the server with a word on standard error") {
    struct Case {
        std::string bytes;
        const char* message;
    };
    const Case cases[] = {
        {"GET / HTTP/1.1\r\n\r\n", "a header line of a message has no colon"},
        {"Content-Length: x\r\n\r\n", "the Content-Length of a message is no number"},
        {"Content-Length: 2\r\n\r\n{", "the input ends within a message"},
        {"Content-Length: 99999999999\r\n\r\n{}", "a message of more than 64000000 bytes is announced"},
        {std::string(1'000'000, 'a'), "the header of a message is too long"},
        {"Content-Length: 2\n\n{}", "a header line of a message does not end in CR LF"},
    };
    for (const Case& one : cases) {
        const ProcessResult result = serve(framed(kInitialize) + one.bytes);
        CAPTURE(result.err);
        CHECK(result.exit_code == kFailure);
        CHECK(result.err.find(one.message) != std::string::npos);
        CHECK(messages_in(result.out).size() == 1);
    }
}

TEST_CASE("the command line") {
    CHECK(serve(framed({kInitialize, kShutdown, kExit}), {"server", "--stdio"}).exit_code == kOrderly);
    CHECK(serve("", {"server", "--output", "json"}).exit_code == kFailure);
    CHECK(serve("", {"server", "--as-of", "yesterday"}).exit_code == kFailure);
}
