#include "model/anchors.hpp"
#include "unit/model/support.hpp"

#include <algorithm>

using namespace docs_lint;
using namespace docs_lint::tests;
using model::ReferenceForm;

namespace {

model::Document spec(const std::string& body) {
    return read_at("docs/specs/printing.md", "# Printing\n\n**Version:** 1.0\n\n---\n\n" + body);
}

model::Reference only_reference(const std::string& body) {
    const auto document = spec(body);
    REQUIRE(document.references.size() == 1);
    return document.references[0];
}

} // namespace

TEST_CASE("references are read in every form in which people write them") {
    CHECK(only_reference("See [labels](Gr%C3%B6%C3%9Fen.md#sizes) v1.2.\n").target.path == "Größen.md");
    CHECK(only_reference("See [labels](labels.md#sizes) v1.2.\n").target.anchor == "sizes");
    CHECK(only_reference("See [labels](labels.md) v1.2.\n").target.version == base::Version{1, 2, 0});
    CHECK(only_reference("See [labels, v1.2](labels.md).\n").target.version == base::Version{1, 2, 0});
    CHECK(only_reference("![a](b+c.png)\n").form == ReferenceForm::link);
    CHECK(only_reference("See [it][l].\n\n[l]: <a & b.md>\n").target.path == "a & b.md");
    CHECK(only_reference("See [here](#sizes).\n").target.path.empty());
    CHECK(only_reference("See `labels.md §9, v1.2`.\n").target.section == "9");
    CHECK(only_reference("See `labels.md §9, v1.2`.\n").target.version == base::Version{1, 2, 0});
    CHECK(only_reference("See `Maße: alt — neu.md` v1.8.1.\n").target.version == base::Version{1, 8, 1});
    CHECK(only_reference("See `labels.md` §9.\n").form == ReferenceForm::code);
    CHECK(only_reference("See docs/specs/labels.md §9.\n").form == ReferenceForm::bare);
    CHECK(only_reference("| A | Location |\n|---|---|\n| x | docs/a & b — c.md |\n").target.path ==
          "docs/a & b — c.md");
}

TEST_CASE("a link whose text is a path is one reference") {
    CHECK(only_reference("See [`docs/specs/labels.md`](../specs/labels.md).\n").form == ReferenceForm::link);
}

TEST_CASE("a reference knows the words around it, and not those that are part of it") {
    const auto one =
        only_reference("It is old. See [planned things](planned.md) for more, e.g. sizes. And so on.\n");
    CHECK(one.context.find("for more, e.g. sizes.") != std::string::npos);
    CHECK(one.context.find("old") == std::string::npos);
    CHECK(one.context.find("And so on") == std::string::npos);
    CHECK(one.context.find("planned") == std::string::npos);
    const auto listed = only_reference("## 2 Later\n\nTo be created:\n\n- `docs/specs/labels.md`\n");
    CHECK(listed.lead.find("To be created:") != std::string::npos);
    CHECK(listed.lead.find("Later") != std::string::npos);
}

TEST_CASE("rows of a register give each document's version") {
    const auto document =
        spec("| Spec | Path | Version |\n|---|---|---|\n| Labels | [l](<a & b.md>) | **v1.2** ✅ |\n"
             "| Paper | `paper.md` | — |\n");
    REQUIRE(document.registers.size() == 1);
    CHECK(document.registers[0].document.target.path == "a & b.md");
    CHECK(document.registers[0].version == base::Version{1, 2, 0});
}

TEST_CASE("anchors are those that GitHub makes") {
    const auto document =
        spec("## Text & marks\n\n## Sizes\n\n### Sizes\n\n## The `size` of **Ärmel**?\n\n## ✅ Done\n\n"
             "<a id=\"Old_name\"></a>\n");
    for (const char* anchor :
         {"text--marks", "sizes", "sizes-1", "the-size-of-ärmel", "-done", "old_name", "printing"}) {
        CAPTURE(anchor);
        CHECK(
            std::binary_search(document.anchors.begin(), document.anchors.end(), model::anchor_key(anchor)));
    }
    CHECK_FALSE(std::binary_search(document.anchors.begin(), document.anchors.end(), "sizes-2"));
}

TEST_CASE("boxes are read wherever they stand") {
    const auto document =
        spec("- [ ] a\n- [x] b\n- [X] c\n- ☐ d\n- ☑ e\n- [~] f\n- [1] g\n- [h](i.md)\n\n"
             "```\n- [ ] j\n```\n\n| A | B |\n|---|---|\n| k | [ ] |\n\n<!-- - [ ] l -->\n");
    std::vector<bool> ticked;
    for (const auto& box : document.boxes) ticked.push_back(box.ticked);
    CHECK(ticked == std::vector<bool>{false, true, true, false, true, false, false, false});
}
