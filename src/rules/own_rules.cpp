#include "rules/own_rules.hpp"

#include "base/text.hpp"
#include "rules/kinds/kinds.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace docs_lint::rules {
namespace {

bool any_matches(const std::vector<base::PathPattern>& patterns, std::string_view path) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [path](const base::PathPattern& pattern) { return pattern.matches(path); });
}

bool names_path(const policy::OwnRule& rule, std::string_view path) {
    return (rule.paths.empty() || any_matches(rule.paths, path)) && !any_matches(rule.excluded_paths, path);
}

/// A template is looked at only by a rule that names its class.
bool covers(const policy::OwnRule& rule, const model::Document& document) {
    const policy::DocumentClass& document_class = *document.document_class;
    const bool in_class = rule.classes.empty() ? !document_class.is_template
                                               : std::find(rule.classes.begin(), rule.classes.end(),
                                                           document_class.id) != rule.classes.end();
    return in_class && names_path(rule, document.path);
}

struct CheckDocument {
    const kinds::Subject& subject;
    Report& report;

    template <typename What>
    void operator()(const What& what) const {
        kinds::check(what, subject, report);
    }
    void operator()(const policy::CompanionFiles&) const {}
};

/// A rule for paths that nobody governs would be kept by nobody, and nobody would know.
void report_ungoverned(const policy::OwnRule& rule, const facts::Corpus& corpus, Report& report) {
    if (rule.paths.empty() || !rule.classes.empty()) return;
    std::vector<std::string> ungoverned;
    for (const std::string& path : corpus.paths)
        if (policy::is_markdown(path) && names_path(rule, path) && corpus.policy->class_of(path) == nullptr)
            ungoverned.push_back(path);
    if (ungoverned.empty()) return;
    const std::string more =
        ungoverned.size() > 1
            ? fmt::format(" (and {} more)", base::count_of(ungoverned.size() - 1, "document"))
            : std::string();
    report.unverified(fmt::format("whether this document keeps the rule{}: no class covers it", more),
                      diagnostics::whole_document(ungoverned.front()),
                      "give it a class, or leave it out with the rule's excluded-paths");
}

void judge_documents(const policy::OwnRule& rule, const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentFacts& document : corpus.documents)
        if (covers(rule, *document)) std::visit(CheckDocument{{rule, document, corpus}, report}, rule.what);
    report_ungoverned(rule, corpus, report);
}

} // namespace

const std::vector<RuleKind>& rule_kinds() {
    static const std::vector<RuleKind> kinds = {
        {"pattern", "a text that must not stand in a document, or one that must", "one document"},
        {"required-section", "a section that is absent, empty, at the wrong level or out of order",
         "one document"},
        {"table-shape", "a table that is absent, lacks columns, or whose cells say what they must not",
         "one document"},
        {"header-field", "a header field that is absent, empty or of the wrong form", "one document"},
        {"named-record", "a record that a document names and that is not there", "the snapshot"},
        {"companion-files", "files that one commit must change together and did not", "history"},
    };
    return kinds;
}

RuleDescription describe(const Rule& rule) {
    return {rule.id, *rule.metadata, scope_of(rule)};
}

RuleDescription describe(const policy::OwnRule& rule) {
    RuleMetadata metadata;
    metadata.summary = rule.summary;
    metadata.why = rule.why;
    metadata.fix = rule.fix;
    metadata.source = rule.origin;
    metadata.severity = rule.severity;
    return {rule.id, metadata, rule_kinds()[rule.what.index()].scope};
}

std::vector<RuleDescription> describe_all(const policy::Policy& policy) {
    std::vector<RuleDescription> all;
    for (const Rule& rule : all_rules()) all.push_back(describe(rule));
    for (const policy::OwnRule& rule : policy.own_rules) all.push_back(describe(rule));
    std::sort(all.begin(), all.end(),
              [](const RuleDescription& left, const RuleDescription& right) { return left.id < right.id; });
    return all;
}

void judge_own_rule(const policy::OwnRule& rule, const facts::Corpus& corpus, const facts::History& history,
                    Report& report) {
    if (const auto* companions = std::get_if<policy::CompanionFiles>(&rule.what))
        kinds::check(*companions, rule, history, report);
    else
        judge_documents(rule, corpus, report);
}

} // namespace docs_lint::rules
