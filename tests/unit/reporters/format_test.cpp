#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

engine::RunResult without_anything() {
    engine::RunResult result;
    result.summary.scope = "the working tree";
    result.summary.governed = 4;
    result.summary.judged = 4;
    return result;
}

/// One thing that was not verified, in a document or in the repository.
engine::RunResult unverified(const std::string& path) {
    auto result = without_anything();
    result.outcome.unverified = {
        {"record/changed", "the history is cut", diagnostics::whole_document(path), "fetch it"}};
    return result;
}

} // namespace

TEST_CASE("what could not be verified looks like a pass in no format") {
    for (const reporters::Format& format : reporters::all_formats()) {
        CAPTURE(format.name);
        const std::string clean = format.render(without_anything(), {});
        for (const std::string path : {"docs/a.md", ""}) {
            const std::string shown = format.render(unverified(path), {});
            CHECK(shown != clean);
            CHECK(shown.find("the history is cut") != std::string::npos);
            CHECK(shown.find("record/changed") != std::string::npos);
            CHECK(shown.find("verif") != std::string::npos);
        }
    }
}

TEST_CASE("no format is silent about a clean run, unless a person asks for quiet") {
    reporters::Options quiet;
    quiet.quiet = true;
    for (const reporters::Format& format : reporters::all_formats()) {
        CAPTURE(format.name);
        CHECK_FALSE(format.render(without_anything(), {}).empty());
        CHECK_FALSE(format.render(unverified("a.md"), quiet).empty());
        if (!format.for_people) CHECK_FALSE(format.render(without_anything(), quiet).empty());
    }
}
