#pragma once

#include "base/path_pattern.hpp"
#include "policy/closure.hpp"
#include "policy/identity.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// Kinds of evidence that docs-lint can tell apart in a text.
enum class EvidenceKind {
    commit,        ///< a commit hash of 7 to 40 digits
    path,          ///< a path in the repository
    specification, ///< the path of a document of a class of canonical specifications, where there is one
    section,       ///< a section of a document: `§3.2`, `section 4`, a heading's anchor
    version,       ///< a document version: `v1.2`
    date,          ///< a calendar date
    role,          ///< a role that the register knows: whose statement it is
    statement,     ///< at least three words that are not vague
    result,        ///< what a test gave
    method,        ///< how it was tested: more than that it passed, when and by whom
    calculation,   ///< a calculation by hand
    decision,      ///< the item's question is answered
    need,          ///< the item's question is answered with yes
    waiver,        ///< it is answered with no, or by one of the item's statements that nothing was needed
    severity,      ///< one of the process's severity tiers
};

std::string_view to_string(EvidenceKind kind); ///< as written in packs: `commit`
std::string_view describe(EvidenceKind kind);  ///< for people: `a commit hash`
std::optional<EvidenceKind> parse_evidence_kind(std::string_view text);
std::vector<std::string> evidence_kind_names(); ///< all of them, as written in packs

/// A yes-or-no question that an item answers and others depend on: whether something must change. `spec
/// update` is answered by "spec update required: yes", "no spec update required" and the like.
struct Question {
    std::vector<std::string> subjects;    ///< what may have to change, in all its names
    std::vector<std::string> affirmed_by; ///< phrases that say yes by themselves: `new expected value`
};

/// A document that must be there, and how, when an item has passed.
struct NeededDocument {
    std::vector<std::string>
        document_classes; ///< ids of classes, any of them; it bears the record's id, or the item cites it
    bool complete_header = false;       ///< every field that its class requires is filled
    bool lists_versions = false;        ///< it names documents with their versions
    std::vector<std::string> checklist; ///< titles of the section whose boxes must all be ticked; empty: none
};

struct ProcessItem {
    std::string id; ///< `FS.2`
    std::string title;
    std::vector<std::string> aliases;                ///< other titles under which records list it
    std::vector<std::string> confirmed_by;           ///< role ids, any of them; empty: any known role
    std::vector<std::vector<EvidenceKind>> evidence; ///< alternatives; all kinds of one of them are needed
    std::vector<std::string> waivers;                ///< statements that nothing was needed: `not applicable`
    std::vector<std::string> contradicted_by; ///< statements of the opposite: `could not be reproduced`
    std::optional<Question> question;
    std::string needed_if; ///< item whose yes leaves no room for a waiver; may be empty
    std::optional<NeededDocument> needs_document;
    /// Severity tiers, and priorities of the backlog, under which nothing can be waived. A record that
    /// declares a priority is judged by that, any other by its severity.
    std::vector<std::string> needed_for;
    std::string covers; ///< item whose list of areas this one's evidence goes through; may be empty
    std::optional<IdentityGrade> identity; ///< nothing: as every sign-off
    std::optional<bool> two_identities;    ///< nothing: as every sign-off
};

struct ProcessGate {
    std::string id;   ///< `FS`
    std::string from; ///< state that it leaves
    std::string to;   ///< state that it opens
    std::vector<ProcessItem> items;
};

struct SeverityTier {
    std::string name;
    std::map<std::string, std::chrono::minutes> longest_stay; ///< by state
    bool closure_duties = false;
};

struct Reversion {
    std::string from;
    std::string to;
};

/// The items that tie the specification to the fix. Source: the spec-first rule of the fix scope state.
struct SpecFirst {
    std::string decision;                  ///< item that says whether the spec must change
    std::vector<std::string> spec_commits; ///< items whose evidence cites the spec's commit
    std::vector<std::string> fix_commits;  ///< items whose evidence cites the fix's commit
    std::vector<std::string> scope;        ///< items whose evidence names the files of the fix
    std::vector<std::string> verification; ///< items whose evidence describes what was changed in each file
    std::vector<std::string> confirmed_by_owner; ///< items that the owner of the specification confirms
};

/// Files that one commit must change together, when an item has decided so.
struct Companions {
    std::string decision; ///< item that says whether they are needed; empty: unless `commit` waives them
    std::string commit;   ///< item whose evidence cites the commit
    std::vector<std::vector<base::PathPattern>> files; ///< at least one file of every group
    std::vector<std::string> names;                    ///< what each group is called
};

struct Process {
    std::string id;
    std::string title;
    std::string version;
    std::vector<std::string> states; ///< in order, from the first to the last
    std::vector<ProcessGate> gates;  ///< in order
    std::vector<Reversion> reversions;
    std::vector<SeverityTier> severities;
    /// The longest time between a transition and its record; nothing: no limit.
    std::optional<std::chrono::minutes> update_within;
    std::vector<std::string> severity_changed_by; ///< role ids that may change a tier that was assigned
    std::vector<std::string> state_labels;        ///< `current_state`, `Current state`
    std::optional<SpecFirst> spec_first;
    std::vector<Companions> companions;
    /// The files of expected values, which the commit must change where the item decides so. A calculation by
    /// hand stands in either of the two.
    std::optional<Companions> expected_values;
    std::optional<Closure> closure;

    [[nodiscard]] const ProcessGate* find_gate(std::string_view id) const;

    /// The gate that an item of that id belongs to.
    [[nodiscard]] const ProcessGate* find_gate_of(std::string_view item_id) const;
    [[nodiscard]] const ProcessItem* find_item(std::string_view id) const;
    /// By title, punctuation and case apart; for items written without their id.
    [[nodiscard]] const ProcessItem* find_item_by_title(std::string_view title) const;
    /// Position of a state in `states`, written in any case, with blanks or underscores; nothing if unknown.
    [[nodiscard]] std::optional<std::size_t> rank_of(std::string_view state) const;
};

} // namespace docs_lint::policy
