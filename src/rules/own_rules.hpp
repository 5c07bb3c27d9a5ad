#pragma once

#include "rules/rule.hpp"

#include <string_view>
#include <vector>

namespace docs_lint::rules {

/// A rule as people ask for it by its name, whether it is built in or a team's own.
struct RuleDescription {
    std::string_view id;
    RuleMetadata metadata;
    std::string_view scope; ///< what it looks at
};

RuleDescription describe(const Rule& rule);

/// Points into `rule`, which must outlive it.
RuleDescription describe(const policy::OwnRule& rule);

/// The built-in rules and the policy's own, sorted by id. Points into `policy`.
std::vector<RuleDescription> describe_all(const policy::Policy& policy);

/// A general kind of which teams make their own rules.
struct RuleKind {
    std::string_view name;    ///< `required-section`
    std::string_view summary; ///< what a rule of that kind finds
    std::string_view scope;
};

/// In the order of the alternatives of `policy::OwnRule::what`.
const std::vector<RuleKind>& rule_kinds();

/// Judges everything that the rule covers: documents of its classes and paths, or commits.
void judge_own_rule(const policy::OwnRule& rule, const facts::Corpus& corpus, const facts::History& history,
                    Report& report);

} // namespace docs_lint::rules
