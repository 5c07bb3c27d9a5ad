#include "facts/fix_scope.hpp"

#include "base/path_pattern.hpp"
#include "base/text.hpp"
#include "model/paths.hpp"

#include <optional>
#include <utility>

namespace docs_lint::facts {
namespace {

void add_paths(std::vector<model::PathMention>& scope, const model::Outline& outline, base::Span part) {
    for (const model::Entry& entry : outline.entries) {
        if (entry.source.begin < part.begin || part.end < entry.source.end) continue;
        for (model::FoundPath& found : model::find_paths(entry.text))
            scope.push_back(std::move(found.mention));
        for (model::PathMention& glob : model::find_path_patterns(entry.text))
            scope.push_back(std::move(glob));
    }
}

constexpr std::size_t kShortestTitle = 4;

/// `see section "Fix scope" of this document`
void add_named_sections(std::vector<model::PathMention>& scope, const ItemFacts& item,
                        const DocumentFacts& document) {
    std::optional<base::Result<model::Outline>> outline;
    for (const model::Section& section : document->sections) {
        const bool holds_item =
            section.source.begin <= item.item->source.begin && item.item->source.begin < section.source.end;
        const bool named = section.title.size() >= kShortestTitle && !holds_item &&
                           base::find_ignoring_case(item.evidence.text, section.title).has_value();
        if (!named) continue;
        if (!outline) outline.emplace(model::read_outline(document->path, document->text));
        if (*outline) add_paths(scope, **outline, section.source);
    }
}

/// A note of nobody's class, or of one without gates; the specification that a fix goes by names other files.
bool may_hold_scope(const std::string& path, const policy::Policy& policy) {
    const policy::DocumentClass* document_class = policy.class_of(path);
    if (!policy::is_markdown(path)) return false;
    return document_class == nullptr ||
           (!document_class->is_canonical_specification && !document_class->records_gates);
}

} // namespace

void add_scope(std::vector<model::PathMention>& scope, const ItemFacts& item, const DocumentFacts& document,
               const Corpus& corpus, const ReadPath& read) {
    const model::Evidence& evidence = item.evidence;
    scope.insert(scope.end(), evidence.paths.begin(), evidence.paths.end());
    scope.insert(scope.end(), evidence.path_patterns.begin(), evidence.path_patterns.end());
    add_named_sections(scope, item, document);
    for (const model::PathMention& mention : evidence.paths)
        for (const std::string& path : corpus.index.ending_in(mention.path)) {
            if (!may_hold_scope(path, *corpus.policy)) continue;
            auto text = read(path);
            if (!text) continue; // then the files that it may name are none of the scope
            const base::Span whole{0, text->size()};
            if (const auto outline = model::read_outline(path, std::move(*text)))
                add_paths(scope, *outline, whole);
        }
}

bool scope_covers(const model::PathMention& mention, std::string_view changed_path) {
    std::string_view scope = mention.path;
    while (scope.starts_with("./") || scope.starts_with("../")) scope.remove_prefix(scope.find('/') + 1);
    while (scope.ends_with('/')) scope.remove_suffix(1);
    if (scope.empty()) return false;
    if (scope.find_first_of("*?{") != std::string_view::npos) {
        const auto pattern = base::PathPattern::parse(scope);
        return pattern && pattern->matches(changed_path);
    }
    const std::string inside = "/" + std::string(scope);
    return changed_path == scope || changed_path.starts_with(std::string(scope) + "/") ||
           changed_path.ends_with(inside);
}

} // namespace docs_lint::facts
