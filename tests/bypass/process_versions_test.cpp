#include "support/checked.hpp"
#include "support/later_record.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

// A record is judged by the version of the process that it cites, as the template's history has it, and a
// change never by a template that it brings itself.

using namespace docs_lint::tests;

namespace {

constexpr const char* kConfiguration = ".docs-lint.yaml";
constexpr const char* kTemplate = "processes/defect_run.md";
constexpr const char* kOld = "docs/product/phase_gates/defect-201-old-phase-gate.md";
constexpr const char* kNew = "docs/product/phase_gates/defect-202-new-phase-gate.md";

std::string template_1_0() {
    return read_file(std::string(DOCS_LINT_SOURCE_DIR) + "/fixtures/templates/defect_run.md");
}

/// Version 1.2 asks for one item more.
std::string template_1_2() {
    std::string text = replaced(template_1_0(), "**Version:** 1.0", "**Version:** 1.2");
    text = replaced(text, "**Last Updated:** 2026-01-12", "**Last Updated:** 2026-02-17");
    text = replaced(text, "| 1.0 | 2026-01-12 | First version |",
                    "| 1.2 | 2026-02-17 | Users are told |\n| 1.0 | 2026-01-12 | First version |");
    return replaced(
        text, "---\n\n## STATE: ROOT_CAUSE",
        "**Gate T.5 — Users informed**\n\n- Evidence: {written notice}\n- Owner confirmation: [Yes/No] — "
        "{Product Owner}, {date}\n- PMO validation: [Pass/Fail] — PMO Lead, {date}\n\n---\n\n## STATE: "
        "ROOT_CAUSE");
}

/// Asks for less than version 1.2 does.
std::string weak_template(const std::string& version) {
    std::string text = template_1_2();
    if (version != "1.2") {
        text = replaced(text, "**Version:** 1.2", "**Version:** " + version);
        text = replaced(text, "**Last Updated:** 2026-02-17", "**Last Updated:** 2026-02-18");
        text = replaced(text, "| 1.2 | 2026-02-17 |",
                        "| " + version + " | 2026-02-18 | Less |\n| 1.2 | 2026-02-17 |");
    }
    const std::size_t begin = text.find("**Gate T.3");
    return text.erase(begin, text.find("**Gate T.4") - begin);
}

/// Template 1.0, then 1.2, behind everything that the tidy repository has.
class VersionedRepository : public TidyRepository {
public:
    VersionedRepository() {
        write(kConfiguration, "extends: pmo\nclasses:\n  defect-phase-gate-document:\n    process: {from: " +
                                  std::string(kTemplate) + "}\n");
        write(kTemplate, template_1_0());
        first_ = commit("Adopt the template", "2026-02-17T09:00:00Z");
        write(kTemplate, template_1_2());
        second_ = commit("Ask for one item more", "2026-02-17T10:00:00Z");
    }
    [[nodiscard]] const std::string& first() const { return first_; }
    [[nodiscard]] const std::string& second() const { return second_; }

    /// A record in verification, with this line in its header.
    [[nodiscard]] DefectRecord record(const std::string& citation) const {
        DefectRecord one = active();
        one.header += citation.empty() ? "" : citation + "\n";
        return one;
    }

    /// With the further item of version 1.2.
    [[nodiscard]] DefectRecord record_with_more(const std::string& citation) const {
        DefectRecord one = record(citation);
        one.items.push_back({"T.5", "Users informed", "The support team told both users in ticket 5512",
                             "Yes — Product Owner, 2026-02-03", "Pass — PMO Lead, 2026-02-03"});
        return one;
    }

private:
    std::string first_;
    std::string second_;
};

Checked check_path(const GitRepository& repository, const std::string& path) {
    return check_in(repository.path(), {"check", path});
}

void accepted(const Checked& checked) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
    CHECK(checked.unverified.empty());
}

void unknown(const Checked& checked, const std::string& why) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 3);
    CHECK(checked.could_not_verify(why));
}

} // namespace

TEST_CASE("two records follow two versions of one template") {
    const VersionedRepository repository;
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.0").text());
    repository.write(kNew, repository.record_with_more("**Charter authority:** Defect run v1.2").text());
    accepted(check_path(repository, kOld));
    accepted(check_path(repository, kNew));
}

TEST_CASE("each record lacks what its own version asks for") {
    const VersionedRepository repository;
    DefectRecord old = repository.record("**Charter authority:** Defect run v1.0");
    old.remove_item("T.3");
    repository.write(kOld, old.text());
    repository.write(kNew, repository.record("**Charter authority:** Defect run v1.2").text());
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    REQUIRE(checked.has("gate/item-missing", kOld));
    REQUIRE(checked.has("gate/item-missing", kNew));
    CHECK(checked.find("gate/item-missing", kOld)->message.find("T.3") != std::string::npos);
    CHECK(checked.find("gate/item-missing", kNew)->message.find("T.5") != std::string::npos);
}

