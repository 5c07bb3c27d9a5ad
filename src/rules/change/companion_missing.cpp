#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::change::companion_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "files that must change in one commit did not",
    .why = "A contract and its machine-readable form that change apart contradict one another for as long as "
           "it takes.",
    .fix =
        "Cite the one commit that changes them together; where they were changed apart, put that on record.",
    .source = "Delivery process, FS.4 and I.3: both files in the same commit",
    .suppressible = false,
};

namespace {

bool changes_any(const std::vector<std::string>& paths, const std::vector<base::PathPattern>& patterns) {
    return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
        return std::any_of(patterns.begin(), patterns.end(),
                           [&](const base::PathPattern& pattern) { return pattern.matches(path); });
    });
}

std::vector<std::string> lacking(const policy::Companions& rule, const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (std::size_t group = 0; group < rule.files.size(); ++group)
        if (!changes_any(paths, rule.files[group])) names.push_back(rule.names[group]);
    return names;
}

void report_missing(const facts::CompanionFacts& facts, const facts::Citation* citation,
                    const std::vector<std::string>& names, Report& report) {
    const facts::DocumentFacts& document = *facts.document;
    const auto& item = *facts.commit_item;
    std::vector<diagnostics::Related> related;
    if (facts.decision_item != nullptr)
        related.push_back(
            {"the change is declared necessary here",
             document->at(place_of(*facts.decision_item, facts.decision_item->evidence_component))});
    report.finding({
        .message = citation != nullptr ? fmt::format("commit {} does not change {}",
                                                     short_id(citation->commit), base::list_in_words(names))
                                       : fmt::format("{} names no commit that changes {} together",
                                                     name_of(item), base::list_in_words(facts.rule->names)),
        .location = document->at(citation != nullptr ? citation->mention->source
                                                     : place_of(item, item.evidence_component)),
        .help = fmt::format("cite the one commit that changes {} together",
                            base::list_in_words(facts.rule->names)),
        .related = std::move(related),
        .commit = citation != nullptr ? citation->commit : "",
    });
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::CompanionFacts& facts : history.companions) {
        if (!facts.due || facts.commit_item == nullptr || !facts.commit_item->claim) continue;
        const facts::Citation* nearest = nullptr;
        std::vector<std::string> least = facts.rule->names;
        bool resolved = facts.commits.empty();
        for (const facts::Citation* citation : facts.commits) {
            if (!citation->resolved() || !citation->changed_paths) continue;
            resolved = true;
            auto names = lacking(*facts.rule, *citation->changed_paths);
            if (nearest != nullptr && names.size() >= least.size()) continue;
            least = std::move(names);
            nearest = citation;
        }
        if (resolved && !least.empty()) report_missing(facts, nearest, least, report);
    }
}

} // namespace docs_lint::rules::change::companion_missing
