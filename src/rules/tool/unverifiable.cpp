#include "base/text.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::tool::unverifiable {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "something that the rules need could not be read, so that no verdict is possible",
    .why = "Unknown is neither a pass nor a fault. A history that is not all here, an object that is missing "
           "or a process "
           "that nobody described must never look like a pass.",
    .fix = "Run the command that the message names, then check again.",
    .source = "docs-lint: three answers, never two",
    .suppressible = false,
};

namespace {

/// Its own rule says so already.
bool is_unread(const facts::Corpus& corpus, const std::string& path) {
    return std::any_of(corpus.unread.begin(), corpus.unread.end(),
                       [&](const facts::UnreadDocument& one) { return one.path == path; });
}

void report_unknown_processes(const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentFacts& document : corpus.documents)
        if (document.follows_other_process)
            report.unverified(
                fmt::format("whether all gates passed: the record's gates and states are not those of the "
                            "process \"{}\"",
                            document->process->title),
                document->at(document->gates.front().heading),
                "describe the record's process in the configuration, under `processes:`");
}

void report_unknown_versions(const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentFacts& document : corpus.documents) {
        if (!document->process_unknown) continue;
        const auto& cited = document->process_source;
        report.unverified(
            fmt::format("by which process this record is judged: {}", document->process_unknown->message),
            document->at(cited.empty() ? document->beginning() : cited), document->process_unknown->help);
    }
}

/// Filed or signed, or it says which versions other documents went through: only commits can tell.
bool needs_history(const facts::DocumentFacts& document,
                   const std::vector<facts::VersionStep>& claimed_steps) {
    return document.filing.filed || document->document_class->records_gates ||
           std::any_of(claimed_steps.begin(), claimed_steps.end(),
                       [&](const facts::VersionStep& step) { return step.document == &document; });
}

void report_lack_of_history(const facts::History& history, Report& report) {
    const auto claimed_steps = facts::read_version_steps(*history.corpus);
    for (const facts::DocumentFacts& document : history.corpus->documents)
        if (needs_history(document, claimed_steps))
            report.unverified(fmt::format("what happened to this record: {}", history.unavailable_reason),
                              diagnostics::whole_document(document->path), history.unavailable_help);
}

} // namespace

void check(const facts::History& history, Report& report) {
    report_unknown_processes(*history.corpus, report);
    report_unknown_versions(*history.corpus, report);
    for (const facts::Gap& gap : history.filed_gaps) report.unverified(gap.message, gap.location, gap.help);
    for (const facts::Gap& gap : history.revision_gaps)
        if (!is_unread(*history.corpus, gap.location.path))
            report.unverified(gap.message, gap.location, gap.help);
    if (!history.available) report_lack_of_history(history, report);
}

} // namespace docs_lint::rules::tool::unverifiable
