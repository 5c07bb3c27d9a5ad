#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/corpus.hpp"
#include "facts/history.hpp"
#include "facts/suppression_uses.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace docs_lint::rules {

/// What a rule says of itself: its page, `docs-lint explain` and SARIF are made of it.
struct RuleMetadata {
    std::string_view summary; ///< what it finds, one line
    std::string_view why;     ///< why it matters
    std::string_view fix;     ///< how to cure a finding
    std::string_view source;  ///< the clause of the process that asks for it
    diagnostics::Severity severity = diagnostics::Severity::error;
    bool suppressible = true; ///< false for the guarantees: no comment or configuration takes them away
};

/// A finding as a rule states it; the report adds the rule and the severity.
struct Finding {
    std::string message;
    diagnostics::Location location;
    std::string help;
    std::vector<diagnostics::Related> related = {};
    std::string commit = {};
    std::optional<diagnostics::Severity> at_most = {}; ///< for a milder case of the same fault
};

/// Where one rule puts what it finds.
class Report {
public:
    Report(std::string_view rule, diagnostics::Severity severity, diagnostics::Outcome& outcome)
        : rule_(rule), severity_(severity), outcome_(&outcome) {}

    void finding(Finding finding);

    /// The rule cannot tell: what is missing, and the command that cures it.
    void unverified(std::string message, diagnostics::Location location, std::string help);

private:
    std::string_view rule_;
    diagnostics::Severity severity_;
    diagnostics::Outcome* outcome_;
};

/// A rule judges one document, the whole snapshot, the history, or how suppressions were used in this run. It
/// is a function of its facts alone.
using Check =
    std::variant<void (*)(const facts::DocumentFacts&, Report&), void (*)(const facts::Corpus&, Report&),
                 void (*)(const facts::History&, Report&), void (*)(const facts::SuppressionUses&, Report&)>;

struct Rule {
    std::string_view id; ///< `group/kebab-name`
    const RuleMetadata* metadata;
    Check check;
};

/// Every rule, sorted by id. Generated from the files in src/rules by cmake/RuleTable.cmake.
std::span<const Rule> all_rules();

const Rule* find_rule(std::string_view id);

/// `one document`, `the snapshot`, `history`, `suppressions`.
std::string_view scope_of(const Rule& rule);

} // namespace docs_lint::rules
