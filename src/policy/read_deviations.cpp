#include "policy/read_sections.hpp"

namespace docs_lint::policy {
namespace {

DeviationFact read_fact(const Setting& setting, Problems& problems) {
    DeviationFact fact;
    if (!expect_keys(setting, setting, {"name", "labels"}, {"heading", "says"}, problems)) return fact;
    read(setting, "name", fact.name, problems);
    read(setting, "labels", fact.labels, problems);
    require_items(setting, "labels", problems);
    read(setting, "heading", fact.is_heading, problems);
    read(setting, "says", fact.says, problems);
    return fact;
}

} // namespace

std::optional<Deviations> read_deviations(const Setting& entry, ReadContext& context) {
    const Setting* setting = entry.find("deviations");
    if (setting == nullptr) return std::nullopt;
    Problems& problems = context.problems;
    Deviations deviations;
    if (!expect_keys(*setting, *setting, {"sections", "facts"},
                     {"nothing", "priority", "release", "urgent", "unplanned-releases",
                      "unplanned-priorities", "status-labels", "resolved-words", "release-tags"},
                     problems))
        return deviations;
    read(*setting, "sections", deviations.sections, problems);
    require_items(*setting, "sections", problems);
    const Setting* facts = setting->find("facts");
    if (facts != nullptr && expect(*facts, yaml::NodeKind::sequence, problems))
        for (const Setting& fact : facts->items) deviations.facts.push_back(read_fact(fact, problems));
    std::vector<std::string> names;
    for (const DeviationFact& fact : deviations.facts) names.push_back(fact.name);
    read(*setting, "nothing", deviations.nothing, problems);
    read_name(*setting, "priority", deviations.priority, {"fact", names, true}, problems);
    read_name(*setting, "release", deviations.release, {"fact", names, true}, problems);
    read(*setting, "urgent", deviations.urgent, problems);
    read(*setting, "unplanned-releases", deviations.unplanned_releases, problems);
    read(*setting, "unplanned-priorities", deviations.unplanned_priorities, problems);
    read(*setting, "status-labels", deviations.status_labels, problems);
    read(*setting, "resolved-words", deviations.resolved_words, problems);
    read(*setting, "release-tags", deviations.release_tags, problems);
    return deviations;
}

} // namespace docs_lint::policy
