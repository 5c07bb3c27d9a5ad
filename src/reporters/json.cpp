#include "reporters/format.hpp"
#include "reporters/json_parts.hpp"
#include "reporters/json_text.hpp"
#include "reporters/read_json.hpp"
#include "reporters/records_json.hpp"

#include <nlohmann/json.hpp>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;

Json document_of(const engine::RunResult& result) {
    Json document;
    document["schema"] = "docs-lint/1";
    add_outcome(document, result.outcome);
    document["suppressedFindings"] = Json::array();
    for (const auto& one : result.suppressed) document["suppressedFindings"].push_back(json_of(one));
    document["summary"] = summary_json(result);
    return document;
}

/// What formats need that is made of a result which was read again.
void add_shard(Json& document, const engine::RunResult& result) {
    document["shard"] = shard_json(result);
    document["shard"]["records"] = records_to_json(result.records);
}

} // namespace

std::string pack(const engine::RunResult& result) {
    Json document = document_of(result);
    add_shard(document, result);
    std::string bytes;
    Json::to_msgpack(document, bytes);
    return bytes;
}

std::string render_json(const engine::RunResult& result, const Options&) {
    Json document = document_of(result);
    if (!result.shard.is_whole()) add_shard(document, result);
    return json_text(document);
}

} // namespace docs_lint::reporters
