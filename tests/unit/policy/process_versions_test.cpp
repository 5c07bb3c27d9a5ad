#include "policy/process_versions.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using policy::ProcessVersion;
using policy::ProcessVersions;

namespace {

ProcessVersion version(const std::string& number, const std::string& id) {
    ProcessVersion one;
    one.version = number;
    one.process.id = id;
    return one;
}

ProcessVersions three() {
    ProcessVersions versions;
    versions.names = {"Run", "run.md"};
    versions.versions = {version("1.2", "in force"), version("1.1", "newer"), version("1.1", "older"),
                         version("1.0", "broken")};
    versions.versions[3].problem = base::Error{base::ErrorKind::configuration, "unclear", ""};
    return versions;
}

} // namespace

TEST_CASE("a record gets the version that it cites, or the one in force") {
    const ProcessVersions versions = three();
    CHECK(choose_process(versions, std::nullopt).process->id == "in force");
    CHECK(choose_process(versions, base::parse_version("1.2")).process->id == "in force");
    CHECK(choose_process(versions, base::parse_version("1.1.0")).process->id == "newer");
}

TEST_CASE("what cannot be found or read is unknown, never another version") {
    ProcessVersions versions = three();
    const auto broken = choose_process(versions, base::parse_version("1.0"));
    CHECK(broken.process == nullptr);
    CHECK(broken.unknown->kind == base::ErrorKind::unverifiable);
    const auto never = choose_process(versions, base::parse_version("0.9"));
    CHECK(never.process == nullptr);
    CHECK(never.unknown->message.find("it is known in version 1.2, 1.1 and 1.0") != std::string::npos);
    versions.gap = base::Error{base::ErrorKind::unverifiable, "the clone is shallow", "fetch the rest"};
    CHECK(choose_process(versions, base::parse_version("0.9")).unknown->help == "fetch the rest");
    CHECK(choose_process(ProcessVersions{}, std::nullopt).unknown.has_value());
}
