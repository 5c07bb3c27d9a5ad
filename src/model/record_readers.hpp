#pragma once

#include "model/block_tree.hpp"
#include "model/document.hpp"
#include "model/record.hpp"
#include "policy/policy.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// Rows of every change log: a table with versions and changes, or a list or headings of versions below a
/// heading that says so.
std::vector<ChangeLogRow> read_change_log(const BlockTree& tree,
                                          const std::vector<std::string>& planned_words);

/// Every place that declares the current state under one of the process's labels.
std::vector<StateDeclaration> read_states(const BlockTree& tree, const Header& header,
                                          const policy::Process& process);

/// The state that a cell of the log names, with or without words behind it (`CLOSED (all passed)`), in
/// whatever letters; all of the text where that is none of the process.
std::string known_state_or_all(const std::string& text, const policy::Process& process);

/// Rows of every state transition log, which its columns tell: those that happened. `process` may be null.
std::vector<Transition> read_transitions(const BlockTree& tree, const policy::SignOffFormat& format,
                                         const policy::Process* process);

/// Rows of every action table.
std::vector<Action> read_actions(const BlockTree& tree, const policy::SignOffFormat& format);

/// Lines and table cells of the record's own text that hold a placeholder.
std::vector<TextLine> read_placeholders(const BlockTree& tree, const policy::SignOffFormat& format);

/// Those that begin with one of the phrases of a template's instructions, block quotes included.
std::vector<TextLine> read_instructions(const BlockTree& tree, const policy::SignOffFormat& format);

/// The first lines of paragraphs that say nothing but what `instructions` of the process's template say.
std::vector<TextLine> read_template_sentences(const BlockTree& tree,
                                              const std::set<std::string>& instructions);

/// Links, and paths in running text and tables, in the order of the document; rows of registers apart.
struct References {
    std::vector<Reference> references;
    std::vector<RegisterRow> registers;
};
References read_references(const BlockTree& tree, const policy::ReferenceFormat& format);

/// Every box of the document, those in code and in tables included.
std::vector<TaskBox> read_task_boxes(const BlockTree& tree);

std::vector<SuppressionComment> read_suppressions(const BlockTree& tree, std::string_view text,
                                                  const base::LineIndex& lines);

} // namespace docs_lint::model
