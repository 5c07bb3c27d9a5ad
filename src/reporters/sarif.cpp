#include "base/text.hpp"
#include "base/uri.hpp"
#include "base/utf8.hpp"
#include "reporters/format.hpp"
#include "reporters/json_text.hpp"
#include "reporters/sarif_rules.hpp"
#include "reporters/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;
using diagnostics::Diagnostic;
using diagnostics::Location;
using diagnostics::Severity;
using diagnostics::Unverified;

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::string_view kFingerprint = "docsLint/v1";
constexpr std::string_view kLineHash = "primaryLocationLineHash"; // the name that code scanning looks for

Json region_of(const Location& location) {
    Json region;
    region["startLine"] = location.begin.line;
    region["startColumn"] = location.begin.column;
    region["endLine"] = location.end.line;
    region["endColumn"] = location.end.column;
    if (!location.line_text.empty()) region["snippet"]["text"] = location.line_text;
    return region;
}

/// What lies in no document has no physical location.
Json location_of(const Location& location) {
    Json place = Json::object();
    if (location.path.empty()) return place;
    Json& physical = place["physicalLocation"];
    physical["artifactLocation"]["uri"] = base::uri_path(location.path);
    physical["region"] = region_of(location);
    return place;
}

/// Code scanning takes no result without a physical location: `.` is that of the repository.
Location within_repository(Location location) {
    location.path = path_or_root(location);
    return location;
}

Json related_of(const std::vector<diagnostics::Related>& all) {
    Json related = Json::array();
    for (const diagnostics::Related& one : all) {
        Json place = location_of(one.location);
        place["id"] = related.size() + 1;
        place["message"]["text"] = base::escape_invisible(one.message);
        if (!one.location.commit.empty()) place["properties"]["commit"] = one.location.commit;
        related.push_back(std::move(place));
    }
    return related;
}

std::string with_help(const std::string& message, const std::string& help) {
    const std::string sentence = base::escape_invisible(message);
    return help.empty() ? sentence : sentence + "\n" + base::escape_invisible(help);
}

Json result_of(const std::string& rule, std::string_view level, const std::string& message,
               const Location& location, const SarifRules& rules) {
    Json result;
    result["ruleId"] = rule;
    result["ruleIndex"] = rules.index_of(rule);
    result["level"] = level;
    result["message"]["text"] = message;
    result["locations"] = Json::array({location_of(within_repository(location))});
    return result;
}

Json result_of(const Diagnostic& finding, const SarifRules& rules) {
    Json result = result_of(finding.rule, sarif_level(finding.severity),
                            with_help(finding.message, finding.help), finding.location, rules);
    if (!finding.related.empty()) result["relatedLocations"] = related_of(finding.related);
    Json& fingerprints = result["partialFingerprints"];
    fingerprints[std::string(kFingerprint)] = finding.fingerprint;
    if (!finding.line_hash.empty()) fingerprints[std::string(kLineHash)] = finding.line_hash;
    const std::string& commit = finding.commit.empty() ? finding.location.commit : finding.commit;
    if (!commit.empty()) result["properties"]["commit"] = commit;
    return result;
}

Json result_of(const Unverified& unverified, const SarifRules& rules) {
    return result_of(unverified.rule, "warning",
                     with_help("could not verify: " + unverified.message, unverified.help),
                     unverified.location, rules);
}

Json result_of(const diagnostics::SuppressedFinding& suppressed, const SarifRules& rules) {
    Json result = result_of(suppressed.finding, rules);
    Json suppression;
    suppression["kind"] = suppressed.in_document ? "inSource" : "external";
    suppression["status"] = "accepted";
    suppression["justification"] = base::escape_invisible(suppressed.reason);
    result["suppressions"] = Json::array({std::move(suppression)});
    return result;
}

template <typename T>
void add_results(Json& results, const std::vector<const T*>& values, const SarifRules& rules) {
    for (const T* value : values) results.push_back(result_of(*value, rules));
}

/// Where one result has `suppressions`, all must: an empty list says that nothing was suppressed.
void complete_suppressions(Json& results) {
    for (Json& result : results)
        if (!result.contains("suppressions")) result["suppressions"] = Json::array();
}

Json results_of(const SarifChoice& shown, const SarifRules& rules) {
    Json results = Json::array();
    add_results(results, shown.errors, rules);
    add_results(results, shown.unverified, rules);
    add_results(results, shown.others, rules);
    add_results(results, shown.suppressed, rules);
    if (!shown.suppressed.empty()) complete_suppressions(results);
    return results;
}

Json notification_of(const Unverified& unverified) {
    Json notification;
    notification["level"] = "error";
    notification["message"]["text"] = with_help(unverified.message, unverified.help);
    notification["associatedRule"]["id"] = unverified.rule;
    if (!unverified.location.path.empty()) notification["locations"] = {location_of(unverified.location)};
    return notification;
}

Json notification_of_left_out(std::size_t count) {
    Json notification;
    notification["level"] = "warning";
    notification["message"]["text"] =
        fmt::format("{} left out: a run shows {} at most, errors first. The format json has all of them",
                    base::count_of(count, "result"), kMostSarifResults);
    return notification;
}

/// A run that could not tell everything has not succeeded.
Json invocation_of(const diagnostics::Outcome& outcome, const SarifChoice& shown) {
    Json invocation;
    invocation["executionSuccessful"] = outcome.unverified.empty();
    Json& notifications = invocation["toolExecutionNotifications"] = Json::array();
    for (const Unverified* unverified : shown.unverified)
        notifications.push_back(notification_of(*unverified));
    if (shown.left_out > 0) notifications.push_back(notification_of_left_out(shown.left_out));
    return invocation;
}

Json properties_of(const engine::RunResult& result) {
    Json properties;
    properties["scope"] = result.summary.scope;
    properties["policy"] = result.summary.policy;
    properties["judged"] = result.summary.judged;
    properties["suppressed"] = result.summary.suppressed;
    properties["baselined"] = result.summary.baselined;
    return properties;
}

} // namespace

std::string render_sarif(const engine::RunResult& result, const Options&) {
    const SarifChoice shown = choose_for_sarif(result);
    const SarifRules rules(shown);
    Json run;
    run["tool"]["driver"]["name"] = "docs-lint";
    run["tool"]["driver"]["semanticVersion"] = DOCS_LINT_VERSION;
    run["tool"]["driver"]["rules"] = rules.descriptors();
    run["invocations"] = Json::array({invocation_of(result.outcome, shown)});
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = results_of(shown, rules);
    run["properties"] = properties_of(result);
    Json document;
    document["$schema"] = kSchema;
    document["version"] = "2.1.0";
    document["runs"] = Json::array({std::move(run)});
    return json_text(document);
}

} // namespace docs_lint::reporters
