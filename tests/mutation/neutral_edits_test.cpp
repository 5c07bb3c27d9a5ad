#include "mutation/judging.hpp"
#include "mutation/neutral_edits.hpp"
#include "mutation/trying.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <memory>

// The twin of the mutants: another way of writing the same is no fault. Every item stays signed, and nothing
// is found that was not found before.

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

constexpr auto kLeast = diagnostics::Severity::warning;

struct Untouched {
    std::multiset<std::string> findings;
    std::size_t signed_items = 0;
};

struct Attempt {
    const Seed* seed = nullptr;
    std::shared_ptr<const Untouched> before;
    std::string_view edit;
    std::string text;
};

std::size_t signed_items(const facts::DocumentFacts& document) {
    std::size_t count = 0;
    for (const facts::GateFacts& gate : document.gates)
        count += static_cast<std::size_t>(std::count_if(gate.items.begin(), gate.items.end(),
                                                        [](const auto& item) { return item.signed_off; }));
    return count;
}

std::vector<Attempt> attempts_on(const std::vector<Seed>& seeds, Random& random) {
    std::vector<Attempt> attempts;
    for (const Seed& seed : seeds) {
        const auto document = judged_document(seed.path, seed.text);
        const auto sites = sites_of(document);
        const auto before = std::make_shared<const Untouched>(
            Untouched{findings_of(document, kLeast), signed_items(document)});
        for (const NeutralEdit& edit : neutral_edits()) {
            Mutants texts;
            edit.apply(seed, sites, random, texts);
            constexpr std::size_t kOfEach = 3;
            if (!try_all()) std::shuffle(texts.begin(), texts.end(), random);
            if (!try_all() && texts.size() > kOfEach) texts.resize(kOfEach);
            for (std::string& text : texts)
                if (text != seed.text) attempts.push_back({&seed, before, edit.name, std::move(text)});
        }
    }
    return attempts;
}

/// What became worse by the edit; empty where nothing did.
std::string alarm_of(const Attempt& attempt) {
    const auto now = judged_document(attempt.seed->path, attempt.text);
    for (const std::string& finding : added_findings(findings_of(now, kLeast), attempt.before->findings))
        return finding;
    return signed_items(now) == attempt.before->signed_items ? "" : "an item is no longer signed";
}

} // namespace

TEST_CASE("another way of writing the same raises no alarm") {
    const unsigned number = seed_of_random();
    Random random(number);
    std::vector<Seed> seeds = fixture_seeds();
    for (Seed& seed : rendered_seeds(random)) seeds.push_back(std::move(seed));
    const auto attempts = attempts_on(seeds, random);
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> by_edit; // tried, alarmed
    for (const Attempt& attempt : attempts) ++by_edit[attempt.edit].first;
    const auto alarms =
        numbers_where(attempts.size(), [&](std::size_t at) { return !alarm_of(attempts[at]).empty(); });
    constexpr std::size_t kShown = 5; // of each edit
    for (const std::size_t at : alarms) {
        const Attempt& attempt = attempts[at];
        if (++by_edit[attempt.edit].second <= kShown)
            FAIL_CHECK(attempt.edit << "; " << attempt.seed->name << ": " << alarm_of(attempt) << "\n"
                                    << changed_lines(attempt.seed->text, attempt.text));
    }
    std::cout << fmt::format("DOCS_LINT_MUTATION_SEED={}: {} neutral edits, {} false alarms\n", number,
                             attempts.size(), alarms.size());
    for (const auto& [name, counts] : by_edit)
        std::cout << fmt::format("{:6} {}{}\n", counts.first, name,
                                 counts.second > 0 ? fmt::format(", {} false alarms", counts.second) : "");
    CHECK(attempts.size() >= 1'000);
}
