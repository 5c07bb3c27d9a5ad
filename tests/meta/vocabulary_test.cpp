#include "policy/policy.hpp"
#include "rules/rule.hpp"
#include "support/source_files.hpp"

#include <cctype>
#include <doctest/doctest.h>
#include <set>
#include <string>
#include <vector>

namespace docs_lint::tests {
namespace {

policy::Policy built_in_policy() {
    policy::KnownRules known;
    for (const rules::Rule& rule : rules::all_rules()) {
        known.ids.emplace_back(rule.id);
        if (!rule.metadata->suppressible) known.not_suppressible.emplace_back(rule.id);
    }
    auto policy = policy::load(std::nullopt, known);
    REQUIRE_MESSAGE(policy.has_value(), (policy ? std::string() : policy.error().message));
    return std::move(*policy);
}

/// What only the pack may say: states, ids of items, titles of roles.
std::set<std::string> words_of_the_pack() {
    const policy::Policy policy = built_in_policy();
    std::set<std::string> words;
    for (const policy::Process& process : policy.processes) {
        words.insert(process.states.begin(), process.states.end());
        for (const policy::ProcessGate& gate : process.gates)
            for (const policy::ProcessItem& item : gate.items)
                if (std::isalpha(static_cast<unsigned char>(item.id.front())) != 0) words.insert(item.id);
    }
    for (const policy::Role& role : policy.roles.roles()) words.insert(role.title);
    return words;
}

bool is_word_character(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

bool contains_word(const std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_word_character(text[at - 1]);
        const std::size_t end = at + word.size();
        if (begins && (end == text.size() || !is_word_character(text[end]))) return true;
    }
    return false;
}

/// A rule's metadata is documentation, and may name the clause that asks for the rule.
std::vector<SourceLine> lines_that_act(const std::string& file) {
    std::vector<SourceLine> lines;
    bool in_metadata = false;
    for (const SourceLine& line : lines_of_code(file)) {
        if (line.text.find("RuleMetadata metadata = {") != std::string::npos) in_metadata = true;
        if (!in_metadata) lines.push_back(line);
        if (line.text == "};") in_metadata = false;
    }
    return lines;
}

} // namespace

TEST_CASE("words are found whole") {
    CHECK(contains_word("x == \"FS.2\"", "FS.2"));
    CHECK_FALSE(contains_word("FS.21", "FS.2"));
    CHECK_FALSE(contains_word("ENCLOSED", "CLOSED"));
}

TEST_CASE("code names no state, item or role of the pack") {
    const std::set<std::string> words = words_of_the_pack();
    REQUIRE(words.size() > 30);
    for (const std::string& file : source_files("src", "pp"))
        for (const SourceLine& line : lines_that_act(file))
            for (const std::string& word : words)
                CHECK_MESSAGE(!contains_word(line.text, word), place_of(file, line)
                                                                   << " names \"" << word << "\"");
}

} // namespace docs_lint::tests
