#include "engine/join.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace docs_lint::engine {

namespace {

template <typename T>
void move_behind(std::vector<T>& all, std::vector<T>& more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

void append(diagnostics::Outcome& all, diagnostics::Outcome more) {
    move_behind(all.findings, more.findings);
    move_behind(all.unverified, more.unverified);
}

void append(std::vector<diagnostics::SuppressedFinding>& all,
            std::vector<diagnostics::SuppressedFinding> more) {
    move_behind(all, more);
}

void add_counts(Summary& all, const Summary& one) {
    all.judged += one.judged;
    all.filed += one.filed;
    all.suppressed += one.suppressed;
    all.baselined += one.baselined;
    all.older_than_rules += one.older_than_rules;
}

} // namespace docs_lint::engine
