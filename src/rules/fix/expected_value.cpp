#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/older_commit.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"
#include "rules/undeclared_change.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::fix::expected_value {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "new expected values were in scope, and they were not committed or not worked out by hand; or none "
        "were, and the fix changes them",
    .why =
        "The validation compares what the code says with what the specification asks for. Where the expected "
        "value stays, it fails; where it comes from the code, it passes whatever the code says.",
    .fix =
        "Commit the new value in the file of expected values and cite that commit, with the calculation from "
        "the canonical specification.",
    .source = "Delivery process, FS.3 and I.2: expected value and its calculation by hand are on record",
    .suppressible = false,
};

namespace {

using facts::ExpectedValues;
using facts::ItemFacts;

diagnostics::Related scoped_here(const ExpectedValues& values) {
    const ItemFacts& decision = *values.decision_item;
    return {"the update is scoped here",
            (*values.document)->at(place_of(decision, decision.evidence_component))};
}

void report_commit(const ExpectedValues& values, const facts::CompanionCommit* commit,
                   const std::vector<std::string>& names, Report& report) {
    const ItemFacts& item = *values.commit_item;
    const std::string files = base::list_in_words(names);
    const std::string what =
        commit != nullptr
            ? fmt::format("commit {} gives {} no other value", short_id(commit->citation->commit), files)
            : fmt::format("{} names no commit that changes {}", name_of(item), files);
    report.finding({
        .message =
            fmt::format("{}, and {} says that expected values change", what, name_of(*values.decision_item)),
        .location = (*values.document)
                        ->at(commit != nullptr ? commit->citation->mention->source
                                               : place_of(item, item.evidence_component)),
        .help = fmt::format("cite the commit that changes {}", files),
        .related = {scoped_here(values)},
        .commit = commit != nullptr ? commit->citation->commit : "",
    });
}

/// The rules for evidence and for conditions speak of an item without a commit already.
bool is_judged_elsewhere(const ExpectedValues& values) {
    const ItemFacts& item = *values.commit_item;
    const policy::Policy& policy = *values.document->policy;
    if (item.evidence_component.component == nullptr || item.evidence.is_pending || !values.all_resolve)
        return true;
    if (facts::is_waived(item, policy)) return item.definition->needed_if == values.rule->decision;
    return facts::evidence_gap(item, policy, values.document->process).has_value();
}

void check_commit(const ExpectedValues& values, Report& report) {
    const facts::CompanionCommit* nearest = nullptr;
    for (const facts::CompanionCommit& commit : values.commits) {
        if (!commit.lacking)
            return report.unverified(
                fmt::format("whether commit {} changes the expected values: its files are not all here",
                            short_id(commit.citation->commit)),
                (*values.document)->at(commit.citation->mention->source),
                "fetch the missing objects with `git fetch --refetch`, or check with `git fsck`");
        if (nearest == nullptr || commit.lacking->size() < nearest->lacking->size()) nearest = &commit;
    }
    if (nearest != nullptr && nearest->lacking->empty()) {
        if (are_all_older(values.commits))
            report.finding(older_commit(*nearest->citation, *values.commit_item, *values.document));
        return;
    }
    if (nearest == nullptr && is_judged_elsewhere(values)) return;
    if (nearest != nullptr && !values.all_resolve) return; // the one that does not may be the one that counts
    report_commit(values, nearest, nearest != nullptr ? *nearest->lacking : values.rule->names, report);
}

/// What the deciding item lacks of the kinds that it is asked for is said there.
void check_calculation(const ExpectedValues& values, Report& report) {
    const ItemFacts& decision = *values.decision_item;
    const facts::DocumentFacts& document = *values.document;
    const bool said = decision.claim && facts::evidence_gap(decision, *document.policy, document.process);
    if (values.has_calculation || said) return;
    report.finding({
        .message = fmt::format("neither {} nor {} shows how the expected value was calculated by hand",
                               name_of(decision), name_of(*values.commit_item)),
        .location = document->at(place_of(*values.commit_item, values.commit_item->evidence_component)),
        .help = "put the calculation from the canonical specification on record, with its figures",
        .related = {scoped_here(values)},
    });
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const ExpectedValues& values : history.expected_values) {
        for (const facts::UndeclaredChange& change : values.undeclared)
            report.finding(undeclared_change(
                change, "no expected value changes",
                "correct the decision and put the calculation on record; or take the change out"));
        if (!values.due || values.commit_item == nullptr || !values.commit_item->claim) continue;
        check_commit(values, report);
        check_calculation(values, report);
    }
}

} // namespace docs_lint::rules::fix::expected_value
