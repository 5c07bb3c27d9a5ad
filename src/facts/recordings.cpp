#include "facts/recordings.hpp"

#include "facts/corpus.hpp"
#include "facts/earlier_version.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

using base::Result;
using Commits = std::vector<std::size_t>;

/// The words, without blanks and marks of formatting.
std::string words_of(const ComponentFacts& component) {
    std::string words;
    if (component.component == nullptr) return words;
    for (const char byte : model::join_lines(component.component->value).text)
        if (std::string_view(" \t\r\n*_`").find(byte) == std::string_view::npos) words += byte;
    return words;
}

std::string key_of(const model::PathMention& mention) {
    const std::string version = mention.version ? base::to_string(*mention.version) : std::string{};
    return mention.path + "#" + mention.anchor + " " + mention.section + " " + version;
}

} // namespace

Recordings::Statement Recordings::statement_of(const ItemFacts& item) {
    Statement statement{item.definition != nullptr ? item.definition->id : item.item->title,
                        words_of(item.owner_component),
                        words_of(item.validation_component),
                        {}};
    for (const model::PathMention& mention : item.evidence.paths)
        statement.citations.push_back(key_of(mention));
    return statement;
}

Result<const std::vector<PathHistory::Change>*> Recordings::changes() {
    if (!changes_) {
        auto found = paths_->changes_of((*document_)->path);
        if (!found) return base::fail(found.error());
        changes_ = std::move(*found);
    }
    return &*changes_;
}

Result<const Recordings::Version*> Recordings::read(const git::ObjectId& blob) {
    const auto known = versions_.find(blob);
    if (known != versions_.end()) return &known->second;
    const model::Document& now = **document_;
    const auto facts =
        judge_version(now.path, repository_->read_blob(blob), *now.document_class, *document_->policy);
    if (!facts) return base::fail(facts.error());
    Version version;
    for (const GateFacts& gate : facts->gates)
        for (const ItemFacts& item : gate.items) version.push_back(statement_of(item));
    return &versions_.emplace(blob, std::move(version)).first->second;
}

Result<bool> Recordings::holds(const std::optional<git::ObjectId>& blob, const Statement& wanted) {
    if (!blob) return false;
    const auto version = read(*blob);
    if (!version) return base::fail(version.error());
    return std::any_of((*version)->begin(), (*version)->end(), [&](const Statement& one) {
        return one.item == wanted.item && one.owner == wanted.owner && one.validation == wanted.validation &&
               std::find(one.citations.begin(), one.citations.end(), wanted.citations.front()) !=
                   one.citations.end();
    });
}

Result<Commits> Recordings::births() {
    const auto all = changes();
    if (!all) return base::fail(all.error());
    Commits births;
    for (const PathHistory::Change& change : **all)
        if (change.blob && std::none_of(change.parents.begin(), change.parents.end(),
                                        [](const auto& parent) { return parent.has_value(); }))
            births.push_back(change.commit);
    return births;
}

Result<Commits> Recordings::of(const ItemFacts& item, const model::PathMention& mention) {
    const auto all = changes();
    if (!all) return base::fail(all.error());
    Statement wanted = statement_of(item);
    wanted.citations = {key_of(mention)};
    Commits found;
    for (const PathHistory::Change& change : **all) {
        const auto here = holds(change.blob, wanted);
        if (!here) return base::fail(here.error());
        bool before = false;
        for (const auto& parent : change.parents) {
            if (!*here || before) break;
            const auto held = holds(parent, wanted);
            if (!held) return base::fail(held.error());
            before = *held;
        }
        if (*here && !before) found.push_back(change.commit);
    }
    return found;
}

} // namespace docs_lint::facts
