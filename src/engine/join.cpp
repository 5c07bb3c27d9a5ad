#include "engine/join.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace docs_lint::engine {

void append(diagnostics::Outcome& all, diagnostics::Outcome more) {
    std::move(more.findings.begin(), more.findings.end(), std::back_inserter(all.findings));
    std::move(more.unverified.begin(), more.unverified.end(), std::back_inserter(all.unverified));
}

void add_counts(Summary& all, const Summary& one) {
    all.judged += one.judged;
    all.filed += one.filed;
    all.suppressed += one.suppressed;
    all.baselined += one.baselined;
    all.older_than_rules += one.older_than_rules;
}

} // namespace docs_lint::engine
