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
    if (result.shard.is_whole()) return document;
    document["shard"] = shard_json(result);
    document["shard"]["records"] = records_to_json(result.records); // for formats of the joined report
    return document;
}

} // namespace

std::string pack(const engine::RunResult& result) {
    std::string bytes;
    Json::to_msgpack(document_of(result), bytes);
    return bytes;
}

std::string render_json(const engine::RunResult& result, const Options&) {
    return json_text(document_of(result));
}

} // namespace docs_lint::reporters
