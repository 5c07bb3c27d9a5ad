#include "reporters/format.hpp"
#include "reporters/json_text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;
using diagnostics::Diagnostic;
using diagnostics::Location;
using diagnostics::Severity;
using diagnostics::Unverified;

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::string_view kFingerprint = "docsLint/v1";

std::string_view level_of(Severity severity) {
    if (severity == Severity::error) return "error";
    return severity == Severity::warning ? "warning" : "note";
}

/// Git's paths are bytes; what a URI cannot hold is written as `%XX`.
std::string uri_of(std::string_view path) {
    constexpr std::string_view kPlain = "-._~/";
    std::string uri;
    for (const char byte : path) {
        const bool letter =
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        if (letter || kPlain.find(byte) != std::string_view::npos)
            uri += byte;
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return uri;
}

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
    physical["artifactLocation"]["uri"] = uri_of(location.path);
    physical["region"] = region_of(location);
    return place;
}

Json related_of(const std::vector<diagnostics::Related>& all) {
    Json related = Json::array();
    for (const diagnostics::Related& one : all) {
        Json place = location_of(one.location);
        place["id"] = related.size() + 1;
        place["message"]["text"] = one.message;
        if (!one.location.commit.empty()) place["properties"]["commit"] = one.location.commit;
        related.push_back(std::move(place));
    }
    return related;
}

std::string with_help(const std::string& message, const std::string& help) {
    return help.empty() ? message : message + "\n" + help;
}

/// The rules that something was reported of, in the order of their ids.
class RuleIndex {
public:
    explicit RuleIndex(const diagnostics::Outcome& outcome) {
        std::set<std::string> ids;
        for (const Diagnostic& finding : outcome.findings) ids.insert(finding.rule);
        for (const Unverified& unverified : outcome.unverified) ids.insert(unverified.rule);
        for (const std::string& id : ids) index_.emplace(id, index_.size());
    }

    [[nodiscard]] std::size_t of(const std::string& id) const { return index_.at(id); }

    /// A team's own rule is known by its id only.
    [[nodiscard]] Json descriptors() const {
        Json rules = Json::array();
        for (const auto& [id, index] : index_) {
            const rules::Rule* rule = rules::find_rule(id);
            rules.push_back(rule == nullptr ? Json{{"id", id}} : describe(*rule));
        }
        return rules;
    }

private:
    static Json describe(const rules::Rule& rule) {
        const rules::RuleMetadata& about = *rule.metadata;
        Json described;
        described["id"] = rule.id;
        described["shortDescription"]["text"] = about.summary;
        described["fullDescription"]["text"] = about.why;
        described["defaultConfiguration"]["level"] = level_of(about.severity);
        described["help"]["text"] = fmt::format("{}\n\n{}\n\n{}", about.why, about.fix, about.source);
        described["help"]["markdown"] =
            fmt::format("{}\n\n**How to cure it.** {}\n\n*From: {}*", about.why, about.fix, about.source);
        described["properties"]["tags"] = {rule.id.substr(0, rule.id.find('/'))};
        return described;
    }

    std::map<std::string, std::size_t> index_;
};

Json result_of(const std::string& rule, std::string_view level, const std::string& message,
               const Location& location, const RuleIndex& rules) {
    Json result;
    result["ruleId"] = rule;
    result["ruleIndex"] = rules.of(rule);
    result["level"] = level;
    result["message"]["text"] = message;
    result["locations"] = Json::array();
    if (!location.path.empty()) result["locations"].push_back(location_of(location));
    return result;
}

Json result_of(const Diagnostic& finding, const RuleIndex& rules) {
    Json result = result_of(finding.rule, level_of(finding.severity),
                            with_help(finding.message, finding.help), finding.location, rules);
    if (!finding.related.empty()) result["relatedLocations"] = related_of(finding.related);
    result["partialFingerprints"][std::string(kFingerprint)] = finding.fingerprint;
    const std::string& commit = finding.commit.empty() ? finding.location.commit : finding.commit;
    if (!commit.empty()) result["properties"]["commit"] = commit;
    return result;
}

Json result_of(const Unverified& unverified, const RuleIndex& rules) {
    return result_of(unverified.rule, "warning",
                     with_help("could not verify: " + unverified.message, unverified.help),
                     unverified.location, rules);
}

Json results_of(const diagnostics::Outcome& outcome, const RuleIndex& rules) {
    Json results = Json::array();
    for (const Diagnostic& finding : outcome.findings) results.push_back(result_of(finding, rules));
    for (const Unverified& unverified : outcome.unverified) results.push_back(result_of(unverified, rules));
    return results;
}

/// A run that could not tell everything has not succeeded.
Json invocation_of(const diagnostics::Outcome& outcome) {
    Json invocation;
    invocation["executionSuccessful"] = outcome.unverified.empty();
    invocation["toolExecutionNotifications"] = Json::array();
    for (const Unverified& unverified : outcome.unverified) {
        Json notification;
        notification["level"] = "error";
        notification["message"]["text"] = with_help(unverified.message, unverified.help);
        notification["associatedRule"]["id"] = unverified.rule;
        if (!unverified.location.path.empty()) notification["locations"] = {location_of(unverified.location)};
        invocation["toolExecutionNotifications"].push_back(std::move(notification));
    }
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
    const RuleIndex rules(result.outcome);
    Json run;
    run["tool"]["driver"]["name"] = "docs-lint";
    run["tool"]["driver"]["semanticVersion"] = DOCS_LINT_VERSION;
    run["tool"]["driver"]["rules"] = rules.descriptors();
    run["invocations"] = Json::array({invocation_of(result.outcome)});
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = results_of(result.outcome, rules);
    run["properties"] = properties_of(result);
    Json document;
    document["$schema"] = kSchema;
    document["version"] = "2.1.0";
    document["runs"] = Json::array({std::move(run)});
    return json_text(document);
}

} // namespace docs_lint::reporters
