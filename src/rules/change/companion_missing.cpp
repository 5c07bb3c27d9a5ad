#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/older_commit.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"
#include "rules/undeclared_change.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::change::companion_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "files that must change in one commit did not, or the fix changes one that was said to stay",
    .why = "A contract and its machine-readable form that change apart contradict one another for as long as "
           "it takes.",
    .fix =
        "Cite the one commit that changes them together; where they were changed apart, put that on record.",
    .source = "Delivery process, FS.4 and I.3: both files in the same commit",
    .suppressible = false,
};

namespace {

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

void report_unread(const facts::CompanionFacts& facts, const facts::Citation& citation, Report& report) {
    report.unverified(fmt::format("whether commit {} changes {} together: its files are not all here",
                                  short_id(citation.commit), base::list_in_words(facts.rule->names)),
                      (*facts.document)->at(citation.mention->source),
                      "fetch the missing objects with `git fetch --refetch`, or check with `git fsck`");
}

void check_commits(const facts::CompanionFacts& facts, Report& report) {
    if (facts.cites_none) return report_missing(facts, nullptr, facts.rule->names, report);
    const facts::CompanionCommit* nearest = nullptr;
    for (const facts::CompanionCommit& commit : facts.commits) {
        if (!commit.lacking) return report_unread(facts, *commit.citation, report);
        if (nearest == nullptr || commit.lacking->size() < nearest->lacking->size()) nearest = &commit;
    }
    if (nearest != nullptr && !nearest->lacking->empty())
        return report_missing(facts, nearest->citation, *nearest->lacking, report);
    if (nearest != nullptr && are_all_older(facts.commits))
        report.finding(older_commit(*nearest->citation, *facts.commit_item, *facts.document));
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::CompanionFacts& facts : history.companions) {
        for (const facts::UndeclaredChange& change : facts.undeclared)
            report.finding(undeclared_change(
                change, "this does not change",
                "correct the decision, and cite the one commit that changes all that belongs together"));
        if (facts.due && facts.commit_item != nullptr && facts.commit_item->claim)
            check_commits(facts, report);
    }
}

} // namespace docs_lint::rules::change::companion_missing
