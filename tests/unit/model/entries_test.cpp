#include "model/entries.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint;
using model::Entry;
using model::EntryShape;

namespace {

model::Outline outline_of(const std::string& text) {
    auto outline = model::read_outline("docs/x.md", text);
    REQUIRE(outline.has_value());
    return std::move(*outline);
}

std::vector<std::string> texts_of(const model::Outline& outline, EntryShape shape) {
    std::vector<std::string> texts;
    for (const Entry& entry : outline.entries)
        if (entry.shape == shape) texts.push_back(entry.text.text);
    return texts;
}

using Texts = std::vector<std::string>;

const std::vector<std::vector<std::string>> kLabels = {{"Owner", "Responsible"}, {"Due"}};

/// `kind=value` of each.
Texts values_in(const std::string& text) {
    Texts values;
    const auto outline = outline_of(text);
    REQUIRE(outline.entries.size() == 1);
    for (const model::EntryValue& value : model::values_of(outline.entries.front(), kLabels))
        values.push_back(std::to_string(value.kind) + "=" + value.value.text);
    return values;
}

} // namespace

TEST_CASE("a text is taken apart into what it says") {
    const auto outline =
        outline_of("# Title\n\nTwo\nlines.\n\n**All bold**\n\n- one\n  more\n  - inside\n\n| A | B |\n"
                   "|---|---|\n| 1 | 2 |\n\n```\nKey: value\n```\n\n> quoted\n\n<!-- hidden -->\n");
    CHECK(texts_of(outline, EntryShape::heading) == Texts{"Title", "All bold"});
    CHECK(texts_of(outline, EntryShape::paragraph) == Texts{"Two lines.", "quoted"});
    CHECK(texts_of(outline, EntryShape::list_item) == Texts{"one more", "inside"});
    CHECK(texts_of(outline, EntryShape::table_row) == Texts{"1 | 2"});
    CHECK(texts_of(outline, EntryShape::code_line) == Texts{"Key: value"});
    for (const Entry& entry : outline.entries) {
        CAPTURE(entry.text.text);
        CHECK(entry.quoted == (entry.text.text == "quoted"));
        if (entry.text.text == "All bold") CHECK(entry.level == 7);
        if (entry.text.text == "inside") CHECK(entry.depth == 2);
        if (entry.shape == EntryShape::table_row) CHECK(entry.columns == Texts{"A", "B"});
    }
}

TEST_CASE("a section ends at the next heading of its level or above") {
    const auto outline = outline_of("## A\n\nx\n\n### A1\n\ny\n\n**Bold**\n\nz\n\n## B\n\nw\n");
    REQUIRE(outline.entries.size() == 8);
    CHECK(model::end_of_section(outline.entries, 0) == 6);
    CHECK(model::end_of_section(outline.entries, 2) == 6);
    CHECK(model::end_of_section(outline.entries, 4) == 6);
    CHECK(model::end_of_section(outline.entries, 6) == 8);
}

TEST_CASE("titles are known with numbers before them and words behind them") {
    const Texts names = {"Outstanding actions"};
    for (const std::string title :
         {"Outstanding actions", "5. Outstanding Actions", "Section 5 — Outstanding actions",
          "§ 5.1 Outstanding actions", "Outstanding actions (two)"}) {
        CAPTURE(title);
        CHECK(model::is_titled(title, names));
    }
    for (const std::string title : {"No outstanding actions", "Outstanding", "Outstanding actionsandmore"}) {
        CAPTURE(title);
        CHECK_FALSE(model::is_titled(title, names));
    }
}

TEST_CASE("nothing is a dash or a word for it, and no sentence that begins so") {
    const Texts words = {"None", "N/A"};
    for (const std::string text : {"", "—", "none", "None.", "n/a"}) {
        CAPTURE(text);
        CHECK(model::says_nothing(text, words));
    }
    CHECK_FALSE(model::says_nothing("None but one", words));
}

TEST_CASE("values stand behind their labels, up to the next label") {
    CHECK(values_in("- Owner: QA Lead, Due: 2026-03-01\n") == Texts{"0=QA Lead", "1=2026-03-01"});
    CHECK(values_in("- **Due:** 2026-03-01 — **Responsible:** QA Lead\n") ==
          Texts{"1=2026-03-01", "0=QA Lead"});
    CHECK(values_in("- Owner: , Due: 2026-03-01\n").size() == 2);
    CHECK(values_in("- the owner said: no\n").empty());
    CHECK(values_in("| Owner | What | Due |\n|---|---|---|\n| QA Lead | x | 2026-03-01 |\n") ==
          Texts{"0=QA Lead", "1=2026-03-01"});
    CHECK(values_in("| Fact | Value |\n|---|---|\n| Owner: | QA Lead |\n") == Texts{"0=QA Lead"});
}
