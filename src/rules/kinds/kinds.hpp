#pragma once

#include "rules/rule.hpp"

namespace docs_lint::rules::kinds {

/// What a rule of a general kind looks at: a document that it covers, with the snapshot around it.
struct Subject {
    const policy::OwnRule& rule;
    const facts::DocumentFacts& document;
    const facts::Corpus& corpus;

    /// What the rule says to do, or else `usual`.
    [[nodiscard]] std::string help(std::string usual) const {
        return rule.fix.empty() ? std::move(usual) : rule.fix;
    }
};

/// The general kinds, one file each. Parameters come from the policy; see rules/README.md for what they mean.
void check(const policy::PatternRule& what, const Subject& subject, Report& report);
void check(const policy::RequiredSections& what, const Subject& subject, Report& report);
void check(const policy::TableShape& what, const Subject& subject, Report& report);
void check(const policy::HeaderFieldRule& what, const Subject& subject, Report& report);
void check(const policy::NamedRecord& what, const Subject& subject, Report& report);
void check(const policy::CompanionFiles& what, const policy::OwnRule& rule, const facts::History& history,
           Report& report);

} // namespace docs_lint::rules::kinds
