#include "server/session.hpp"

#include "server/code_actions.hpp"
#include "server/completion.hpp"
#include "server/hover.hpp"
#include "server/symbols.hpp"
#include "server/uri.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <vector>

namespace docs_lint::server {
namespace {

constexpr int kIncremental = 2; // of `TextDocumentSyncKind`

Json capabilities(const Client& client) {
    return {{"positionEncoding", to_string(client.encoding)},
            {"textDocumentSync", {{"openClose", true}, {"change", kIncremental}, {"save", true}}},
            {"hoverProvider", true},
            {"completionProvider", {{"triggerCharacters", {":", "|", "+", " "}}}},
            {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}},
            {"documentSymbolProvider", true},
            {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
}

/// Whether the server has a request of that name.
bool is_known(const std::string& method) {
    static const std::set<std::string> known = {"shutdown", "textDocument/hover", "textDocument/completion",
                                                "textDocument/codeAction", "textDocument/documentSymbol"};
    return known.count(method) > 0;
}

void add_folder(std::vector<std::string>& folders, const Json& uri) {
    if (!uri.is_string()) return;
    if (auto path = path_of_uri(uri.get<std::string>())) folders.push_back(std::move(*path));
}

std::vector<std::string> folders_of(const Json& params) {
    std::vector<std::string> folders;
    if (params.contains("workspaceFolders") && params["workspaceFolders"].is_array())
        for (const Json& folder : params["workspaceFolders"]) add_folder(folders, folder.at("uri"));
    else if (params.contains("rootUri"))
        add_folder(folders, params["rootUri"]);
    return folders;
}

std::string uri_in(const Json& params) {
    return params.at("textDocument").at("uri").get<std::string>();
}

/// The client may want other kinds of actions only.
bool wants_quick_fixes(const Json& context) {
    if (!context.contains("only") || !context["only"].is_array()) return true;
    return std::any_of(context["only"].begin(), context["only"].end(),
                       [](const Json& kind) { return kind == "quickfix" || kind == ""; });
}

bool is_id(const Json& id) {
    return id.is_string() || id.is_number_integer();
}

} // namespace

void Session::receive(std::string_view content) {
    Json message = Json::parse(content, nullptr, false);
    if (message.is_discarded()) return refuse(nullptr, ErrorCode::parse_error, "this is no JSON");
    handle(message);
}

void Session::settle() {
    if (desk_) desk_->settle();
}

void Session::handle(const Json& message) {
    if (!message.is_object()) return refuse(nullptr, ErrorCode::invalid_request, "a message is an object");
    const bool has_id = message.contains("id");
    if (!message.contains("method")) {
        if (!has_id) refuse(nullptr, ErrorCode::invalid_request, "a message has a method");
        return; // an answer of the client's
    }
    if (!message["method"].is_string() || (has_id && !is_id(message["id"])))
        return refuse(nullptr, ErrorCode::invalid_request,
                      "a method is a string, an id a string or an integer");
    const std::string method = message["method"].get<std::string>();
    const Json params = message.value("params", Json());
    if (has_id) return answer(message["id"], method, params);
    try {
        take_note(method, params);
    } catch (const Json::exception&) { // nobody can be told
    }
}

void Session::answer(const Json& id, const std::string& method, const Json& params) {
    if (shut_down_) return refuse(id, ErrorCode::invalid_request, "the server is shut down");
    const bool begins = method == "initialize";
    if (begins && desk_) return refuse(id, ErrorCode::invalid_request, "the server is initialized already");
    if (!begins && !desk_) return refuse(id, ErrorCode::not_initialized, "the server is not initialized");
    if (!begins && !is_known(method))
        return refuse(id, ErrorCode::method_not_found, fmt::format("there is no method {}", method));
    try {
        send_({{"jsonrpc", "2.0"},
               {"id", id},
               {"result", begins ? initialize(params) : result_of(method, params)}});
    } catch (const Json::exception& problem) {
        refuse(id, ErrorCode::invalid_params, problem.what());
    }
}

Json Session::initialize(const Json& params) {
    const auto folders = folders_of(params);
    client_ = read_client(params);
    desk_.emplace(request_, client_,
                  [this](const std::string& method, Json event) { notify(method, std::move(event)); });
    desk_->set_folders(folders);
    return {{"capabilities", capabilities(client_)},
            {"serverInfo", {{"name", "docs-lint"}, {"version", DOCS_LINT_VERSION}}}};
}

Json Session::result_of(const std::string& method, const Json& params) {
    if (method == "shutdown") {
        desk_.reset();
        shut_down_ = true;
        return nullptr;
    }
    const OpenDocument* document = desk_->find(uri_in(params));
    if (method == "textDocument/documentSymbol")
        return document != nullptr ? symbols_of(*document, client_) : Json(nullptr);
    if (method != "textDocument/codeAction") return about_place(method, params);
    const EditorRange range = range_from(params.at("range"));
    const bool wanted = document != nullptr && wants_quick_fixes(params.value("context", Json::object()));
    return wanted ? code_actions_in(*document, range, client_) : Json::array();
}

Json Session::about_place(const std::string& method, const Json& params) {
    const OpenDocument* document = desk_->find(uri_in(params));
    const EditorPosition position = position_from(params.at("position"));
    if (document == nullptr) return nullptr;
    const std::size_t offset = document->text.offset(position);
    if (method == "textDocument/completion") return completions_at(*document, offset);
    const auto hover = hover_at(*document, offset);
    return hover ? hover_json(*hover, *document, client_) : Json(nullptr);
}

void Session::take_note(const std::string& method, const Json& params) {
    if (method == "exit") {
        exited_ = true;
        return;
    }
    if (!desk_) return;
    if (method == "initialized") return watch_files();
    if (method == "workspace/didChangeWatchedFiles") return desk_->files_changed();
    if (method == "workspace/didChangeWorkspaceFolders") return change_folders(params.at("event"));
    if (method.starts_with("textDocument/")) take_note_of_document(method, params);
}

void Session::take_note_of_document(const std::string& method, const Json& params) {
    const std::string uri = uri_in(params);
    const Json& document = params.at("textDocument");
    if (method == "textDocument/didOpen")
        desk_->open(uri, document.at("version").get<std::int64_t>(), document.at("text").get<std::string>());
    if (method == "textDocument/didChange")
        desk_->change(uri, document.at("version").get<std::int64_t>(), params.at("contentChanges"));
    if (method == "textDocument/didSave") desk_->save(uri);
    if (method == "textDocument/didClose") desk_->close(uri);
}

void Session::change_folders(const Json& event) {
    std::vector<std::string> folders = desk_->folders();
    std::vector<std::string> removed;
    for (const Json& folder : event.at("removed")) add_folder(removed, folder.at("uri"));
    std::erase_if(folders, [&](const std::string& folder) {
        return std::find(removed.begin(), removed.end(), folder) != removed.end();
    });
    for (const Json& folder : event.at("added")) add_folder(folders, folder.at("uri"));
    desk_->set_folders(std::move(folders));
}

/// What other programs change on disk, the configuration above all.
void Session::watch_files() {
    if (!client_.watches_files_if_asked) return;
    const Json watchers = Json::array({{{"globPattern", "**/*.md"}},
                                       {{"globPattern", "**/.docs-lint.yaml"}},
                                       {{"globPattern", "**/.docs-lint-baseline.json"}}});
    const Json registration{{"id", "watched-files"},
                            {"method", "workspace/didChangeWatchedFiles"},
                            {"registerOptions", {{"watchers", watchers}}}};
    send_({{"jsonrpc", "2.0"},
           {"id", "watch-files"},
           {"method", "client/registerCapability"},
           {"params", {{"registrations", Json::array({registration})}}}});
}

void Session::notify(const std::string& method, Json params) {
    send_({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

void Session::refuse(const Json& id, ErrorCode code, std::string_view message) {
    send_({{"jsonrpc", "2.0"},
           {"id", id},
           {"error", {{"code", static_cast<int>(code)}, {"message", message}}}});
}

} // namespace docs_lint::server
