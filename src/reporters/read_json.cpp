#include "reporters/read_json.hpp"

#include "reporters/records_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;

std::string commit_of(const Json& value) {
    return value.is_null() ? std::string() : value.get<std::string>();
}

diagnostics::Location place_of(const Json& object, const Json& commit) {
    diagnostics::Location location;
    location.path = object.at("path").get<std::string>();
    location.commit = commit_of(commit);
    location.begin = {object.at("line").get<std::size_t>(), object.at("column").get<std::size_t>()};
    location.end = {object.at("endLine").get<std::size_t>(), object.at("endColumn").get<std::size_t>()};
    location.line_text = object.at("text").get<std::string>();
    return location;
}

diagnostics::Severity severity_of(const Json& value) {
    const auto severity = diagnostics::parse_severity(value.get<std::string>());
    if (!severity || *severity == diagnostics::Severity::off)
        throw Json::other_error::create(501, "an unknown severity", &value);
    return *severity;
}

diagnostics::Diagnostic finding_of(const Json& object) {
    diagnostics::Diagnostic finding;
    finding.rule = object.at("rule").get<std::string>();
    finding.severity = severity_of(object.at("severity"));
    finding.message = object.at("message").get<std::string>();
    finding.location = place_of(object, object.at("version"));
    finding.commit = commit_of(object.at("commit"));
    for (const Json& place : object.at("related"))
        finding.related.push_back(
            {place.at("message").get<std::string>(), place_of(place, place.at("commit"))});
    finding.help = object.at("help").get<std::string>();
    finding.fingerprint = object.at("fingerprint").get<std::string>();
    const Json& line_hash = object.at("lineHash");
    if (!line_hash.is_null()) finding.line_hash = line_hash.get<std::string>();
    return finding;
}

diagnostics::Unverified unverified_of(const Json& object) {
    return {object.at("rule").get<std::string>(), object.at("message").get<std::string>(),
            place_of(object, object.at("version")), object.at("help").get<std::string>()};
}

diagnostics::Outcome outcome_of(const Json& object) {
    diagnostics::Outcome outcome;
    for (const Json& finding : object.at("findings")) outcome.findings.push_back(finding_of(finding));
    for (const Json& unverified : object.at("unverified"))
        outcome.unverified.push_back(unverified_of(unverified));
    return outcome;
}

diagnostics::SuppressedFinding suppressed_of(const Json& object) {
    return {finding_of(object), object.at("reason").get<std::string>(),
            object.at("suppressedBy").get<std::string>() == "document"};
}

engine::Summary summary_of(const Json& object) {
    engine::Summary summary;
    const auto number = [&](const char* key) { return object.at(key).get<std::size_t>(); };
    summary.scope = object.at("scope").get<std::string>();
    summary.policy = object.at("policy").get<std::string>();
    summary.files = number("files");
    summary.governed = number("governed");
    summary.judged = number("judged");
    summary.filed = number("filed");
    summary.commits = number("commits");
    if (!object.at("changed").is_null()) summary.changed = number("changed");
    summary.suppressed = number("suppressed");
    summary.baselined = number("baselined");
    summary.older_than_rules = number("older_than_rules");
    summary.notes = object.at("notes").get<std::vector<std::string>>();
    return summary;
}

engine::RunResult result_of(const Json& document) {
    engine::RunResult result;
    if (document.at("schema").get<std::string>() != "docs-lint/1")
        throw Json::other_error::create(501, "another schema than docs-lint/1", &document);
    result.outcome = outcome_of(document);
    for (const Json& one : document.at("suppressedFindings")) result.suppressed.push_back(suppressed_of(one));
    result.summary = summary_of(document.at("summary"));
    if (!document.contains("shard")) return result;
    const Json& shard = document.at("shard");
    result.shard = {shard.at("number").get<std::size_t>(), shard.at("count").get<std::size_t>()};
    result.in_every_shard = outcome_of(shard.at("inEveryShard"));
    result.records = records_from_json(shard.at("records"));
    return result;
}

} // namespace

base::Result<engine::RunResult> read_json(std::string_view text, const std::string& name) {
    try {
        return result_of(Json::parse(text));
    } catch (const Json::exception& problem) {
        return base::fail(base::ErrorKind::usage,
                          fmt::format("{} is no whole report of docs-lint: {}", name, problem.what()),
                          "give reports that `docs-lint audit --shard K/N -o json=FILE` wrote");
    }
}

base::Result<engine::RunResult> unpack(std::string_view bytes) {
    try {
        return result_of(Json::from_msgpack(bytes));
    } catch (const Json::exception& problem) {
        return base::fail(base::ErrorKind::failure,
                          fmt::format("a part of the run gave no whole result: {}", problem.what()));
    }
}

} // namespace docs_lint::reporters
