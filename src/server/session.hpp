#pragma once

#include "engine/request.hpp"
#include "server/desk.hpp"
#include "server/protocol.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::server {

/// One conversation with a client, from `initialize` to `exit`: takes its messages one by one and sends
/// answers and notifications.
class Session {
public:
    using Send = std::function<void(const Json&)>;

    Session(engine::Request request, Send send) : request_(std::move(request)), send_(std::move(send)) {}

    /// The content of one message. Whatever is wrong with it is answered as the protocol asks, and nothing is
    /// thrown.
    void receive(std::string_view content);

    /// Judges and publishes what has changed: to be called when no message waits.
    void settle();

    [[nodiscard]] bool is_over() const { return exited_; } ///< the client said `exit`
    [[nodiscard]] bool was_shut_down() const { return shut_down_; }

private:
    void handle(const Json& message);
    void answer(const Json& id, const std::string& method, const Json& params);
    void take_note(const std::string& method, const Json& params);
    Json initialize(const Json& params);
    Json result_of(const std::string& method, const Json& params);
    Json about_place(const std::string& method, const Json& params);
    void take_note_of_document(const std::string& method, const Json& params);
    void change_folders(const Json& event);
    void watch_files();
    void notify(const std::string& method, Json params);
    void refuse(const Json& id, ErrorCode code, std::string_view message);

    engine::Request request_;
    Send send_;
    Client client_;
    std::optional<Desk> desk_; ///< there is one between `initialize` and `shutdown`
    bool shut_down_ = false;
    bool exited_ = false;
};

} // namespace docs_lint::server