TEST_CASE("a record that cites no version follows the newest one") {
    const VersionedRepository repository;
    repository.write(kNew, repository.record("").text());
    const Checked checked = check_path(repository, kNew);
    INFO(checked.summary());
    CHECK(checked.has("gate/item-missing", kNew));
    repository.write(kNew, repository.record_with_more("").text());
    accepted(check_path(repository, kNew));
}

TEST_CASE("the version is read in the ways in which people cite it") {
    const VersionedRepository repository;
    for (const std::string citation : {"**Charter authority:** defect_run.md v1.0",
                                       "**Charter authority:** [Defect run](../../defect_run.md) v1.0",
                                       "**Process version:** 1.0", "**Process:** Defect Run, version 1.0",
                                       "**Charter authority:** document_guide.md v3.1, defect_run.md v1.0"}) {
        CAPTURE(citation);
        repository.write(kOld, repository.record(citation).text());
        accepted(check_path(repository, kOld));
    }
}

TEST_CASE("a version that never was is no pass") {
    const VersionedRepository repository;
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.1").text());
    unknown(check_path(repository, kOld),
            "version 1.1 of the process \"Defect run\" never stood in the history");
}

TEST_CASE("a version of nobody knows what, and two versions, are no pass") {
    const VersionedRepository repository;
    repository.write(kOld, repository.record("**Charter authority:** PMO charter v1.0").text());
    unknown(check_path(repository, kOld), "it is not clear of which process");
    repository.write(
        kOld, repository.record("**Charter authority:** Defect run v1.0\n**Process version:** 1.2").text());
    unknown(check_path(repository, kOld), "cites version 1.0 of the process and version 1.2");
}

TEST_CASE("a shallow clone does not hold the version") {
    const VersionedRepository repository;
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.0").text());
    repository.write(kNew, repository.record_with_more("**Charter authority:** Defect run v1.2").text());
    repository.commit("Two records", "2026-02-18T09:00:00Z");
    const ScratchFolder scratch;
    const auto clone = scratch.path() / "clone";
    repository.git("clone", "--quiet", "--depth", "1", "file://" + repository.path().string(),
                   clone.string());
    unknown(check_in(clone, {"check", kOld}), "is not in the part of the history that is here");
    const Checked checked = check_in(clone, {"check", kNew});
    INFO(checked.summary());
    CHECK_FALSE(checked.could_not_verify("by which process this record is judged"));
}

TEST_CASE("a template that is not in the history yet counts for nothing but its own working tree") {
    const VersionedRepository repository;
    repository.write(kTemplate, weak_template("1.3"));
    DefectRecord record = repository.record_with_more("**Charter authority:** Defect run v1.3");
    record.remove_item("T.3");
    repository.write(kOld, record.text());
    accepted(check_path(repository, kOld));
    repository.git("add", "--all");
    const Checked staged = check_staged(repository.path());
    INFO(staged.summary());
    CHECK(staged.exit_code != 0);
    CHECK(staged.could_not_verify("version 1.3"));
    CHECK(staged.has("tool/policy-changed", kTemplate));
}

TEST_CASE("a change that weakens the template and signs by it is judged by the base's") {
    const VersionedRepository repository;
    repository.write(kTemplate, weak_template("1.2"));
    DefectRecord record = repository.record_with_more("");
    record.remove_item("T.3");
    repository.write(kOld, record.text());
    const std::string head = repository.commit("Loosen and profit", "2026-02-18T09:00:00Z");
    for (const Checked& checked :
         {check_range(repository.path(), repository.second(), head),
          check_in(repository.path(), {"check", "--push", repository.second() + ".." + head})}) {
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        REQUIRE(checked.has("gate/item-missing", kOld));
        CHECK(checked.has("tool/policy-changed", kTemplate));
    }
}

TEST_CASE("a version that a change brings, and takes away again, is reported") {
    const VersionedRepository repository;
    repository.write(kTemplate, weak_template("0.9"));
    repository.commit("Loosen", "2026-02-18T09:00:00Z");
    repository.write(kTemplate, template_1_2());
    const std::string head = repository.commit("Tighten", "2026-02-18T09:10:00Z");
    const Checked checked = check_range(repository.path(), repository.second(), head);
    INFO(checked.summary());
    CHECK(checked.has("tool/policy-changed", kTemplate));
}

TEST_CASE("going back to a text that the history has had leaves no trace, and is reported") {
    const VersionedRepository repository;
    repository.write(kTemplate, template_1_0());
    const std::string head = repository.commit("Back", "2026-02-18T09:00:00Z");
    const Checked checked = check_range(repository.path(), repository.second(), head);
    INFO(checked.summary());
    CHECK(checked.has("tool/policy-changed", kTemplate));
}

TEST_CASE("a change that does not touch the template says nothing of it") {
    const VersionedRepository repository;
    repository.write(kNew, repository.record_with_more("").text());
    const std::string head = repository.commit("A record", "2026-02-18T09:00:00Z");
    const Checked checked = check_range(repository.path(), repository.second(), head);
    INFO(checked.summary());
    CHECK_FALSE(checked.has("tool/policy-changed", kTemplate));
}

