#include "support/judgements.hpp"

#include <utility>

namespace docs_lint::tests {
namespace {

struct Kept {
    std::vector<Judgement> judgements;
    std::size_t first = 0; ///< the number of the first of them
    std::string variant;
};

Kept& kept() {
    static Kept kept;
    return kept;
}

} // namespace

std::size_t note_run(int exit_code) {
    kept().judgements.push_back({exit_code, {}, kept().variant});
    return kept().first + kept().judgements.size() - 1;
}

void note_rule(std::size_t run, const std::string& rule) {
    if (run >= kept().first && run - kept().first < kept().judgements.size())
        kept().judgements[run - kept().first].rules.insert(rule);
}

std::vector<Judgement> take_judgements() {
    kept().first += kept().judgements.size();
    return std::exchange(kept().judgements, {});
}

StoredAs::StoredAs(std::string variant) {
    kept().variant = std::move(variant);
}

StoredAs::~StoredAs() {
    kept().variant.clear();
}

} // namespace docs_lint::tests
