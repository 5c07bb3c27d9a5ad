#include "engine/judge.hpp"

#include "engine/join.hpp"
#include "engine/suppress.hpp"
#include "engine/threads.hpp"
#include "rules/own_rules.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace docs_lint::engine {
namespace {

using diagnostics::Outcome;
using diagnostics::Severity;
using rules::Report;
using rules::Rule;

Severity severity_of(std::string_view id, Severity usual, const policy::Policy& policy) {
    const auto set = policy.severities.find(std::string(id));
    return set == policy.severities.end() ? usual : set->second;
}

Severity severity_of(const Rule& rule, const policy::Policy& policy) {
    return severity_of(rule.id, rule.metadata->severity, policy);
}

constexpr std::string_view kOneDocument = "one document";
constexpr std::size_t kFewestDocumentsForThreads = 32;

bool looks_at_one_document(const Rule& rule) {
    return rules::scope_of(rule) == kOneDocument;
}

bool looks_at_one_document(const policy::OwnRule& rule) {
    return rules::describe(rule).scope == kOneDocument;
}

void judge_own_rules(const facts::Corpus& corpus, const facts::History& history, const Extent& extent,
                     Outcome& outcome) {
    for (const policy::OwnRule& rule : corpus.policy->own_rules) {
        const Severity severity = severity_of(rule.id, rule.severity, *corpus.policy);
        if (severity == Severity::off || (extent.documents_alone && !looks_at_one_document(rule))) continue;
        Report report(rule.id, severity, outcome);
        rules::judge_own_rule(rule, corpus, history, report);
    }
}

struct RunCheck {
    const facts::Corpus& corpus;
    const facts::History& history;
    Report& report;

    void operator()(void (*check)(const facts::DocumentFacts&, Report&)) const {
        for (const facts::DocumentFacts& document : corpus.documents) check(document, report);
    }
    void operator()(void (*check)(const facts::Corpus&, Report&)) const { check(corpus, report); }
    void operator()(void (*check)(const facts::History&, Report&)) const { check(history, report); }
    void operator()(void (*)(const facts::SuppressionUses&, Report&)) const {} // after the others
};

/// The rules of the table, which know nothing of one another, over the cores; in its order, whichever came
/// first.
void judge_rules(const facts::Corpus& corpus, const facts::History& history, const Extent& extent,
                 Outcome& outcome) {
    const auto rules = rules::all_rules();
    std::vector<Outcome> outcomes(rules.size());
    const bool is_small = corpus.documents.size() < kFewestDocumentsForThreads;
    for_each_number(rules.size(), is_small ? 1 : threads_for(extent.shard), [&](std::size_t at) {
        const Severity severity = severity_of(rules[at], *corpus.policy);
        if (severity == Severity::off || (extent.documents_alone && !looks_at_one_document(rules[at])))
            return;
        Report report(rules[at].id, severity, outcomes[at]);
        std::visit(RunCheck{corpus, history, report}, rules[at].check);
    });
    for (Outcome& of_rule : outcomes) append(outcome, std::move(of_rule));
}

void judge_suppressions(const facts::SuppressionUses& uses, const policy::Policy& policy, Outcome& outcome) {
    using Check = void (*)(const facts::SuppressionUses&, Report&);
    for (const Rule& rule : rules::all_rules()) {
        const auto* check = std::get_if<Check>(&rule.check);
        if (check == nullptr || severity_of(rule, policy) == Severity::off) continue;
        Report report(rule.id, severity_of(rule, policy), outcome);
        (*check)(uses, report);
    }
}

} // namespace

bool looks_at_one_document(std::string_view id, const policy::Policy& policy) {
    if (const Rule* rule = rules::find_rule(id)) return looks_at_one_document(*rule);
    const policy::OwnRule* own = policy.find_own_rule(id);
    return own != nullptr && looks_at_one_document(*own);
}

Verdict judge(const facts::Corpus& corpus, const facts::History& history, const RulesInForce& in_force,
              const RunBaseline& baseline, base::Date today, const Extent& extent) {
    Verdict verdict;
    judge_rules(corpus, history, extent, verdict.outcome);
    judge_own_rules(corpus, history, extent, verdict.outcome);
    keep_owned(verdict.outcome, extent.shard);
    verdict.older_than_rules = in_force.take_older(verdict.outcome);
    const bool all_was_judged = extent.complete && history.available;
    Suppressed suppressed = suppress(verdict.outcome, corpus, today, all_was_judged);
    diagnostics::finish(verdict.outcome); // the baseline goes by fingerprints
    verdict.suppressed = std::move(suppressed.taken);
    diagnostics::finish(verdict.suppressed, verdict.outcome);
    Baselined baselined = take_baselined(verdict.outcome, baseline, all_was_judged);
    verdict.baselined = baselined.taken;
    if (extent.documents_alone) return verdict;
    suppressed.uses.baseline = std::move(baselined.use);
    Outcome of_suppressions;
    judge_suppressions(suppressed.uses, *corpus.policy, of_suppressions);
    verdict.older_than_rules += in_force.take_older(of_suppressions);
    if (extent.shard.is_whole()) {
        append(verdict.outcome, std::move(of_suppressions));
        diagnostics::finish(verdict.outcome);
    } else {
        verdict.in_every_shard = std::move(of_suppressions);
        diagnostics::finish(verdict.in_every_shard);
    }
    return verdict;
}

} // namespace docs_lint::engine