TEST_CASE("a template that is deleted, or a link, or unreadable, stops the run") {
    for (const int way : {0, 1, 2}) {
        CAPTURE(way);
        const VersionedRepository repository;
        repository.remove(kTemplate);
        if (way == 1) repository.link(kTemplate, "../README.md");
        if (way == 2) repository.write(kTemplate, "# Nothing\n\nVersion: 2.0\n");
        const Checked checked = check_worktree(repository.path());
        INFO(checked.summary());
        CHECK(checked.exit_code == 2);
        const std::string head = repository.commit("Break", "2026-02-18T09:00:00Z");
        const Checked change = check_range(repository.path(), repository.second(), head);
        INFO(change.summary());
        CHECK(change.has("tool/policy-changed", kTemplate));
    }
}

TEST_CASE("one version with two texts counts as the newer one has it") {
    const VersionedRepository repository;
    repository.write(kTemplate, replaced(template_1_2(), "Version:** 1.2", "Version:** 1.0"));
    repository.commit("The same number", "2026-02-18T09:00:00Z");
    repository.write(kTemplate, template_1_2());
    repository.commit("And on", "2026-02-18T09:10:00Z");
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.0").text());
    const Checked checked = check_path(repository, kOld);
    INFO(checked.summary());
    CHECK(checked.has("gate/item-missing", kOld));
}

TEST_CASE("a later version has its own states, gates and demands") {
    constexpr const char* kThird = "docs/product/phase_gates/defect-203-third-phase-gate.md";
    const VersionedRepository repository;
    repository.write(kTemplate,
                     read_file(std::string(DOCS_LINT_SOURCE_DIR) + "/fixtures/templates/defect_run_v1.1.md"));
    repository.commit("The process of the spring", "2026-03-02T09:00:00Z");
    repository.write(kThird,
                     later_record(repository.commits(),
                                  "Deployed to staging from branch main; src/metrics/rounding.py matches "
                                  "the commit line by line; said in writing by the operator on "
                                  "2026-03-03T09:30:00Z"));
    accepted(check_path(repository, kThird));
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.0").text());
    accepted(check_path(repository, kOld));
    repository.write(kThird, later_record(repository.commits(), "Deployed to staging by the operator"));
    const Checked checked = check_path(repository, kThird);
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("gate/evidence-kind", kThird));
}

TEST_CASE("an old text from which no process can be read is no pass for those who cite it") {
    const VersionedRepository repository;
    repository.write(kTemplate, replaced(replaced(template_1_0(), "Version:** 1.0", "Version:** 1.4"),
                                         "Max time in ROOT_CAUSE", "Max time in CAUSE"));
    repository.commit("Unclear", "2026-02-18T09:00:00Z");
    repository.write(kTemplate, template_1_2());
    repository.commit("Back", "2026-02-18T09:10:00Z");
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.4").text());
    unknown(check_path(repository, kOld), "no process can be read from");
}

TEST_CASE("a state that is taken back while another version of the process is cited") {
    for (const std::string later : {"1.0", "1.2"}) {
        CAPTURE(later);
        const VersionedRepository repository;
        repository.write(kOld, repository.record("**Charter authority:** Defect run v1.0").text());
        const std::string base = repository.commit("Record", "2026-02-18T09:00:00Z");
        DefectRecord back = repository.record_with_more("**Charter authority:** Defect run v" + later);
        back.state = "FIX_SCOPE";
        back.log = replaced(back.log,
                            "| FIX_SCOPE | IMPLEMENTATION | 2026-02-07 | FS |\n"
                            "| IMPLEMENTATION | VERIFICATION | 2026-02-10 | I |\n",
                            "");
        for (SignedItem& item : back.items)
            if (item.id.starts_with("FS") || item.id.starts_with("I.")) item.body = "- Evidence: pending\n";
        repository.write(kOld, back.text());
        repository.commit("Back in the fix scope", "2026-02-19T09:00:00Z");
        const Checked checked = check_range(repository.path(), base, "HEAD");
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        CHECK(checked.has("state/reversion-unlogged", kOld));
    }
}

TEST_CASE("an open record that goes back to an older version of its process, which asks for less") {
    const VersionedRepository repository;
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.2").text());
    repository.commit("Record", "2026-02-18T09:00:00Z");
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.0").text());
    const Checked checked = check_path(repository, kOld);
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("version/decreased", kOld));
}

TEST_CASE("control: an open record that goes on to a later version of its process") {
    const VersionedRepository repository;
    repository.write(kOld, repository.record("**Charter authority:** Defect run v1.0").text());
    repository.commit("Record", "2026-02-18T09:00:00Z");
    repository.write(kOld, repository.record_with_more("**Charter authority:** Defect run v1.2").text());
    accepted(check_path(repository, kOld));
}
