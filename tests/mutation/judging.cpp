#include "mutation/judging.hpp"

#include "rules/rule.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace docs_lint::tests {
namespace {

// When the records of this suite are written: later than every date in them, and earlier than the future.
const base::Instant kRecordedAt{1'798'000'000, 0}; // December 2026

using DocumentCheck = void (*)(const facts::DocumentFacts&, rules::Report&);

} // namespace

const policy::Policy& built_in_pack() {
    static const policy::Policy pack = [] {
        auto loaded = policy::load(std::nullopt, {});
        if (!loaded) throw std::runtime_error(loaded.error().message);
        return std::move(*loaded);
    }();
    return pack;
}

facts::DocumentFacts judged_document(const std::string& path, const std::string& text) {
    const policy::Policy& pack = built_in_pack();
    const auto* document_class = pack.class_of(path);
    if (document_class == nullptr) throw std::runtime_error("not governed: " + path);
    auto document = model::read(path, text, *document_class, pack);
    if (!document) throw std::runtime_error(document.error().message);
    return facts::judge_document(std::move(*document), pack, kRecordedAt);
}

std::multiset<std::string> findings_of(const facts::DocumentFacts& document, diagnostics::Severity least) {
    std::multiset<std::string> findings;
    for (const rules::Rule& rule : rules::all_rules()) {
        const auto* check = std::get_if<DocumentCheck>(&rule.check);
        if (check == nullptr || rule.metadata->severity < least) continue;
        diagnostics::Outcome outcome;
        rules::Report report(rule.id, rule.metadata->severity, outcome);
        (*check)(document, report);
        for (const auto& finding : outcome.findings)
            if (finding.severity >= least) findings.insert(finding.rule + ": " + finding.message);
        for (const auto& unknown : outcome.unverified)
            findings.insert(unknown.rule + " (unverified): " + unknown.message);
    }
    return findings;
}

std::vector<std::string> added_findings(const std::multiset<std::string>& now,
                                        const std::multiset<std::string>& before) {
    std::vector<std::string> added;
    std::set_difference(now.begin(), now.end(), before.begin(), before.end(), std::back_inserter(added));
    return added;
}

} // namespace docs_lint::tests
