#include "mutation/judging.hpp"
#include "mutation/operators.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <future>
#include <iostream>
#include <map>
#include <optional>

// Every component of a signed record is damaged in every way that somebody thought of, and docs-lint has to see each
// damage: no mutant may pass. DOCS_LINT_MUTATION_SEED draws other records and other variants, DOCS_LINT_MUTATION_ALL=1
// tries every variant of every operator.

using namespace docs_lint;
using namespace docs_lint::tests;
using diagnostics::Severity;

namespace {

struct Job {
    std::string operator_name;
    std::string what;
    std::string text;
};

struct Survivor {
    std::string operator_name;
    std::string what;
    std::string text;
};

bool try_all() {
    return std::getenv("DOCS_LINT_MUTATION_ALL") != nullptr;
}

unsigned seed_of_random() {
    const char* set = std::getenv("DOCS_LINT_MUTATION_SEED");
    return set == nullptr ? 20260221U : static_cast<unsigned>(std::strtoul(set, nullptr, 10));
}

/// An item of a gate that nobody says to have passed may wait for its validation; that is no fault.
bool must_be_seen(const Site& site) {
    return site.of_passed_gate || site.kind != model::ComponentKind::validation;
}

void add_jobs(std::vector<Job>& jobs, const Operator& damage, const Target& target, Random& random) {
    if (!must_be_seen(target.site())) return;
    Mutants mutants;
    damage.apply(target, mutants);
    if (mutants.empty()) return;
    if (!try_all()) mutants = {pick(mutants, random)};
    for (std::string& text : mutants)
        jobs.push_back({std::string(damage.name),
                        fmt::format("{}, {} {}", target.seed.name, target.site().item,
                                    std::string(target.text_of(target.site().label))),
                        std::move(text)});
}

struct Tried {
    std::size_t count = 0;
    std::vector<Survivor> survivors;
};

Tried try_seed(const Seed& seed, const std::vector<Job>& jobs, const std::multiset<std::string>& before) {
    Tried tried;
    for (const Job& job : jobs) {
        ++tried.count;
        const auto now = findings_of(judged_document(seed.path, job.text), Severity::error);
        if (added_findings(now, before).empty()) tried.survivors.push_back({job.operator_name, job.what, job.text});
    }
    return tried;
}

} // namespace

TEST_CASE("no damaged sign-off passes") {
    Random random(seed_of_random());
    MESSAGE("DOCS_LINT_MUTATION_SEED=" << seed_of_random());
    std::vector<Seed> seeds = fixture_seeds();
    for (Seed& seed : rendered_seeds(random)) seeds.push_back(std::move(seed));
    std::map<std::string, std::size_t> by_operator;
    std::map<std::string, std::size_t> survivors;
    std::size_t count = 0;
    std::vector<std::future<Tried>> running;
    for (const Seed& seed : seeds) {
        CAPTURE(seed.name);
        const auto document = judged_document(seed.path, seed.text);
        const auto before = findings_of(document, Severity::warning);
        for (const std::string& finding : before) FAIL_CHECK(seed.name << " " << finding << "\n" << seed.text);
        const auto sites = sites_of(document);
        CHECK(sites.size() >= 3);
        std::vector<Job> jobs;
        for (std::size_t at = 0; at < sites.size(); ++at)
            for (const auto& table : {operators_on_values(), operators_on_structure()})
                for (const Operator& damage : table) add_jobs(jobs, damage, {seed, sites, at}, random);
        for (const Job& job : jobs) ++by_operator[job.operator_name];
        const Tried tried = try_seed(seed, jobs, before);
        count += tried.count;
        for (const Survivor& one : tried.survivors) {
            const std::size_t known = ++survivors[one.operator_name];
            if (known < 4) FAIL_CHECK("survived: " << one.operator_name << "; " << one.what << "\n" << one.text);
        }
    }
    for (const auto& [name, number] : by_operator) MESSAGE(name << ": " << number << ", survived " << survivors[name]);
    MESSAGE("mutants: " << count);
    CHECK(by_operator.size() >= 14);
    CHECK(count >= 10'000);
}
