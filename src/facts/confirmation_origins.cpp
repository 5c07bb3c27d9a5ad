#include "facts/confirmation_origins.hpp"

#include "base/text.hpp"
#include "facts/corpus.hpp"
#include "facts/earlier_version.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::facts {
namespace {

using base::Result;
using git::ObjectId;
using Places = std::vector<std::size_t>;

void add_all(Places& to, const Places& from) {
    for (const std::size_t one : from)
        if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

std::string_view label_of(model::ComponentKind kind) {
    return kind == model::ComponentKind::validation ? "validation" : "owner";
}

std::string text_of(const ComponentFacts& component) {
    return component.component == nullptr ? std::string{}
                                          : model::join_lines(component.component->value).text;
}

/// Without blanks and marks of formatting; in evidence every other sign may mean something.
std::string without_formatting(const std::string& text) {
    std::string kept;
    for (const char byte : text)
        if (std::string_view(" \t\r\n*_`").find(byte) == std::string_view::npos) kept += byte;
    return kept;
}

} // namespace

std::optional<std::string> ConfirmationOrigins::statement_of(const ItemFacts& item,
                                                             const ComponentFacts& component,
                                                             const model::Confirmation& confirmation) {
    const bool plain = component.component != nullptr && component.component->plain &&
                       confirmation.verdict == model::Verdict::positive && !item.item->struck_out;
    if (!plain) return std::nullopt;
    return fmt::format("{}\n{}\n{}\n{}", item.definition != nullptr ? item.definition->id : item.item->title,
                       label_of(component.component->kind),
                       base::normalise_name(model::without_glyphs(text_of(component))),
                       without_formatting(text_of(item.evidence_component)));
}

Result<Places> ConfirmationOrigins::of(const std::string& statement, const std::string& path,
                                       std::size_t tip) {
    const auto versions = versions_of(path);
    if (!versions) return base::fail(versions.error());
    auto open = holders((*versions)->by_commit[tip], **versions, path, statement);
    if (!open) return open;
    Places found;
    for (std::size_t at = 0; at < open->size(); ++at) {
        const Version& version = (*versions)->all[(*open)[at]];
        const auto before = holders(version.before, **versions, path, statement);
        if (!before) return before;
        add_all(*open, *before);
        if (graph_->commit(version.commit).truncated) add_all(found, {version.commit});
        if (!before->empty()) continue;
        const auto moved = moved_from(version, **versions);
        if (!moved) return base::fail(moved.error());
        if (moved->empty()) add_all(found, {version.commit});
        for (const auto& [old_path, parent] : *moved) {
            const auto older = of(statement, old_path, parent);
            if (!older) return older;
            add_all(found, *older);
        }
    }
    return found;
}

Result<Places> ConfirmationOrigins::holders(const Places& candidates, const Versions& versions,
                                            const std::string& path, const std::string& statement) {
    Places found;
    for (const std::size_t one : candidates) {
        const auto held = holds(versions.all[one], path, statement);
        if (!held) return base::fail(held.error());
        if (*held) found.push_back(one);
    }
    return found;
}

Result<bool> ConfirmationOrigins::holds(const Version& version, const std::string& path,
                                        const std::string& statement) {
    if (!version.blob) return false;
    const auto statements = statements_in(path, *version.blob);
    if (!statements) return base::fail(statements.error());
    return (*statements)->count(statement) > 0;
}

Result<const ConfirmationOrigins::Statements*> ConfirmationOrigins::statements_in(const std::string& path,
                                                                                  const ObjectId& blob) {
    const auto known = statements_.find({path, blob});
    if (known != statements_.end()) return &known->second;
    const auto facts = judge_version(path, repository_->read_blob(blob), *policy_->class_of(path), *policy_);
    if (!facts) return base::fail(facts.error());
    Statements statements;
    for (const GateFacts& gate : facts->gates)
        for (const ItemFacts& item : gate.items) {
            if (auto owner = statement_of(item, item.owner_component, item.owner))
                statements.insert(std::move(*owner));
            if (auto validation = statement_of(item, item.validation_component, item.validation))
                statements.insert(std::move(*validation));
        }
    return &statements_.emplace(std::pair(path, blob), std::move(statements)).first->second;
}

Result<const ConfirmationOrigins::Versions*> ConfirmationOrigins::versions_of(const std::string& path) {
    const auto known = versions_.find(path);
    if (known != versions_.end()) return &known->second;
    auto read = read_versions(path);
    if (!read) return base::fail(read.error());
    return &versions_.emplace(path, std::move(*read)).first->second;
}

Result<ConfirmationOrigins::Versions> ConfirmationOrigins::read_versions(const std::string& path) {
    Versions versions;
    std::vector<std::optional<ObjectId>> blobs;
    for (std::size_t at = 0; at < graph_->size(); ++at) {
        const git::GraphCommit commit = graph_->commit(at);
        const auto blob = paths_.blob_at(path, at);
        if (!blob) return base::fail(blob.error());
        Places inherited;
        Places before;
        bool is_inherited = commit.parents.empty() && !*blob;
        for (const std::size_t parent : commit.parents) {
            add_all(before, versions.by_commit[parent]);
            if (blobs[parent] != *blob) continue;
            is_inherited = true;
            add_all(inherited, versions.by_commit[parent]);
        }
        if (!is_inherited || (commit.truncated && *blob)) {
            inherited = {versions.all.size()};
            versions.all.push_back({at, *blob, std::move(before)});
        }
        blobs.push_back(*blob);
        versions.by_commit.push_back(std::move(inherited));
    }
    return versions;
}

Result<std::vector<std::pair<std::string, std::size_t>>>
ConfirmationOrigins::moved_from(const Version& version, const Versions& versions) {
    std::vector<std::pair<std::string, std::size_t>> places;
    const bool is_new = std::none_of(version.before.begin(), version.before.end(),
                                     [&](std::size_t one) { return versions.all[one].blob.has_value(); });
    const git::GraphCommit commit = graph_->commit(version.commit);
    if (!is_new || !version.blob) return places;
    for (const std::size_t parent : commit.parents) {
        const auto changes =
            repository_->compare_trees(graph_->commit(parent).commit.tree, commit.commit.tree);
        if (!changes) return base::fail(changes.error());
        for (const git::Change& change : *changes)
            if (change.old_id == *version.blob && change.new_id == ObjectId{} &&
                policy_->class_of(change.path) != nullptr)
                places.emplace_back(change.path, parent);
    }
    return places;
}

} // namespace docs_lint::facts
