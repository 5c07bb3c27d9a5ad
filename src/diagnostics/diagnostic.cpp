#include "diagnostics/diagnostic.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace docs_lint::diagnostics {
namespace {

auto order_of(const Location& location) {
    return std::tie(location.path, location.begin.line, location.begin.column, location.end.line,
                    location.end.column, location.commit, location.line_text);
}

bool comes_before(const Diagnostic& left, const Diagnostic& right) {
    const auto key = [](const Diagnostic& one) {
        return std::tuple_cat(order_of(one.location), std::tie(one.rule, one.message, one.commit, one.help));
    };
    return key(left) < key(right);
}

bool comes_before(const Unverified& left, const Unverified& right) {
    const auto key = [](const Unverified& one) {
        return std::tuple_cat(order_of(one.location), std::tie(one.rule, one.message, one.help));
    };
    return key(left) < key(right);
}

bool comes_before(const SuppressedFinding& left, const SuppressedFinding& right) {
    return comes_before(left.finding, right.finding);
}

template <typename T>
void sort(std::vector<T>& values) {
    std::stable_sort(values.begin(), values.end(), [](const T& a, const T& b) { return comes_before(a, b); });
}

template <typename T>
void sort_and_unify(std::vector<T>& values) {
    sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Rests on what the finding says about which text, not on line numbers.
std::string identity_of(const Diagnostic& finding) {
    return fmt::format("{}\n{}\n{}\n{}\n{}", finding.rule, finding.location.path, finding.commit,
                       base::collapse_blanks(finding.location.line_text), finding.message);
}

/// `seen` counts how often each identity was met.
void give_fingerprint(Diagnostic& finding, std::map<std::string, int>& seen) {
    const std::string identity = identity_of(finding);
    const int occurrence = seen[identity]++;
    finding.fingerprint = fmt::format("{:016x}", base::hash_of(fmt::format("{}\n{}", identity, occurrence)));
}

} // namespace

void finish(Outcome& outcome) {
    sort_and_unify(outcome.findings);
    sort_and_unify(outcome.unverified);
    std::map<std::string, int> seen;
    for (Diagnostic& finding : outcome.findings)
        if (finding.fingerprint.empty()) give_fingerprint(finding, seen);
}

void finish(std::vector<SuppressedFinding>& suppressed, const Outcome& kept) {
    sort(suppressed);
    suppressed.erase(std::unique(suppressed.begin(), suppressed.end(),
                                 [](const auto& a, const auto& b) { return a.finding == b.finding; }),
                     suppressed.end());
    std::map<std::string, int> seen;
    for (const Diagnostic& finding : kept.findings) ++seen[identity_of(finding)];
    for (SuppressedFinding& one : suppressed)
        if (one.finding.fingerprint.empty()) give_fingerprint(one.finding, seen);
}

} // namespace docs_lint::diagnostics
