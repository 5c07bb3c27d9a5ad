#include "facts/fix_scope.hpp"

#include "base/path_pattern.hpp"
#include "base/text.hpp"
#include "facts/expected_values.hpp"
#include "facts/left_alone.hpp"
#include "facts/rewriting.hpp"
#include "model/paths.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::facts {
namespace {

void add_paths(std::vector<model::PathMention>& scope, const model::Outline& outline, base::Span part) {
    for (const model::Entry& entry : outline.entries) {
        if (entry.source.begin < part.begin || part.end < entry.source.end) continue;
        for (model::FoundPath& found : model::find_paths(entry.text))
            if (!is_left_alone(entry.text.text, found.in_text)) scope.push_back(std::move(found.mention));
        for (model::PathMention& glob : model::find_path_patterns(entry.text))
            scope.push_back(std::move(glob));
    }
}

constexpr std::size_t kShortestTitle = 4;

/// `Out of scope`, `Not to be changed`: the files below it stay as they are.
bool is_titled_as_left_alone(std::string_view title) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:out of|outside|not in|not part of)(?: the)? scope\b|)"
        R"(\bnot (?:to be |be )?(?:touched|changed|edited|modified)\b|\b(?:untouched|unchanged|excluded|exclusions)\b|)"
        R"(^(?:[0-9.]+ )?(?:non-?goals|not included)\b)");
    return re2::RE2::PartialMatch(re2::StringPiece(title.data(), title.size()), pattern);
}

bool is_in_part_left_alone(const model::Section& section, const DocumentFacts& document, base::Span at) {
    return std::any_of(document->sections.begin(), document->sections.end(), [&](const model::Section& part) {
        const bool inside = section.source.begin < part.source.begin && part.source.end <= section.source.end;
        return inside && part.source.begin <= at.begin && at.end <= part.source.end &&
               is_titled_as_left_alone(part.title);
    });
}

void add_named_sections(std::vector<model::PathMention>& scope, const ItemFacts& item,
                        const DocumentFacts& document) {
    const auto sections = sections_named_by(item, document);
    if (sections.empty()) return;
    const auto outline = model::read_outline(document->path, document->text);
    if (!outline) return;
    for (const model::Section* section : sections) {
        std::vector<model::PathMention> named;
        add_paths(named, *outline, section->source);
        std::copy_if(named.begin(), named.end(), std::back_inserter(scope),
                     [&](const model::PathMention& mention) {
                         return !is_in_part_left_alone(*section, document, mention.source);
                     });
    }
}

void add_own_paths(std::vector<model::PathMention>& scope, const ItemFacts& item) {
    const auto left_alone = paths_left_alone(item);
    std::copy_if(item.evidence.paths.begin(), item.evidence.paths.end(), std::back_inserter(scope),
                 [&](const model::PathMention& mention) { return !stands_among(left_alone, mention); });
    scope.insert(scope.end(), item.evidence.path_patterns.begin(), item.evidence.path_patterns.end());
}

/// A path that is there from the root on means that file, and none below another folder.
void anchor_whole_paths(std::vector<model::PathMention>& scope, const Corpus& corpus) {
    for (model::PathMention& mention : scope) {
        const std::string_view path = without_way_up(mention.path);
        if (path.find('/') != std::string_view::npos && corpus.has_path(path))
            mention.path = "/" + std::string(path);
    }
}

void add_files_of(std::vector<model::PathMention>& scope, const policy::Companions& rule) {
    for (const auto& group : rule.files)
        for (const base::PathPattern& pattern : group) {
            model::PathMention mention;
            mention.path = pattern.text();
            scope.push_back(std::move(mention));
        }
}

