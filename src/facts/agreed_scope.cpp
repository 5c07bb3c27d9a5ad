#include "facts/agreed_scope.hpp"

#include "facts/fix_scope.hpp"
#include "facts/recordings.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace docs_lint::facts {
namespace {

/// An item that asks whether files must change names files for the scope only where its answer is yes.
bool names_scope(const ItemFacts& item, const policy::Policy& policy) {
    return item.definition == nullptr || !item.definition->question ||
           decision_of(item, policy) == DecisionAnswer::yes;
}

const model::PathMention* find_mention(const ItemFacts& item, const std::string& path, const Corpus& corpus) {
    for (const model::PathMention& mention : item.evidence.paths) {
        const auto present = corpus.index.ending_in(mention.path);
        if (std::find(present.begin(), present.end(), path) != present.end()) return &mention;
    }
    return nullptr;
}

/// What a note said when the item was signed, on every line of history that recorded it; nothing where no
/// commit did, or where the note was not there yet, which is said elsewhere.
std::optional<std::string> text_when_signed(const ItemFacts& item, const std::string& path,
                                            const Corpus& corpus, Recordings& recordings,
                                            PathHistory& paths) {
    const model::PathMention* mention = find_mention(item, path, corpus);
    if (mention == nullptr) return std::nullopt;
    const auto commits = recordings.of(item, *mention);
    if (!commits || commits->empty()) return std::nullopt;
    std::string texts;
    for (const std::size_t commit : *commits) {
        const auto blob = paths.blob_at(path, commit);
        if (!blob || !*blob) return std::nullopt;
        const auto text = paths.repository().read_blob(**blob);
        if (!text) return std::nullopt;
        texts.append(*text).append("\n\n");
    }
    return texts;
}

/// How an item's filed notes are read.
using ReadFor = std::function<ReadPath(const ItemFacts&)>;

void gather_scope_by(SpecOrder& order, const Corpus& corpus, const ReadFor& reader_of) {
    for (const ItemFacts* item : order.scope_items)
        if (names_scope(*item, *corpus.policy))
            add_scope(order.scope, *item, *order.document, corpus, reader_of(*item));
}

void keep_agreed_scope(SpecOrder& order, const Corpus& corpus, PathHistory& paths, const ReadPath& read) {
    Recordings recordings(*order.document, paths.repository(), paths);
    order.scope.clear();
    gather_scope_by(order, corpus, [&](const ItemFacts& item) -> ReadPath {
        return [&](const std::string& path) {
            auto signed_text = text_when_signed(item, path, corpus, recordings, paths);
            return signed_text ? base::Result<std::string>(std::move(*signed_text)) : read(path);
        };
    });
    widen_scope(order, corpus);
}

bool refers_to_note(const SpecOrder& order, const Corpus& corpus) {
    return std::any_of(order.scope_items.begin(), order.scope_items.end(), [&](const ItemFacts* item) {
        return std::any_of(
            item->evidence.paths.begin(), item->evidence.paths.end(), [&](const model::PathMention& mention) {
                const auto present = corpus.index.ending_in(mention.path);
                return std::any_of(present.begin(), present.end(), [&](const std::string& path) {
                    return may_hold_scope(path, *corpus.policy);
                });
            });
    });
}

} // namespace

void gather_scope(SpecOrder& order, const Corpus& corpus, const ReadPath& read) {
    gather_scope_by(order, corpus, [&](const ItemFacts&) { return read; });
}

void widen_scope(SpecOrder& order, const Corpus& corpus) {
    const auto is_in_scope = [&](const std::string& path) {
        return std::any_of(order.scope.begin(), order.scope.end(),
                           [&](const auto& mention) { return scope_covers(mention, path); });
    };
    if (std::any_of(order.fixes.begin(), order.fixes.end(), [&](const FixFiles& fix) {
            return fix.paths && std::any_of(fix.paths->begin(), fix.paths->end(), is_in_scope);
        }))
        add_due_updates(order.scope, *order.document, corpus);
}

void keep_agreed_scopes(std::vector<SpecOrder>& orders, const Corpus& corpus, PathHistory& paths,
                        const ReadPath& read) {
    for (SpecOrder& order : orders)
        if (!order.fixes.empty() && refers_to_note(order, corpus))
            keep_agreed_scope(order, corpus, paths, read);
}

} // namespace docs_lint::facts
