#include "server/server.hpp"

#include "server/session.hpp"
#include "server/transport.hpp"

#include <istream>
#include <optional>
#include <ostream>

namespace docs_lint::server {
namespace {

using base::Result;

/// More of the client's messages are here already.
bool input_waits(std::istream& in) {
    return in.rdbuf()->in_avail() > 0;
}

} // namespace

Result<bool> serve(std::istream& in, std::ostream& out, const engine::Request& request) {
    std::optional<base::Error> unread;
    Session session(request, [&](const Json& message) {
        if (unread) return;
        if (const auto written = write_message(out, to_text(message)); !written) unread = written.error();
    });
    while (!session.is_over() && !unread) {
        const auto message = read_message(in);
        if (!message) return base::fail(message.error());
        if (!*message) break;
        session.receive(**message);
        if (!session.is_over() && !input_waits(in)) session.settle();
    }
    if (unread) return base::fail(*unread);
    return session.was_shut_down();
}

} // namespace docs_lint::server
