#include "support/checked.hpp"
#include "support/feature_record.hpp"

#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <utility>
#include <vector>

// The feature process from readiness audit to closure: a sound story at each of its states, and for each of
// its gates a story in which that gate did not pass.

using namespace docs_lint::tests;

namespace {

struct Story {
    std::string name;
    std::size_t reached;
    std::function<void(FeatureStory&)> change;
    std::string rule;
};

Checked check_story(const Story& story) {
    const GitRepository repository;
    FeatureStory feature(story.reached);
    if (story.change) story.change(feature);
    feature.play(repository);
    return check_revision(repository.path());
}

const std::vector<Story>& sound_variants() {
    static const std::vector<Story> stories = {
        {"no contract changes",
         4,
         [](FeatureStory& feature) {
             feature.item("2.2").evidence = "No API contract change, confirmed by the API Contracts Owner";
         },
         {}},
        {"the checklist is called otherwise",
         6,
         [](FeatureStory& feature) {
             feature.scope = replaced(feature.scope, "## Checklist before implementation",
                                      "## 4. Pre-implementation checklist (gate 4)");
         },
         {}},
    };
    return stories;
}

const std::vector<Story>& broken_stories() {
    static const std::vector<Story> stories = {
        {"gate R: an item is missing", 1, [](FeatureStory& feature) { feature.remove_item("R.3"); },
         "gate/item-missing"},
        {"gate 0: evidence is pending", 2,
         [](FeatureStory& feature) { feature.item("0.2").evidence = "[PENDING — list is being written]"; },
         "gate/evidence-pending"},
        {"gate 0: a statement without a date", 2,
         [](FeatureStory& feature) { feature.item("0.1").evidence = "written replies of all five roles"; },
         "gate/evidence-kind"},
        {"gate 1: there is no decisions record", 3, [](FeatureStory& feature) { feature.decisions.clear(); },
         "gate/document-unready"},
        {"gate 1: no commit", 3,
         [](FeatureStory& feature) {
             feature.item("1.2").evidence = std::string("it stands in ") + kDecisions;
         },
         "gate/evidence-kind"},
        {"gate 2: contract and description in two commits", 4,
         [](FeatureStory& feature) { feature.contract_apart = true; }, "change/companion-missing"},
        {"gate 2: the PMO Lead did not validate", 4,
         [](FeatureStory& feature) { feature.item("2.4").validation = "[Pass / Fail]"; },
         "gate/pmo-unvalidated"},
        {"gate 3: no verdict", 5,
         [](FeatureStory& feature) { feature.item("3.1").evidence = "the review was held and written up"; },
         "gate/evidence-kind"},
        {"gate R: the model is said not to be ready", 1,
         [](FeatureStory& feature) {
             feature.item("R.1").evidence = "the data model is not ready: two fields are missing";
         },
         "gate/evidence-kind"},
        {"gate 2: files that were not read", 4,
         [](FeatureStory& feature) { feature.item("2.3").evidence = "both files were not read yet"; },
         "gate/evidence-kind"},
        {"gate 3: a verdict for one part alone", 5,
         [](FeatureStory& feature) {
             feature.item("3.1").evidence = "Verdict: Pass for the contract, Fail for the screen, in writing";
         },
         "gate/evidence-kind"},
        {"gate 4: there is no scope document", 6, [](FeatureStory& feature) { feature.scope.clear(); },
         "gate/document-unready"},
        {"gate 4: a box is open", 6,
         [](FeatureStory& feature) { feature.scope = replaced(feature.scope, "- [x] Specs", "- [ ] Specs"); },
         "gate/document-unready"},
        {"gate 4: there is no checklist", 6,
         [](FeatureStory& feature) {
             feature.scope = feature.scope.substr(0, feature.scope.find("## Checklist"));
         },
         "gate/document-unready"},
        {"gate 4: the header is not complete", 6,
         [](FeatureStory& feature) {
             feature.scope =
                 replaced(feature.scope, "**Target release:** 1.4", "**Target release:** {release}");
         },
         "gate/document-unready"},
        {"gate 4: no versions are listed", 6,
         [](FeatureStory& feature) { feature.scope = replaced(feature.scope, "| 1.1 |", "| newest |"); },
         "gate/document-unready"},
        {"gate 5: there is no lessons record", 7, [](FeatureStory& feature) { feature.lessons.clear(); },
         "gate/document-unready"},
        {"closed without a lessons record", 7, [](FeatureStory& feature) { feature.lessons.clear(); },
         "closure/lessons-missing"},
        {"closed, and the lessons record is still a draft", 7,
         [](FeatureStory& feature) {
             feature.lessons = replaced(feature.lessons, "**Date filed:** 2026-02-16", "**Date filed:** —");
         },
         "closure/lessons-missing"},
        {"gate 5: no date of shipping", 7,
         [](FeatureStory& feature) { feature.item("5.1").evidence = "shipped, in writing to all roles"; },
         "gate/evidence-kind"},
    };
    return stories;
}

/// What is said of the record and of the documents that its gates ask for.
std::vector<std::string> said_of_gates(const Checked& checked) {
    std::vector<std::string> said;
    for (const Found& found : checked.findings)
        if (found.path == kFeature || found.path == kScope || found.path == kDecisions)
            said.push_back(found.rule + ": " + found.message);
    return said;
}

} // namespace

TEST_CASE("a sound feature passes in each of its eight states") {
    for (std::size_t rank = 0; rank < kFeatureStates; ++rank) {
        const Checked checked = check_story({"", rank, {}, {}});
        INFO(rank << "\n" << checked.summary());
        CHECK(checked.exit_code == 0);
        CHECK(said_of_gates(checked).empty());
        CHECK(checked.unverified.empty());
    }
}

TEST_CASE("a sound feature may be written otherwise") {
    for (const Story& story : sound_variants()) {
        const Checked checked = check_story(story);
        INFO(story.name << "\n" << checked.summary());
        CHECK(checked.exit_code == 0);
        CHECK(said_of_gates(checked).empty());
    }
}

TEST_CASE("a gate of a feature that did not pass is found") {
    for (const Story& story : broken_stories()) {
        const Checked checked = check_story(story);
        INFO(story.name << "\n" << checked.summary());
        CHECK(checked.has(story.rule, kFeature));
    }
}

TEST_CASE("the lessons record of a closed feature is known by its id, with or without a slug") {
    const GitRepository repository;
    FeatureStory(kFeatureStates - 1).play(repository);
    const std::string text = repository.read(kLessons);
    repository.remove(kLessons);
    const std::string folder = "docs/product/lessons_learnt/";
    for (const auto& [name, answers] :
         std::vector<std::pair<std::string, bool>>{{"FEAT-009-labels-lessons.md", true},
                                                   {"feat-009-lessons.md", true},
                                                   {"FEAT-0091-labels-lessons.md", false},
                                                   {"FEAT-008-labels-lessons.md", false},
                                                   {"FEAT-009-labels.md", false}}) {
        repository.write(folder + name, text);
        const Checked checked = check_worktree(repository.path());
        const std::string shown = name + "\n" + checked.summary();
        INFO(shown);
        CHECK(checked.has("closure/lessons-missing", kFeature) == !answers);
        repository.remove(folder + name);
    }
}
