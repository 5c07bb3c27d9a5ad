#include "reporters/sarif_rules.hpp"

#include "rules/rule.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;
using diagnostics::Severity;

Json describe(const rules::Rule& rule) {
    const rules::RuleMetadata& about = *rule.metadata;
    Json described;
    described["id"] = rule.id;
    described["shortDescription"]["text"] = about.summary;
    described["fullDescription"]["text"] = about.why;
    described["defaultConfiguration"]["level"] = sarif_level(about.severity);
    described["help"]["text"] = fmt::format("{}\n\n{}\n\n{}", about.why, about.fix, about.source);
    described["help"]["markdown"] =
        fmt::format("{}\n\n**How to cure it.** {}\n\n*From: {}*", about.why, about.fix, about.source);
    described["properties"]["tags"] = {rule.id.substr(0, rule.id.find('/'))};
    return described;
}

} // namespace

std::string_view sarif_level(Severity severity) {
    if (severity == Severity::error) return "error";
    return severity == Severity::warning ? "warning" : "note";
}

SarifRules::SarifRules(const SarifChoice& shown) {
    std::set<std::string> ids;
    for (const auto* finding : shown.errors) ids.insert(finding->rule);
    for (const auto* unverified : shown.unverified) ids.insert(unverified->rule);
    for (const auto* finding : shown.others) ids.insert(finding->rule);
    for (const auto* suppressed : shown.suppressed) ids.insert(suppressed->finding.rule);
    for (const std::string& id : ids) index_.emplace(id, index_.size());
}

Json SarifRules::descriptors() const {
    Json rules = Json::array();
    for (const auto& [id, index] : index_) {
        const rules::Rule* rule = rules::find_rule(id);
        rules.push_back(rule == nullptr ? Json{{"id", id}} : describe(*rule));
    }
    return rules;
}

} // namespace docs_lint::reporters
