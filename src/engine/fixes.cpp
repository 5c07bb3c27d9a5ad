#include "engine/fix_makers.hpp"
#include "facts/edition.hpp"
#include "markdown/parse.hpp"

#include <algorithm>
#include <string_view>

namespace docs_lint::engine {
namespace {

struct Maker {
    std::string_view rule;
    std::vector<Fix> (*make)(const FixSource&);
};

constexpr Maker kMakers[] = {
    {"changelog/malformed", &fix_change_log_dates}, // of a row
    {"changelog/malformed", &fix_cut_off_rows},     {"changelog/version-mismatch", &fix_missing_row},
    {"gate/status-inconsistent", &fix_gate_status}, {"header/date-invalid", &fix_header_dates},
};

} // namespace

std::vector<Fix> propose_fixes(const facts::DocumentFacts& document) {
    const auto ast = markdown::parse(document->text);
    if (!ast) return {};
    const model::BlockTree tree(*ast);
    std::vector<Fix> fixes;
    for (const Maker& maker : kMakers)
        for (Fix& fix : maker.make({document, tree})) fixes.push_back(std::move(fix));
    std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& left, const Fix& right) {
        return left.finding.begin < right.finding.begin;
    });
    return fixes;
}

bool has_fixes(std::string_view rule) {
    return std::any_of(std::begin(kMakers), std::end(kMakers),
                       [&](const Maker& maker) { return maker.rule == rule; });
}

} // namespace docs_lint::engine
