#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::tool::suppression_refused {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a suppression comment names a rule that nobody may suppress, or that does not exist",
    .why = "Who writes it believes that the finding is settled. It is not: the rules that guard sign-offs, "
           "filed records and evidence listen to no comment, and a mistyped rule is none.",
    .fix = "Take the rule out of the comment, and correct the document.",
    .source = "docs-lint: guarantees cannot be suppressed",
    .suppressible = false,
};

namespace {

std::string help_for_unknown(const std::string& id, const policy::Policy& policy) {
    std::vector<std::string> known;
    for (const Rule& rule : all_rules())
        if (rule.metadata->suppressible) known.emplace_back(rule.id);
    for (const policy::OwnRule& rule : policy.own_rules) known.push_back(rule.id);
    if (const auto nearest = base::nearest_name(id, known)) return fmt::format("did you mean {}?", *nearest);
    return "`docs-lint rules` lists them";
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const model::SuppressionComment& comment : document->suppressions) {
        if (comment.malformed) continue;
        for (const std::string& id : comment.rules) {
            const Rule* rule = find_rule(id);
            if (rule != nullptr ? rule->metadata->suppressible
                                : document.policy->find_own_rule(id) != nullptr)
                continue;
            report.finding({
                .message =
                    rule == nullptr
                        ? fmt::format("this suppression names the rule {}, which does not exist", id)
                        : fmt::format("this suppression of {} has no effect: nobody may suppress it", id),
                .location = document->at(comment.source),
                .help = rule == nullptr ? help_for_unknown(id, *document.policy)
                                        : "take it out, and correct what the finding is about",
            });
        }
    }
}

} // namespace docs_lint::rules::tool::suppression_refused
