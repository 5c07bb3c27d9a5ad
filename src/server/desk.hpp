#pragma once

#include "server/open_document.hpp"
#include "server/protocol.hpp"
#include "server/working_copies.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::server {

/// Sends a notification to the client.
using Notify = std::function<void(const std::string& method, Json params)>;

/// The documents that the editor has open. What happens to them is noted; `settle` judges what changed and
/// publishes it, so that of many changes only the last one costs something.
class Desk {
public:
    Desk(engine::Request request, Client client, Notify notify)
        : copies_(std::move(request)), client_(client), notify_(std::move(notify)) {}

    void set_folders(std::vector<std::string> folders);
    [[nodiscard]] const std::vector<std::string>& folders() const { return copies_.folders(); }

    void open(const std::string& uri, std::int64_t version, std::string text);

    /// Changes of a document that is not open are nobody's.
    /// Throws `nlohmann::json::exception` for changes of another shape than the protocol's.
    void change(const std::string& uri, std::int64_t version, const Json& changes);

    /// A file of that working tree was saved: what a run says of its open documents may have changed.
    void save(const std::string& uri);
    void close(const std::string& uri);

    /// Anything on disk may have changed.
    void files_changed();

    void settle();

    /// As it is now, judged; null where it is not open.
    [[nodiscard]] const OpenDocument* find(const std::string& uri);

private:
    using Copy = std::shared_ptr<engine::WorkingCopy>;

    void find_home(OpenDocument& document);
    base::Result<Copy> copy_of(const OpenDocument& document);
    void judge(OpenDocument& document);
    void run(const std::string& root);
    void publish(const OpenDocument& document);
    void show_problem(const std::string& root, const base::Error& problem);
    void forget_problem(const std::string& root);

    WorkingCopies copies_;
    Client client_;
    Notify notify_;
    std::map<std::string, OpenDocument> documents_; ///< by URI
    std::set<std::string> homeless_;                ///< URIs of documents whose place has to be looked up
    std::set<std::string> edited_;                  ///< URIs of documents to judge
    std::set<std::string> unpublished_;           ///< URIs of documents of which something else is to be said
    std::set<std::string> roots_to_run_;          ///< working trees whose open documents are to be run
    std::map<std::string, std::string> problems_; ///< what was shown, by root
    std::map<std::string, std::set<std::string>> problem_uris_; ///< files that carry it, by root
};

} // namespace docs_lint::server
