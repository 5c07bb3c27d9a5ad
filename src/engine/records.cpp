#include "engine/records.hpp"

#include "records/events.hpp"
#include "records/record.hpp"

#include <utility>

namespace docs_lint::engine {
namespace {

using records::Record;

/// Null where there is no history to go through.
base::Result<facts::PathHistory*> history_behind(const Place& place, Walks* walks) {
    if (walks == nullptr || !place.head) return nullptr;
    return walks->behind({place.head->id});
}

} // namespace

base::Result<std::vector<Record>> gather_records(const Request& request, const Place& place,
                                                 const facts::Corpus& corpus, const facts::History& history,
                                                 Walks* walks) {
    std::vector<Record> all;
    if (request.records == RecordsAsked::none) return all;
    const bool with_history = request.records == RecordsAsked::with_history;
    base::Result<facts::PathHistory*> paths = nullptr;
    if (with_history) paths = history_behind(place, walks);
    if (!paths) return base::fail(paths.error());
    for (const facts::DocumentFacts& document : corpus.documents) {
        if (!records::is_record(document) || !request.shard.owns(document->path)) continue;
        Record record = records::standing_of(document);
        if (*paths != nullptr) records::add_events(record, document, **paths);
        if (with_history) records::add_orders(record, document, history);
        all.push_back(std::move(record));
    }
    return all;
}

} // namespace docs_lint::engine
