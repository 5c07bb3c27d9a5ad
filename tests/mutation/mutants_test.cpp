#include "mutation/judging.hpp"
#include "mutation/operators.hpp"
#include "mutation/trying.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <numeric>
#include <utility>

// Every component of a signed record is damaged in every way that somebody thought of, and docs-lint has to
// see each damage: no mutant may pass. DOCS_LINT_MUTATION_SEED draws other records and other variants,
// DOCS_LINT_MUTATION_ALL=1 tries every variant of every operator.

using namespace docs_lint;
using namespace docs_lint::tests;
using diagnostics::Severity;

namespace {

struct Job {
    std::size_t seed = 0;
    std::string operator_name;
    std::string what;
    std::string text;
};

/// What is to be tried, for all seeds; drawn in one go, so that the seed of the random numbers says all.
class Plan {
public:
    explicit Plan(Random& random) : random_(random) {}

    void add(const Seed& seed) {
        const auto document = judged_document(seed.path, seed.text);
        Untouched untouched{&seed, findings_of(document, Severity::warning)};
        for (const std::string& finding : untouched.findings)
            FAIL_CHECK("before any damage: " << seed.name << ": " << finding);
        const auto sites = sites_of(document);
        CHECK_MESSAGE(sites.size() >= 3, seed.name);
        seeds_.push_back(std::move(untouched));
        for (std::size_t at = 0; at < sites.size(); ++at) add_site({seed, sites, at});
    }

    [[nodiscard]] const std::vector<Job>& jobs() const { return jobs_; }

    [[nodiscard]] bool survives(const Job& job) const {
        const Untouched& before = seeds_[job.seed];
        const auto now = findings_of(judged_document(before.seed->path, job.text), Severity::error);
        return added_findings(now, before.findings).empty();
    }

    [[nodiscard]] std::string changed(const Job& job) const {
        return changed_lines(seeds_[job.seed].seed->text, job.text);
    }

private:
    struct Untouched {
        const Seed* seed = nullptr;
        std::multiset<std::string> findings;
    };

    /// Every operator on the components of a short record; a long one takes long to read, and gets one of
    /// them for each.
    void add_site(const Target& target) {
        // An item of a gate that nobody says to have passed may wait for its validation; that is no fault.
        if (!target.site().of_passed_gate && target.site().kind == model::ComponentKind::validation) return;
        constexpr std::size_t kShort = 8 * 3;
        std::vector<Job> jobs;
        for (const auto& table : {operators_on_values(), operators_on_structure()})
            for (const Operator& damage : table) add_mutants(jobs, damage, target);
        if (!try_all() && target.sites.size() > kShort) jobs = {pick(jobs, random_)};
        for (Job& job : jobs) jobs_.push_back(std::move(job));
    }

    void add_mutants(std::vector<Job>& jobs, const Operator& damage, const Target& target) {
        Mutants mutants;
        damage.apply(target, mutants);
        if (mutants.empty()) return;
        if (!try_all()) mutants = {pick(mutants, random_)};
        for (std::string& text : mutants)
            jobs.push_back({seeds_.size() - 1, std::string(damage.name),
                            fmt::format("{}, {} \"{}\"", target.seed.name, target.site().item,
                                        std::string(target.text_of(target.site().label))),
                            std::move(text)});
    }

    Random& random_;
    std::vector<Untouched> seeds_;
    std::vector<Job> jobs_;
};

} // namespace

TEST_CASE("no damaged sign-off passes") {
    const unsigned number = seed_of_random();
    Random random(number);
    std::vector<Seed> seeds = fixture_seeds();
    for (Seed& seed : rendered_seeds(random)) seeds.push_back(std::move(seed));
    Plan plan(random);
    for (const Seed& seed : seeds) plan.add(seed);
    std::map<std::string, std::pair<std::size_t, std::size_t>> by_operator; // tried, survived
    for (const Job& job : plan.jobs()) ++by_operator[job.operator_name].first;
    constexpr std::size_t kShown = 5; // of each operator
    for (const std::size_t at : numbers_where(
             plan.jobs().size(), [&](std::size_t job) { return plan.survives(plan.jobs()[job]); })) {
        const Job& job = plan.jobs()[at];
        if (++by_operator[job.operator_name].second <= kShown)
            FAIL_CHECK("survived: " << job.operator_name << "; " << job.what << "\n" << plan.changed(job));
    }
    const std::size_t survived =
        std::accumulate(by_operator.begin(), by_operator.end(), std::size_t{0},
                        [](std::size_t sum, const auto& entry) { return sum + entry.second.second; });
    std::cout << fmt::format(
        "DOCS_LINT_MUTATION_SEED={}: {} mutants of {} records by {} operators, {} survived\n", number,
        plan.jobs().size(), seeds.size(), by_operator.size(), survived);
    for (const auto& [name, counts] : by_operator)
        std::cout << fmt::format("{:6} {}{}\n", counts.first, name,
                                 counts.second > 0 ? fmt::format(", {} survived", counts.second) : "");
    CHECK(by_operator.size() >= 14);
    CHECK(plan.jobs().size() >= 10'000);
}
