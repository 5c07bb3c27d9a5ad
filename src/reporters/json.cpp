#include "reporters/format.hpp"
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
}

Json finding_of(const diagnostics::Diagnostic& finding) {
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
    return object;
}

Json unverified_of(const diagnostics::Unverified& unverified) {
    Json object;
    object["rule"] = unverified.rule;
    object["message"] = unverified.message;
    object["path"] = unverified.location.path;
    object["line"] = unverified.location.begin.line;
    object["column"] = unverified.location.begin.column;
    object["help"] = unverified.help;
    return object;
}

Json summary_of(const engine::RunResult& result) {
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
    object["suppressed"] = result.summary.suppressed;
    object["baselined"] = result.summary.baselined;
    object["older_than_rules"] = result.summary.older_than_rules;
    object["notes"] = result.summary.notes;
    return object;
}

/// Build logs obey `##[command]` anywhere in a line, JSON or not; the escape reads as the same character.
std::string escape_commands(std::string text) {
    for (std::size_t at = text.find("##"); at != std::string::npos; at = text.find("##", at + 1))
        text.replace(at + 1, 1, "\\u0023");
    return text;
}

} // namespace

std::string render_json(const engine::RunResult& result, const Options&) {
    Json document;
    document["schema"] = "docs-lint/1";
    document["findings"] = Json::array();
    for (const auto& finding : result.outcome.findings) document["findings"].push_back(finding_of(finding));
    document["unverified"] = Json::array();
    for (const auto& unverified : result.outcome.unverified)
        document["unverified"].push_back(unverified_of(unverified));
    document["summary"] = summary_of(result);
    constexpr bool kPlainAscii = true;
    return escape_commands(document.dump(2, ' ', kPlainAscii, Json::error_handler_t::replace)) + "\n";
}

} // namespace docs_lint::reporters
