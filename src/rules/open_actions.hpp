#pragma once

#include "facts/corpus.hpp"

#include <string>
#include <vector>

namespace docs_lint::rules {

/// The actions of a record that are not complete. None for a filed record: nobody may change it any more, and
/// record/filed-early names what it left open.
std::vector<const model::Action*> open_actions(const facts::DocumentFacts& document);

/// `action A-1`, `the action "Find the cause"`.
std::string name_of(const model::Action& action);

/// Somebody is named for it: neither left open nor `nobody`, `unassigned`, `to be named`.
bool has_owner(const model::Action& action, const policy::SignOffFormat& format);

/// Nothing, a dash, a placeholder, or one of the process's words for what is still to come.
bool is_left_open(const std::string& text, const policy::SignOffFormat& format);

} // namespace docs_lint::rules
