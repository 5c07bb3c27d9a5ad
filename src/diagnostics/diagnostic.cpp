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

template <typename T>
void sort_and_unify(std::vector<T>& values) {
    std::stable_sort(values.begin(), values.end(), [](const T& a, const T& b) { return comes_before(a, b); });
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Rests on what the finding says about which text, not on line numbers.
std::string identity_of(const Diagnostic& finding) {
    return fmt::format("{}\n{}\n{}\n{}\n{}", finding.rule, finding.location.path, finding.commit,
                       base::collapse_blanks(finding.location.line_text), finding.message);
}

} // namespace

void finish(Outcome& outcome) {
    sort_and_unify(outcome.findings);
    sort_and_unify(outcome.unverified);
    std::map<std::string, int> seen;
    for (Diagnostic& finding : outcome.findings) {
        if (!finding.fingerprint.empty()) continue;
        const std::string identity = identity_of(finding);
        const int occurrence = seen[identity]++;
        finding.fingerprint =
            fmt::format("{:016x}", base::hash_of(fmt::format("{}\n{}", identity, occurrence)));
    }
}

} // namespace docs_lint::diagnostics
