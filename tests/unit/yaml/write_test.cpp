#include "yaml/write.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using yaml::Draft;
using yaml::NodeKind;

namespace {

Draft sequence(std::vector<Draft> items) {
    Draft draft;
    draft.kind = NodeKind::sequence;
    draft.items = std::move(items);
    return draft;
}

bool same(const Draft& draft, const yaml::Node& node) {
    if (draft.kind != node.kind || draft.scalar != node.scalar) return false;
    if (draft.items.size() != node.items.size() || draft.members.size() != node.members.size()) return false;
    for (std::size_t at = 0; at < draft.items.size(); ++at)
        if (!same(draft.items[at], node.items[at])) return false;
    for (std::size_t at = 0; at < draft.members.size(); ++at)
        if (draft.members[at].key != node.members[at].key.scalar ||
            !same(draft.members[at].value, node.members[at].value))
            return false;
    return true;
}

Draft awkward_root() {
    Draft field;
    field.on_one_line = true;
    field.members.push_back({"names", yaml::draft_of({"Created", "Opened, on", "Ü: — {x}"})});
    field.members.push_back({"required", yaml::draft_of("false")});
    field.behind = "3 of 13";
    field.above = {"which of the two"};
    Draft entry;
    entry.above = {"", "13 documents"};
    entry.members.push_back({"title", yaml::draft_of("it's # no \"comment\"", "a remark")});
    entry.members.push_back(
        {"paths",
         sequence({yaml::draft_of("**/x y.md"), yaml::draft_of("- dash"), yaml::draft_of("{id}-a.md"),
                   yaml::draft_of("%x"), yaml::draft_of("!tag"), yaml::draft_of("&a"), yaml::draft_of("yes"),
                   yaml::draft_of("~"), yaml::draft_of("a: b"), yaml::draft_of(" blanks "),
                   yaml::draft_of("back\\slash"), yaml::draft_of("?")})});
    entry.members.push_back({"fields", sequence({yaml::draft_of("Owner"), field})});
    entry.members.push_back({"none", sequence({})});
    Draft root;
    root.above = {"first line", std::string(300, 'x') + " " + std::string(20, 'y')};
    root.members.push_back({"extends", yaml::draft_of("pmo")});
    root.members.push_back({"a: b", entry});
    return root;
}

} // namespace

TEST_CASE("what is written is read back as it was, whatever it holds") {
    const Draft root = awkward_root();
    const std::string text = yaml::write(root);
    CAPTURE(text);
    const auto node = yaml::parse(text, "x.yaml");
    REQUIRE_MESSAGE(node.has_value(), (node ? "" : node.error().message));
    CHECK(same(root, *node));
}

TEST_CASE("comments stand at the indentation of what they are about") {
    const std::string text = yaml::write(awkward_root());
    CHECK(text.find("\n\n# 13 documents\n") != std::string::npos);
    CHECK(text.find("    # which of the two\n    - {names: [") != std::string::npos);
    CHECK(text.find("required: false}  # 3 of 13\n") != std::string::npos);
}

TEST_CASE("a comment cannot end its line or hide anything") {
    Draft root;
    root.above = {"a\nrules: {x: off}", "b\xE2\x80\xA8"
                                        "c"};
    root.members.push_back({"extends", yaml::draft_of("pmo", "x\ny: z")});
    const std::string text = yaml::write(root);
    CAPTURE(text);
    const auto node = yaml::parse(text, "x.yaml");
    REQUIRE(node.has_value());
    CHECK(node->members.size() == 1);
}

TEST_CASE("a list of mappings") {
    Draft item;
    item.members.push_back({"rule", yaml::draft_of("a/b")});
    item.members.push_back({"path", yaml::draft_of("x/**")});
    Draft root;
    root.members.push_back({"suppressions", sequence({item, item})});
    CHECK(yaml::write(root) ==
          "suppressions:\n  - rule: a/b\n    path: x/**\n  - rule: a/b\n    path: x/**\n");
}

TEST_CASE("what strict YAML cannot hold is known before") {
    CHECK(yaml::can_write("Owner"));
    CHECK(yaml::can_write("Größe — x"));
    CHECK_FALSE(yaml::can_write(""));
    CHECK_FALSE(yaml::can_write("a\nb"));
    CHECK_FALSE(yaml::can_write("a\tb"));
    CHECK_FALSE(yaml::can_write("a\xE2\x80\x8B"
                                "b"));
    CHECK_FALSE(yaml::can_write("a\xFF"));
}
