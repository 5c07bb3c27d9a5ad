#include "reporters/json_parts.hpp"

#include "reporters/summary.hpp"

#include <nlohmann/json.hpp>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;

Json commit_of(const std::string& commit) {
    return commit.empty() ? Json(nullptr) : Json(commit);
}

void add_place(Json& object, const diagnostics::Location& location) {
    object["path"] = location.path;
    object["line"] = location.begin.line;
    object["column"] = location.begin.column;
    object["endLine"] = location.end.line;
    object["endColumn"] = location.end.column;
    object["text"] = location.line_text;
}

} // namespace

Json json_of(const diagnostics::Diagnostic& finding) {
    Json object;
    object["rule"] = finding.rule;
    object["severity"] = to_string(finding.severity);
    object["message"] = finding.message;
    add_place(object, finding.location);
    object["commit"] = commit_of(finding.commit.empty() ? finding.location.commit : finding.commit);
    object["version"] = commit_of(finding.location.commit); // whose lines are meant; null: the checked one's
    object["related"] = Json::array();
    for (const diagnostics::Related& related : finding.related) {
        Json place;
        place["message"] = related.message;
        add_place(place, related.location);
        place["commit"] = commit_of(related.location.commit);
        object["related"].push_back(std::move(place));
    }
    object["help"] = finding.help;
    object["fingerprint"] = finding.fingerprint;
    object["lineHash"] = finding.line_hash.empty() ? Json(nullptr) : Json(finding.line_hash);
    return object;
}

Json json_of(const diagnostics::Unverified& unverified) {
    Json object;
    object["rule"] = unverified.rule;
    object["message"] = unverified.message;
    add_place(object, unverified.location);
    object["version"] = commit_of(unverified.location.commit);
    object["help"] = unverified.help;
    return object;
}

Json json_of(const diagnostics::SuppressedFinding& suppressed) {
    Json object = json_of(suppressed.finding);
    object["reason"] = suppressed.reason;
    object["suppressedBy"] = suppressed.in_document ? "document" : "configuration";
    return object;
}

Json summary_json(const engine::RunResult& result) {
    const Counts counts = count(result.outcome);
    Json object;
    object["errors"] = counts.errors;
    object["warnings"] = counts.warnings;
    object["information"] = counts.information;
    object["unverified"] = counts.unverified;
    object["scope"] = result.summary.scope;
    object["policy"] = result.summary.policy;
    object["files"] = result.summary.files;
    object["governed"] = result.summary.governed;
    object["judged"] = result.summary.judged;
    object["filed"] = result.summary.filed;
    object["commits"] = result.summary.commits;
    object["changed"] = result.summary.changed ? Json(*result.summary.changed) : Json(nullptr);
    object["suppressed"] = result.summary.suppressed;
    object["baselined"] = result.summary.baselined;
    object["older_than_rules"] = result.summary.older_than_rules;
    object["notes"] = result.summary.notes;
    return object;
}

void add_outcome(Json& object, const diagnostics::Outcome& outcome) {
    object["findings"] = Json::array();
    for (const auto& finding : outcome.findings) object["findings"].push_back(json_of(finding));
    object["unverified"] = Json::array();
    for (const auto& unverified : outcome.unverified) object["unverified"].push_back(json_of(unverified));
}

Json shard_json(const engine::RunResult& result) {
    Json object;
    object["number"] = result.shard.number;
    object["count"] = result.shard.count;
    Json& common = object["inEveryShard"] = Json::object();
    add_outcome(common, result.in_every_shard);
    return object;
}

} // namespace docs_lint::reporters
