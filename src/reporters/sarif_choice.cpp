#include "reporters/sarif_choice.hpp"

#include <algorithm>

namespace docs_lint::reporters {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

void add_findings(std::vector<const Diagnostic*>& findings, const engine::RunResult& result,
                  Severity severity) {
    for (const Diagnostic& finding : result.outcome.findings)
        if (finding.severity == severity) findings.push_back(&finding);
}

template <typename T>
void cut(std::vector<T>& values, std::size_t& room, std::size_t& left_out) {
    const std::size_t kept = std::min(values.size(), room);
    left_out += values.size() - kept;
    room -= kept;
    values.resize(kept);
}

} // namespace

SarifChoice choose_for_sarif(const engine::RunResult& result) {
    SarifChoice shown;
    add_findings(shown.errors, result, Severity::error);
    for (const auto& one : result.outcome.unverified) shown.unverified.push_back(&one);
    add_findings(shown.others, result, Severity::warning);
    add_findings(shown.others, result, Severity::information);
    for (const auto& one : result.suppressed) shown.suppressed.push_back(&one);
    std::size_t room = kMostSarifResults;
    cut(shown.errors, room, shown.left_out);
    cut(shown.unverified, room, shown.left_out);
    cut(shown.others, room, shown.left_out);
    cut(shown.suppressed, room, shown.left_out);
    return shown;
}

} // namespace docs_lint::reporters
