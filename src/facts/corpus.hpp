#pragma once

#include "base/date.hpp"
#include "facts/closed_item.hpp"
#include "facts/path_index.hpp"
#include "facts/sign_offs.hpp"
#include "model/document.hpp"
#include "policy/policy.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// A governed document with what follows from it alone.
struct DocumentFacts {
    std::unique_ptr<const model::Document> document;
    const policy::Policy* policy = nullptr;
    /// The process that the record follows; null where its class records none, or where the record's gates
    /// and states are none of the process's (`follows_other_process`).
    const policy::Process* process = nullptr;
    bool follows_other_process = false;
    std::vector<GateFacts> gates;
    model::FilingMark filing;
    /// When the snapshot was recorded, or will be: nothing written in it can be later.
    std::optional<base::Instant> recorded_at;
    /// What time it is, where the run may ask: with `--as-of`, and in an audit. Nothing else may judge by the
    /// clock, or a commit that nobody touched would turn red.
    std::optional<base::Instant> clock;

    [[nodiscard]] const model::Document& operator*() const { return *document; }
    [[nodiscard]] const model::Document* operator->() const { return document.get(); }

    /// The item with that id, or nothing; the first one where it stands twice.
    [[nodiscard]] const ItemFacts* find_item(std::string_view id) const;

    /// The furthest state that any place of the record declares, as a rank in the process; nothing where none
    /// is known.
    [[nodiscard]] std::optional<std::size_t> furthest_state() const;
};

/// A governed document that could not be read, and why.
struct UnreadDocument {
    std::string path;
    std::string reason;
    std::string help;
    bool is_fault = false; ///< the document is at fault (a link in its place), not the machine or a limit
};

/// The checked change also edits the rules by which it is checked.
struct PolicyChange {
    std::string path;
    std::string judged_by; ///< `commit 1a2b3c4d5e`, `the built-in pack`
};

/// One snapshot: what a rule may know of more than one document.
struct Corpus {
    const policy::Policy* policy = nullptr;
    std::string snapshot;                 ///< `the index`
    std::vector<std::string> paths;       ///< every file, sorted
    PathIndex index;                      ///< of `paths`
    std::vector<DocumentFacts> documents; ///< those that are judged, by path
    std::vector<UnreadDocument> unread;   ///< by path
    /// Markdown files that no rule judges in this run, read because judged documents refer to them; by path.
    std::vector<DocumentFacts> consulted;
    std::vector<UnreadDocument> unconsulted; ///< ... and those of them that could not be read
    std::vector<std::string> unclassified;   ///< Markdown files of governed folders without a class, by path
    std::vector<PolicyChange> policy_changes;
    std::vector<ClosedItem> closed_items; ///< one for each judged record that its process has closed
    std::size_t governed = 0;             ///< governed documents in the snapshot, judged or not

    [[nodiscard]] bool has_path(std::string_view path) const;

    /// The document at `path`, judged or consulted; null where neither.
    [[nodiscard]] const DocumentFacts* find(std::string_view path) const;

    /// Why the document at `path` could not be read; null where nobody tried, or it was.
    [[nodiscard]] const UnreadDocument* find_unread(std::string_view path) const;
};

/// What follows from one document. `policy` must outlive it.
DocumentFacts judge_document(model::Document document, const policy::Policy& policy,
                             std::optional<base::Instant> recorded_at,
                             std::optional<base::Instant> clock = {});

} // namespace docs_lint::facts
