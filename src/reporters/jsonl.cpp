#include "reporters/format.hpp"
#include "reporters/json_parts.hpp"
#include "reporters/json_text.hpp"

#include <nlohmann/json.hpp>
#include <string_view>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(std::string_view type, const Json& part) {
    Json object;
    object["type"] = type;
    object.update(part);
    return json_line(object);
}

/// The only line that is always there: it says by which schema, and that nothing is missing behind it.
Json last_part(const engine::RunResult& result) {
    Json object;
    object["schema"] = "docs-lint/1";
    object.update(summary_json(result));
    if (!result.shard.is_whole()) object["shard"] = shard_json(result);
    return object;
}

} // namespace

std::string render_jsonl(const engine::RunResult& result, const Options&) {
    std::string text;
    for (const auto& finding : result.outcome.findings) text += line_of("finding", json_of(finding));
    for (const auto& unverified : result.outcome.unverified)
        text += line_of("unverified", json_of(unverified));
    for (const auto& suppressed : result.suppressed) text += line_of("suppressed", json_of(suppressed));
    return text + line_of("summary", last_part(result));
}

} // namespace docs_lint::reporters
