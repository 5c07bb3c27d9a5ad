#include "engine/suppress.hpp"

#include "rules/rule.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

using diagnostics::Diagnostic;

struct Candidate {
    facts::SuppressionUse use;
    std::string reason;
    bool in_document = false;
    std::function<bool(const Diagnostic&)> covers;
};

bool is_over(const std::optional<base::Date>& until, base::Date today) {
    return until && std::chrono::sys_days{*until} < std::chrono::sys_days{today};
}

bool is_suppressible(const std::string& id, const policy::Policy& policy) {
    const rules::Rule* rule = rules::find_rule(id);
    return rule != nullptr ? rule->metadata->suppressible : policy.find_own_rule(id) != nullptr;
}

bool may_be_suppressed(const Diagnostic& finding, const policy::Policy& policy) {
    return is_suppressible(finding.rule, policy) && finding.location.commit.empty();
}

Candidate from_comment(const facts::DocumentFacts& document, const model::SuppressionComment& comment,
                       base::Date today) {
    Candidate candidate;
    candidate.use = {comment.rules, document->at(comment.source),  0,
                     comment.until, is_over(comment.until, today), true};
    candidate.reason = comment.reason;
    candidate.in_document = true;
    const auto covered = document->at(comment.covers);
    const std::size_t first = covered.begin.line;
    const std::size_t last = covered.end.line;
    candidate.covers = [path = document->path, first, last](const Diagnostic& finding) {
        return finding.location.path == path && first <= finding.location.begin.line &&
               finding.location.begin.line <= last;
    };
    return candidate;
}

/// Only an audit sees every commit, so that only documents can show a suppression to be unused.
bool is_about_commits(const std::string& rule, const policy::Policy& policy) {
    const policy::OwnRule* own = policy.find_own_rule(rule);
    return own != nullptr && std::holds_alternative<policy::CompanionFiles>(own->what);
}

Candidate from_configuration(const policy::Suppression& suppression, base::Date today, bool complete) {
    Candidate candidate;
    auto place = diagnostics::whole_document(suppression.origin);
    place.begin.line = place.end.line = suppression.line;
    candidate.use = {
        {suppression.rule}, place, 0, suppression.until, is_over(suppression.until, today), complete};
    candidate.reason = suppression.reason;
    candidate.covers = [path = suppression.path](const Diagnostic& finding) {
        return path.matches(finding.location.path);
    };
    return candidate;
}

/// A comment that names none that may be suppressed is a finding of its own.
bool names_a_rule(const model::SuppressionComment& comment, const policy::Policy& policy) {
    return std::any_of(comment.rules.begin(), comment.rules.end(),
                       [&](const std::string& id) { return is_suppressible(id, policy); });
}

std::vector<Candidate> gather(const facts::Corpus& corpus, base::Date today, bool complete) {
    std::vector<Candidate> candidates;
    for (const facts::DocumentFacts& document : corpus.documents)
        for (const model::SuppressionComment& comment : document->suppressions)
            if (!comment.malformed && !comment.reason.empty() && names_a_rule(comment, *corpus.policy))
                candidates.push_back(from_comment(document, comment, today));
    for (const policy::Suppression& suppression : corpus.policy->suppressions)
        candidates.push_back(from_configuration(
            suppression, today, complete && !is_about_commits(suppression.rule, *corpus.policy)));
    return candidates;
}

bool applies(const Candidate& candidate, const Diagnostic& finding) {
    const auto& rules = candidate.use.rules;
    return !candidate.use.expired && std::find(rules.begin(), rules.end(), finding.rule) != rules.end() &&
           candidate.covers(finding);
}

/// The first of them, or nothing.
const Candidate* use_all_that_apply(std::vector<Candidate>& candidates, const Diagnostic& finding) {
    const Candidate* first = nullptr;
    for (Candidate& candidate : candidates) {
        if (!applies(candidate, finding)) continue;
        ++candidate.use.used;
        if (first == nullptr) first = &candidate;
    }
    return first;
}

} // namespace

Suppressed suppress(diagnostics::Outcome& outcome, const facts::Corpus& corpus, base::Date today,
                    bool complete) {
    auto candidates = gather(corpus, today, complete);
    Suppressed suppressed;
    std::vector<Diagnostic> kept;
    for (Diagnostic& finding : outcome.findings) {
        const Candidate* by =
            may_be_suppressed(finding, *corpus.policy) ? use_all_that_apply(candidates, finding) : nullptr;
        if (by == nullptr)
            kept.push_back(std::move(finding));
        else
            suppressed.taken.push_back({std::move(finding), by->reason, by->in_document});
    }
    outcome.findings = std::move(kept);
    for (Candidate& candidate : candidates) suppressed.uses.uses.push_back(std::move(candidate.use));
    return suppressed;
}

} // namespace docs_lint::engine
