#include "server/code_actions.hpp"

#include "rules/rule.hpp"
#include "server/anchors.hpp"
#include "server/diagnostics_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

namespace docs_lint::server {
namespace {

using diagnostics::Diagnostic;

struct Insertion {
    std::size_t offset = 0;
    std::string before; ///< around the comment
    std::string behind;
};

std::string to_fill_in(const std::string& rule) {
    return fmt::format("<!-- docs-lint: ignore[{}] until=YYYY-MM-DD reason=\"\" -->", rule);
}

std::string filled_in(const std::string& rule) {
    return fmt::format("<!-- docs-lint: ignore[{}] reason=\"tried\" -->", rule);
}

bool may_be_suppressed(const Diagnostic& finding, const policy::Policy& policy) {
    if (!finding.location.commit.empty()) return false; // it is about what a commit did
    const rules::Rule* rule = rules::find_rule(finding.rule);
    return rule != nullptr ? rule->metadata->suppressible : policy.find_own_rule(finding.rule) != nullptr;
}

/// Beside the text of the line itself, and before the block that holds it.
std::array<Insertion, 2> places_for(const Diagnostic& finding, const EditedText& text) {
    const std::size_t line = std::min(finding.location.begin.line, text.line_count()) - 1;
    std::size_t first = line;
    while (first > 0 && text.line_text(first - 1).find_first_not_of(" \t") != std::string_view::npos) --first;
    return {Insertion{text.line(line).end, " ", ""}, Insertion{text.line(first).begin, "", "\n"}};
}

std::string with(const EditedText& text, const Insertion& place, const std::string& comment) {
    std::string edited = text.text();
    return edited.insert(place.offset, place.before + comment + place.behind);
}

/// What is said of a document, lines apart.
using Statements = std::multiset<std::pair<std::string, std::string>>;

Statements statements_of(const engine::Draft& draft) {
    Statements all;
    for (const Diagnostic& finding : draft.outcome.findings) all.emplace(finding.rule, finding.message);
    for (const facts::GateFacts& gate : draft.document().gates)
        for (const facts::ItemFacts& item : gate.items)
            all.emplace(item.item->id, item.signed_off ? "signed off" : "open");
    return all;
}

bool covers(const engine::Draft& draft, const std::string& rule, std::size_t line) {
    const model::Document& document = *draft.document();
    return std::any_of(document.suppressions.begin(), document.suppressions.end(), [&](const auto& comment) {
        const bool names = std::find(comment.rules.begin(), comment.rules.end(), rule) != comment.rules.end();
        const auto covered = document.at(comment.covers);
        return names && covered.begin.line <= line && line <= covered.end.line;
    });
}

/// The statements about the suppressed rule may become fewer; all else stays.
bool only_suppresses(const Statements& before, const Statements& behind, const std::string& rule) {
    const auto without_rule = [&](const Statements& all) {
        Statements others;
        for (const auto& one : all)
            if (one.first != rule) others.insert(one);
        return others;
    };
    return without_rule(before) == without_rule(behind) &&
           std::includes(before.begin(), before.end(), behind.begin(), behind.end());
}

bool works(const OpenDocument& document, const Diagnostic& finding, const Insertion& place) {
    const auto tried =
        document.copy->judge(document.path, with(document.text, place, filled_in(finding.rule)));
    if (!tried) return false;
    const bool own_line = place.behind == "\n";
    return covers(*tried, finding.rule, finding.location.begin.line + (own_line ? 1 : 0)) &&
           only_suppresses(statements_of(*document.draft), statements_of(*tried), finding.rule);
}

std::optional<Insertion> place_that_works(const OpenDocument& document, const Diagnostic& finding) {
    for (const Insertion& place : places_for(finding, document.text))
        if (works(document, finding, place)) return place;
    return std::nullopt;
}

Json edit_of(const OpenDocument& document, const Insertion& place, const std::string& rule,
             const Client& client) {
    const Json edits = Json::array({{{"range", to_json(document.text.range({place.offset, place.offset}))},
                                     {"newText", place.before + to_fill_in(rule) + place.behind}}});
    if (!client.versioned_edits) return {{"changes", {{document.uri, edits}}}};
    const Json of_document{{"textDocument", {{"uri", document.uri}, {"version", document.version}}},
                           {"edits", edits}};
    return {{"documentChanges", Json::array({of_document})}};
}

bool meets(const EditorRange& left, const EditorRange& right) {
    const auto before = [](EditorPosition a, EditorPosition b) {
        return a.line != b.line ? a.line < b.line : a.character < b.character;
    };
    return !before(left.end, right.begin) && !before(right.end, left.begin);
}

} // namespace

Json code_actions_in(const OpenDocument& document, const EditorRange& range, const Client& client) {
    Json actions = Json::array();
    if (!document.draft) return actions;
    for (const Diagnostic& finding : document.outcome().findings) {
        if (!meets(range_in(finding.location, document.text), range) ||
            !may_be_suppressed(finding, document.copy->policy()))
            continue;
        const auto place = place_that_works(document, finding);
        if (!place) continue;
        actions.push_back(
            {{"title", fmt::format("Suppress {} here (its reason is yours to write)", finding.rule)},
             {"kind", "quickfix"},
             {"diagnostics", Json::array({diagnostic_of(finding, document, client)})},
             {"edit", edit_of(document, *place, finding.rule, client)}});
    }
    return actions;
}

} // namespace docs_lint::server
