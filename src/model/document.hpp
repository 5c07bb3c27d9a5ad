#pragma once

#include "base/line_index.hpp"
#include "base/result.hpp"
#include "base/span.hpp"
#include "diagnostics/location.hpp"
#include "markdown/parse.hpp"
#include "model/entries.hpp"
#include "model/evidence.hpp"
#include "model/field.hpp"
#include "model/gate.hpp"
#include "model/record.hpp"
#include "model/reference.hpp"
#include "policy/policy.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// Where below the header a field about the document itself may stand.
enum class StrayPlace {
    head,   ///< before the first section
    block,  ///< among at least three fields of the class: a second header
    footer, ///< behind the last thematic break, with no heading below it
    section ///< a line of its own somewhere in a section: it may be about something else
};

/// A field that only a header should give (status, filing date, version, last update) and that stands outside
/// of it.
struct StrayField {
    Field field;
    StrayPlace place = StrayPlace::section;
};

/// A governed document, read once and never changed. All spans are byte offsets into `text`.
struct Document {
    std::string path;
    std::string text;
    base::LineIndex lines;
    const policy::DocumentClass* document_class = nullptr; ///< never null for a document that `read` made
    const policy::Process* process = nullptr;              ///< null where its class records no known process
    std::optional<base::Error> process_unknown; ///< why it is not known by which process, or which version of
                                                ///< it, the record is judged
    base::Span process_source;                  ///< the field that cites that version, if one does

    std::string title; ///< of its first level-1 heading
    base::Span title_source;
    Header header;
    std::vector<StrayField> stray_fields;
    std::vector<ChangeLogRow> change_log;
    std::vector<Section> sections;
    std::vector<Gate> gates; ///< only where the class records gates
    std::vector<StateDeclaration> states;
    std::vector<TierDeclaration> severities; ///< under the policy's severity labels, then in its title
    std::vector<TierDeclaration> priorities; ///< under its priority labels, in its title, behind its type
    std::vector<Transition> transitions;
    std::vector<Action> actions;
    /// Lines with a placeholder in them: `{...}`, `[PENDING ...]`, `???`, or one of the process's words for
    /// what is still to be found out. Like the next ones only where the class records gates.
    std::vector<TextLine> placeholders;
    std::vector<TextLine> instructions; ///< lines that begin as a template's instructions do
    std::vector<TextLine>
        template_sentences; ///< paragraphs that the template of its process has word for word
    std::vector<TaskBox> boxes;
    std::vector<Reference> references;
    std::vector<RegisterRow> registers;
    std::vector<std::string> anchors; ///< what a link may name behind `#`, as `anchor_key` gives them
    std::vector<SuppressionComment> suppressions;
    /// All that stands in it, block by block; kept only where the policy has own rules, which may ask for
    /// anything.
    std::optional<markdown::Ast> ast;
    std::vector<Entry> entries; ///< only where the class asks for what its sections list

    /// The place of a span, for a finding.
    [[nodiscard]] diagnostics::Location at(base::Span span) const;

    /// The first line, for findings about what is not there.
    [[nodiscard]] base::Span beginning() const;
};

/// How much of a document is read.
enum class Extent {
    whole,
    /// What other versions of it are compared by: header, change log, sections, gates, states, transitions,
    /// severities. The rest, which costs as much again, stays empty.
    version,
};

/// Reads a document of a known class. `policy` must outlive it. The error is of kind `unverifiable`: the
/// document goes past a limit of `markdown::parse`.
base::Result<Document> read(std::string path, std::string text, const policy::DocumentClass& document_class,
                            const policy::Policy& policy, const markdown::Limits& limits = {},
                            Extent extent = Extent::whole);

/// Reads an owner confirmation or validation from its lines; `kind` says which words count as yes and no.
Confirmation read_confirmation(const Component& component, const policy::Policy& policy);

/// What a note beside a sign-off says that could take it back, as a remark of it; empty where it says nothing
/// of the kind.
std::string doubtful_note(const Component& note, const policy::Policy& policy);

/// Takes a piece of evidence apart.
Evidence read_evidence(const Component& component, const policy::Policy& policy);

/// How a status is read when the question is what to protect: liberally.
struct FilingMark {
    bool filed = false;
    base::Span source;  ///< the line that says so
    bool plain = false; ///< the header says it in its canonical form, too
};

/// Whether the text of a document of this class must be taken as filed: any occurrence of a filing status or
/// filing date in its head (all lines up to the first heading of level 2 and below), also in a comment, an
/// entity, front matter, a table, with invisible or look-alike characters; and what the header says as its
/// readers see it. `Filed: —` is none. A text that is past the limits of a document is read by its lines
/// alone.
FilingMark read_filing_mark(std::string_view text, const policy::DocumentClass& document_class);

/// The same of a document that was read.
FilingMark read_filing_mark(const Document& document);

/// The status field's value without ticks and trailing prose (`Canonical ✅` gives `Canonical`), as written.
std::string status_value(const Field& field, const policy::DocumentClass& document_class);

} // namespace docs_lint::model