/// The files of the rule, and what the item names beside the specifications that it goes by.
void add_update(std::vector<model::PathMention>& scope, const policy::Companions& rule, const ItemFacts& item,
                const Corpus& corpus) {
    add_files_of(scope, rule);
    std::vector<model::PathMention> named;
    add_own_paths(named, item);
    std::erase_if(named, [&](const model::PathMention& mention) {
        return is_specification(mention.path, *corpus.policy) ||
               std::any_of(corpus.paths.begin(), corpus.paths.end(), [&](const std::string& path) {
                   return scope_covers(mention, path) && is_specification(path, *corpus.policy);
               });
    });
    anchor_whole_paths(named, corpus);
    scope.insert(scope.end(), named.begin(), named.end());
}

} // namespace

std::vector<model::PathMention> paths_left_alone(const ItemFacts& item) {
    std::vector<model::PathMention> left_alone;
    if (item.evidence_component.component == nullptr) return left_alone;
    for (const markdown::Text& line : item.evidence_component.component->value)
        for (model::FoundPath& found : model::find_paths(line))
            if (is_left_alone(line.text, found.in_text)) left_alone.push_back(std::move(found.mention));
    return left_alone;
}

bool stands_among(const std::vector<model::PathMention>& paths, const model::PathMention& mention) {
    return std::any_of(paths.begin(), paths.end(), [&](const model::PathMention& one) {
        return one.path == mention.path && one.source.begin == mention.source.begin;
    });
}

bool may_hold_scope(const std::string& path, const policy::Policy& policy) {
    const policy::DocumentClass* document_class = policy.class_of(path);
    if (!policy::is_markdown(path)) return false;
    return document_class == nullptr ||
           (!document_class->is_canonical_specification && !document_class->records_gates);
}

std::vector<const model::Section*> sections_named_by(const ItemFacts& item, const DocumentFacts& document) {
    std::vector<const model::Section*> named;
    for (const model::Section& section : document->sections) {
        const bool holds_item =
            section.source.begin <= item.item->source.begin && item.item->source.begin < section.source.end;
        if (section.title.size() >= kShortestTitle && !holds_item &&
            base::find_ignoring_case(item.evidence.text, section.title).has_value())
            named.push_back(&section);
    }
    return named;
}

void add_scope(std::vector<model::PathMention>& scope, const ItemFacts& item, const DocumentFacts& document,
               const Corpus& corpus, const ReadPath& read) {
    add_own_paths(scope, item);
    add_named_sections(scope, item, document);
    for (const model::PathMention& mention : item.evidence.paths)
        for (const std::string& path : corpus.index.ending_in(mention.path)) {
            if (!may_hold_scope(path, *corpus.policy)) continue;
            auto text = read(path);
            if (!text) continue; // then the files that it may name are none of the scope
            const base::Span whole{0, text->size()};
            if (const auto outline = model::read_outline(path, std::move(*text)))
                add_paths(scope, *outline, whole);
        }
    anchor_whole_paths(scope, corpus);
}

void add_due_updates(std::vector<model::PathMention>& scope, const DocumentFacts& document,
                     const Corpus& corpus) {
    const policy::Process& process = *document.process;
    if (process.expected_values)
        if (const ItemFacts* item = document.find_item(process.expected_values->decision))
            if (are_values_due(*item, document)) add_update(scope, *process.expected_values, *item, corpus);
    for (const policy::Companions& rule : process.companions)
        if (const ItemFacts* item = document.find_item(rule.decision))
            if (decision_of(*item, *corpus.policy) == DecisionAnswer::yes)
                add_update(scope, rule, *item, corpus);
}

bool scope_covers(const model::PathMention& mention, std::string_view changed_path) {
    std::string_view scope = without_way_up(mention.path);
    const bool from_root = scope.starts_with('/');
    if (from_root) scope.remove_prefix(1);
    while (scope.ends_with('/')) scope.remove_suffix(1);
    if (scope.empty()) return false;
    if (scope.find_first_of("*?{") != std::string_view::npos) {
        const auto pattern = base::PathPattern::parse(scope);
        return pattern && pattern->matches(changed_path);
    }
    const std::string inside = "/" + std::string(scope);
    return changed_path == scope || changed_path.starts_with(std::string(scope) + "/") ||
           (!from_root && changed_path.ends_with(inside));
}

} // namespace docs_lint::facts
