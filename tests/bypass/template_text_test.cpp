#include "support/checked.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

// Sentences of the team's own template that were left in a record, and those that a record may have.

using namespace docs_lint::tests;

namespace {

constexpr const char* kTemplate = "processes/defect_run.md";
constexpr const char* kCopy = "docs/product/phase_gates/defect-201-copy-phase-gate.md";
const std::string kRule = "clarity/template-text";

const std::string kFollow =
    "Follow this template for every fault in something that a canonical specification already describes.";
const std::string kOwn = "New behaviour has a\nprocess of its own.";

std::string template_text() {
    return read_file(std::string(DOCS_LINT_SOURCE_DIR) + "/fixtures/templates/defect_run.md");
}

class CopyingRepository : public TidyRepository {
public:
    explicit CopyingRepository(const std::string& process = "{from: processes/defect_run.md}") {
        write(".docs-lint.yaml",
              "extends: pmo\nclasses:\n  defect-phase-gate-document:\n    process: " + process + "\n");
        set_template(template_text());
    }

    void set_template(const std::string& text) const {
        write(kTemplate, text);
        commit("The template", "2026-02-17T09:00:00Z");
    }

    /// What is said of a record with that text at its end.
    [[nodiscard]] Checked check_with(const std::string& extra, const std::string& header = {}) const {
        DefectRecord record = active();
        record.header += header;
        record.extra = "\n## Remarks\n\n" + extra + "\n";
        write(kCopy, record.text());
        return check_in(path(), {"check", kCopy});
    }
};

std::size_t count_of(const Checked& checked) {
    return static_cast<std::size_t>(std::count_if(checked.findings.begin(), checked.findings.end(),
                                                  [](const Found& found) { return found.rule == kRule; }));
}

void passes(const Checked& checked) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
    CHECK(checked.is_json);
    CHECK(checked.unverified.empty());
    CHECK(count_of(checked) == 0);
}

void has_one(const Checked& checked, const std::string& message, std::size_t related) {
    INFO(checked.summary());
    REQUIRE(count_of(checked) == 1);
    const Found* found = checked.find(kRule, kCopy);
    CHECK(found->severity == "warning");
    CHECK(found->message.find(message) != std::string::npos);
    CHECK(found->related_paths.size() == related);
}

} // namespace

TEST_CASE("a sentence of the template that makes up a paragraph or a list item was left over") {
    const CopyingRepository repository;
    const std::string place = "stands word for word in processes/defect_run.md";
    for (const std::string& text :
         {kFollow, "- " + kFollow, "1. " + kFollow, "**" + kFollow + "**",
          std::string("follow this template, for every fault in something that a canonical "
                      "specification already describes"),
          kOwn, kFollow + " " + kOwn,
          std::string("- The PMO Lead opens the record and starts the clock of the tier.")}) {
        CAPTURE(text);
        has_one(repository.check_with(text), place, 0);
    }
}

TEST_CASE("a record that was made by copying is told once, with all places") {
    const CopyingRepository repository;
    has_one(repository.check_with(kFollow + "\n\nOur own words.\n\n" + kOwn +
                                  "\n\n- The PMO Lead opens the record and starts the clock of the tier."),
            "Follow this template for every fault in something that a canonical specification already "
            "describes.\" "
            "stands word for word in processes/defect_run.md, and 2 paragraphs more",
            2);
}

TEST_CASE("what a record takes over from its template, or says in its own words, is no left-over") {
    const CopyingRepository repository;
    for (const std::string& text :
         {"> " + kFollow, "```\n" + kFollow + "\n```", "We did as we are told: " + kFollow,
          kFollow + " We did so in ticket 5512.", "- " + kFollow + "\n\n  Done on the first day.",
          std::string("Comes before any line of the fix."), // stands below an item
          std::string("Somebody has found the place in a specification that says what should have happened."),
          std::string("A regression takes the record back."), std::string("What this is for"),
          "| Step | What |\n|---|---|\n| 1 | " + kFollow + " |"}) {
        CAPTURE(text);
        passes(repository.check_with(text));
    }
}

TEST_CASE("what stands in the template's sample of a record is to be kept") {
    const CopyingRepository repository;
    repository.set_template(replaced(template_text(), "## How long each state may last",
                                     "```\n" + kFollow + "\n```\n\n## How long each state may last"));
    passes(repository.check_with(kFollow));
    has_one(repository.check_with(kOwn), "stands word for word", 0);
}

TEST_CASE("the sentences are those of the version that a record cites") {
    const CopyingRepository repository;
    std::string next = replaced(template_text(), "**Version:** 1.0", "**Version:** 1.2");
    next = replaced(next, "| 1.0 | 2026-01-12 | First version |",
                    "| 1.2 | 2026-02-18 | Shorter |\n| 1.0 | 2026-01-12 | First version |");
    repository.set_template(replaced(next, kFollow, "Each fault has a record of its own in this folder."));
    has_one(repository.check_with(kFollow, "**Charter authority:** Defect run v1.0\n"),
            "stands word for word", 0);
    passes(repository.check_with(kFollow, "**Charter authority:** Defect run v1.2\n"));
    passes(repository.check_with(kFollow));
}

TEST_CASE("without a process from a template nothing is compared") {
    const CopyingRepository repository("defect-run");
    passes(repository.check_with(kFollow));
}
