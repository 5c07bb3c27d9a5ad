#include "facts/references.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using facts::Found;
using model::ReferenceForm;

namespace {

const std::vector<std::string> kPaths = {
    "README.md",
    "docs/product/decisions/FEAT-009-Größen & Farben.md",
    "docs/specs/labels.md",
    "docs/specs/paper/sizes.md",
    "docs/specs/screen/sizes.md",
    "src/printer.py",
    "vendor", // a submodule
};

facts::Resolution follow(const std::string& path, ReferenceForm form = ReferenceForm::code,
                         const std::string& from = "docs/specs/printing.md") {
    static const facts::PathIndex index(kPaths);
    model::Reference reference;
    reference.target.path = path;
    reference.form = form;
    return facts::resolve(index, from, reference);
}

Found found(const std::string& path, ReferenceForm form = ReferenceForm::code) {
    return follow(path, form).found;
}

} // namespace

TEST_CASE("a path in text is looked for from the root, from the folder and as the last parts of a path") {
    for (const char* path : {"docs/specs/labels.md", "labels.md", "specs/labels.md", "./labels.md",
                             "/docs/specs/labels.md", "../specs/labels.md"}) {
        CAPTURE(path);
        CHECK(found(path) == Found::one);
        CHECK(follow(path).paths == std::vector<std::string>{"docs/specs/labels.md"});
    }
    CHECK(follow("FEAT-009-Größen & Farben.md").paths.size() == 1);
    CHECK(found("docs/specs/") == Found::one);
    CHECK(found("abels.md") == Found::none);
}

TEST_CASE("several files are named, and none is guessed") {
    const auto several = follow("sizes.md");
    CHECK(several.found == Found::several);
    CHECK(several.paths.size() == 2);
    CHECK(found("screen/sizes.md") == Found::one);
}

TEST_CASE("what may be meant is said where nothing is there") {
    const auto nothing = follow("templates/labels.md");
    CHECK(nothing.found == Found::none);
    CHECK(nothing.paths == std::vector<std::string>{"docs/specs/labels.md"});
}

TEST_CASE("a link is followed from its folder") {
    const auto link = ReferenceForm::link;
    CHECK(found("labels.md", link) == Found::one);
    CHECK(found("/docs/specs/labels.md", link) == Found::one);
    CHECK(found("../product/decisions/FEAT-009-Größen & Farben.md", link) == Found::one);
    CHECK(found("labels", link) == Found::one);
    CHECK(found("../../src/printer.py:12", link) == Found::one);
    CHECK(found("paper", link) == Found::one);
    CHECK(found("..", link) == Found::one);
    CHECK(found("label.md", link) == Found::none);
    CHECK(found("../../../labels.md", link) == Found::none);
    const auto elsewhere = follow("docs/specs/labels.md", link);
    CHECK(elsewhere.found == Found::elsewhere);
    CHECK(elsewhere.wanted == "docs/specs/docs/specs/labels.md");
}

TEST_CASE("placeholders, globs, submodules and other repositories are no references") {
    for (const char* path : {"docs/specs/*.md", "docs/{id}.md", "<path>.md", "reports/YYYY-MM-DD.md",
                             "vendor/a.md", "docs/....md"}) {
        CAPTURE(path);
        CHECK(found(path) == Found::no_reference);
    }
    CHECK(found("../../../issues/7", ReferenceForm::link) == Found::no_reference);
    CHECK(found("../../vendor/x.md", ReferenceForm::link) == Found::no_reference);
}

TEST_CASE("what is planned, gone or an example need not be there") {
    policy::ReferenceFormat format;
    format.planned_words = {"planned"};
    format.gone_words = {"removed"};
    format.example_words = {"e.g"};
    const auto need_not = [&](const char* context, const char* lead) {
        model::Reference reference;
        reference.context = context;
        reference.lead = lead;
        return facts::need_not_exist(reference, format);
    };
    CHECK(need_not("It is planned.", ""));
    CHECK(need_not("e.g. this one", ""));
    CHECK(need_not("", "Removed documents"));
    CHECK(need_not("~~ ~~", ""));
    CHECK_FALSE(need_not("It is unplanned.", "Documents"));
}
