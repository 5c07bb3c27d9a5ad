#include "model/process_version.hpp"
#include "unit/model/support.hpp"

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

/// The pack, with the class of defect records on a template that has had the versions 1.0 and 2.1.
policy::Policy versioned_policy() {
    const auto loaded = policy::load(
        policy::Configuration{
            ".docs-lint.yaml",
            "classes:\n  defect-phase-gate-document:\n    process: {from: p/defect_run.md}\n"},
        {});
    if (!loaded) FAIL(loaded.error().message);
    policy::Policy policy = *loaded;
    policy::ProcessVersions versions;
    versions.names = {"Defect run", "defect_run.md", "defect_run"};
    for (const char* number : {"2.1", "1.0"}) {
        policy::ProcessVersion one;
        one.version = one.process.id = number;
        versions.versions.push_back(std::move(one));
    }
    policy.derived_processes["defect-phase-gate-document"] =
        std::make_shared<const policy::ProcessVersions>(std::move(versions));
    return policy;
}

/// The version by which a record with this header line is judged; empty where it is not known.
std::string version_for(const std::string& line) {
    static const policy::Policy policy = versioned_policy();
    auto document = model::read(std::string(kRecordPath), "# Record\n\n**Owner:** PMO Lead\n" + line + "\n",
                                *policy.class_of(kRecordPath), policy);
    if (!document) FAIL(document.error().message);
    CHECK((document->process == nullptr) == document->process_unknown.has_value());
    return document->process == nullptr ? "" : document->process->id;
}

} // namespace

TEST_CASE("the version behind the process's name counts") {
    CHECK(version_for("") == "2.1");
    CHECK(version_for("**Charter authority:** Defect run") == "2.1");
    CHECK(version_for("**Charter authority:** Defect run v1.0") == "1.0");
    CHECK(version_for("**Charter authority:** `defect_run.md` v1.0 (canonical)") == "1.0");
    CHECK(version_for("**Charter authority:** Defect Run (v1.0)") == "1.0");
    CHECK(version_for("**Process version:** v1.0") == "1.0");
    CHECK(version_for("**Process:** Defect run, version 1.0.") == "1.0");
    CHECK(version_for("**Charter authority:** guide.md v3.4, defect_run.md v1.0") == "1.0");
    CHECK(version_for("**Charter authority:** guide.md v3.4") == "2.1");
    CHECK(version_for("**Charter authority:** defect_run.md §9.2, v1.0") == "");
    CHECK(version_for("**Version:** 1.0") == "2.1");
}

TEST_CASE("what is not clear, or never was, is not known") {
    CHECK(version_for("**Charter authority:** PMO charter v1.0") == "");
    CHECK(version_for("**Charter authority:** Defect run v3.0") == "");
    CHECK(version_for("**Process:** Defect run v1.0\n**Process version:** 2.1") == "");
    CHECK(version_for("**Charter authority:** Defect run v1.0, Defect run v2.1") == "");
}

TEST_CASE("a template that nobody has read leaves the process unknown") {
    const auto loaded = policy::load(
        policy::Configuration{
            ".docs-lint.yaml",
            "classes:\n  defect-phase-gate-document:\n    process: {from: p/defect_run.md}\n"},
        {});
    REQUIRE(loaded.has_value());
    const auto document =
        model::read(std::string(kRecordPath), "# Record\n", *loaded->class_of(kRecordPath), *loaded);
    REQUIRE(document.has_value());
    CHECK(document->process == nullptr);
    CHECK(document->process_unknown.has_value());
}
