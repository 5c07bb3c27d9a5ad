#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::spec::commit_unrelated {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the spec's commit changes no canonical spec that the record cites, another one than the "
               "assessment names, or is "
               "older than the record",
    .why =
        "A commit that touches something else proves nothing about the spec; neither does one that moves "
        "only its blanks, its header, its change log or its mode, that deletes it or takes it out of force, "
        "and one that was made before anybody had confirmed the defect was not made for it.",
    .fix = "Cite the commit that changed the spec, or cite the spec that it changed.",
    .source = "Delivery process, FS.2: the spec has been updated and committed",
    .suppressible = false,
};

namespace {

bool changes_specification(const facts::SpecOrder& order, const facts::Citation& citation) {
    const auto& rewritten = citation.rewritten_specifications;
    return !rewritten || std::any_of(rewritten->begin(), rewritten->end(), [&](const std::string& path) {
        return order.cites_specification(path);
    });
}

/// Where an update was declared necessary, a commit from before the record's first sign-off is not that
/// update.
bool is_older_than_record(const facts::SpecOrder& order, const facts::Citation& citation) {
    return order.decision == facts::DecisionAnswer::yes && citation.rewritten_at &&
           facts::precedes_opening(*citation.rewritten_at, order.opened);
}

void report_older(const facts::SpecOrder& order, const facts::Citation& citation, Report& report) {
    report.finding({
        .message = fmt::format(
            "the update in spec commit {} was made on {}, before the record's first validation of {}",
            short_id(citation.judged_commit()), base::to_string(base::to_moment(*citation.rewritten_at)),
            base::to_string(*order.opened)),
        .location = (*order.document)->at(citation.mention->source),
        .help = "cite the commit that updated the spec for this record",
        .commit = citation.commit,
    });
}

/// One of several that the assessment names may be there for the reason only, so that this asks.
void check_each_named(const facts::SpecOrder& order, Report& report) {
    const facts::ItemFacts& decision = *order.decision_item;
    for (const std::string& path : order.specifications_to_update) {
        const auto updates = [&](const facts::Citation* one) {
            return std::find(one->rewritten_specifications->begin(), one->rewritten_specifications->end(),
                             path) != one->rewritten_specifications->end();
        };
        if (std::any_of(order.spec_commits.begin(), order.spec_commits.end(), updates)) continue;
        report.finding({
            .message = fmt::format("{} names {} for an update, and no spec commit changes it",
                                   name_of(decision), path),
            .location = (*order.document)->at(place_of(decision, decision.evidence_component)),
            .help = "cite the commit that changed it, too; or say there that it needs no change",
            .at_most = diagnostics::Severity::warning,
        });
    }
}

bool updates_named_specification(const facts::SpecOrder& order, const facts::Citation& citation) {
    const auto& named = order.specifications_to_update;
    const auto& rewritten = citation.rewritten_specifications;
    return !rewritten || std::any_of(rewritten->begin(), rewritten->end(), [&](const std::string& path) {
        return std::binary_search(named.begin(), named.end(), path);
    });
}

/// The assessment names the specifications that must change: one of the commits changes one of them.
void check_named(const facts::SpecOrder& order, Report& report) {
    const auto& commits = order.spec_commits;
    const bool all_resolve = std::all_of(commits.begin(), commits.end(),
                                         [](const facts::Citation* one) { return one->resolved(); });
    if (order.specifications_to_update.empty() || commits.empty() || !all_resolve) return;
    const auto is_unread = [](const facts::Citation* one) { return !one->rewritten_specifications; };
    if (std::any_of(commits.begin(), commits.end(), is_unread)) return;
    for (const facts::Citation* citation : commits)
        if (!changes_specification(order, *citation)) return;
    for (const facts::Citation* citation : commits)
        if (updates_named_specification(order, *citation)) return check_each_named(order, report);
    const facts::ItemFacts& decision = *order.decision_item;
    report.finding({
        .message = fmt::format("{} says that {} must be updated, and spec commit {} changes another spec",
                               name_of(decision), base::list_in_words(order.specifications_to_update),
                               short_id(commits.front()->commit)),
        .location = (*order.document)->at(commits.front()->mention->source),
        .help = "cite the commit that changed the spec which the assessment names",
        .related = {{"the assessment is here",
                     (*order.document)->at(place_of(decision, decision.evidence_component))}},
        .commit = commits.front()->commit,
    });
}

void report_unread(const facts::Citation& citation, const diagnostics::Location& place, Report& report) {
    const std::string what = "what spec commit " + short_id(citation.commit) + " changes: ";
    if (!citation.problem.message.empty())
        return report.unverified(what + citation.problem.message, place, citation.problem.help);
    report.unverified(what + "its trees are not all here", place,
                      "fetch the missing objects with `git fetch --refetch`, or check with `git fsck`");
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders) {
        check_named(order, report);
        for (const facts::Citation* citation : order.spec_commits) {
            if (!citation->resolved()) continue;
            const auto place = (*order.document)->at(citation->mention->source);
            if (!citation->rewritten_specifications) {
                report_unread(*citation, place, report);
                continue;
            }
            if (changes_specification(order, *citation)) {
                if (is_older_than_record(order, *citation)) report_older(order, *citation, report);
                continue;
            }
            report.finding({
                .message =
                    order.cited_specifications.empty()
                        ? fmt::format("spec commit {} changes no spec that the record cites: it cites none",
                                      short_id(citation->commit))
                        : fmt::format("spec commit {} changes none of the specs that the record cites ({})",
                                      short_id(citation->commit),
                                      base::list_in_words(order.cited_specifications)),
                .location = place,
                .help = "cite the commit that changed the spec, or cite the spec that this commit changed; a "
                        "placeholder is no change, and neither is an end such as Archived",
                .commit = citation->commit,
            });
        }
    }
}

} // namespace docs_lint::rules::spec::commit_unrelated
