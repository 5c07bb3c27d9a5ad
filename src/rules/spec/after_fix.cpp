#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::spec::after_fix {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the spec's commit is not a strict ancestor of the fix's commit, or the fix brings a spec "
               "unannounced",
    .why = "A fix is built against a spec that is there. A spec that is written afterwards, beside it or "
           "together with it "
           "describes what was built, and the fix was never checked against anything. Order is judged by "
           "ancestry, for "
           "dates can be set at will.",
    .fix = "Nothing can put the commits into another order afterwards. Have the fix reviewed against the "
           "spec, revert to "
           "fix scope if it does not hold, and put that on record.",
    .source = "Delivery process, spec-first rule of the fix scope state",
    .suppressible = false,
};

namespace {

std::string how(const facts::OrderedPair& pair) {
    if (pair.taken_back) return "was taken back before the fix";
    if (pair.same_commit) return "is the same commit as the fix";
    return pair.reversed ? "comes after the fix" : "is on another line of history than the fix";
}

void report_pair(const facts::DocumentFacts& document, const facts::OrderedPair& pair, Report& report) {
    const auto place = document->at(pair.spec->mention->source);
    if (pair.spec_is_strict_ancestor == git::Answer::unknown) {
        report.unverified(
            fmt::format("whether spec commit {} comes before fix commit {}: the history here is not complete",
                        short_id(pair.spec->judged_commit()), short_id(pair.fix_commit)),
            place, "fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout");
        return;
    }
    report.finding({
        .message = fmt::format("spec commit {} {}{}", short_id(pair.spec->judged_commit()), how(pair),
                               pair.same_commit ? "" : " " + short_id(pair.fix_commit)),
        .location = place,
        .help = "the spec must be an ancestor of every commit of the fix; have the fix reviewed against the "
                "spec and put that on record",
        .related = {{fmt::format("the fix is cited here, in {}", name_of(*pair.fix->item)),
                     document->at(pair.fix->mention->source)}},
        .commit = pair.spec->judged_commit(),
    });
}

/// A spec that the record cites and this fix rewrites; null where none.
const std::string* rewritten_by(const facts::Citation& fix, const facts::SpecOrder& order) {
    if (!fix.rewritten_specifications) return nullptr;
    for (const std::string& path : *fix.rewritten_specifications)
        if (order.cites_specification(path)) return &path;
    return nullptr;
}

/// Nobody gave a spec's commit, since none was thought necessary: then the fix must not bring one.
void report_unannounced(const facts::SpecOrder& order, Report& report) {
    for (const facts::Citation* fix : order.fix_commits) {
        const std::string* path = rewritten_by(*fix, order);
        if (path == nullptr) continue;
        const auto& decision = *order.decision_item;
        report.finding({
            .message = fmt::format("{} says that no spec must be updated, and fix commit {} rewrites {}",
                                   name_of(decision), short_id(fix->judged_commit()), *path),
            .location = (*order.document)->at(fix->mention->source),
            .help = "the spec comes before the fix, in a commit of its own: correct the assessment, and have "
                    "the fix reviewed against the spec",
            .related = {{"the assessment is here",
                         (*order.document)->at(place_of(decision, decision.evidence_component))}},
            .commit = fix->judged_commit(),
        });
    }
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders) {
        for (const facts::OrderedPair& pair : order.pairs)
            if (pair.spec_is_strict_ancestor != git::Answer::yes || pair.taken_back)
                report_pair(*order.document, pair, report);
        if (order.decision == facts::DecisionAnswer::no) report_unannounced(order, report);
    }
}

} // namespace docs_lint::rules::spec::after_fix
