#pragma once

#include "policy/process.hpp"

#include <map>
#include <string>
#include <vector>

namespace docs_lint::policy {

/// The words by which a process is read from its Markdown template. They compare without case, but for
/// `alternatives`.
struct TemplateWords {
    using Words = std::vector<std::string>;
    using WordsOfKinds = std::map<EvidenceKind, Words>;

    Words state_headings;            ///< `State`: what may stand before a state's name in its heading
    Words state_lists;               ///< `States`: headings of a list of the states
    Words state_labels;              ///< of the current state in a record, where nothing else says so
    Words evidence_labels;           ///< `Evidence required`: beside the labels of sign-offs
    Words alternatives;              ///< `OR`: between two ways to prove an item
    Words required_words;            ///< `required`: behind what a question is about
    Words no_words;                  ///< `no`: before what a waiver says was not needed
    Words confirmation_words;        ///< `confirmed`: adds nothing to a statement
    Words role_alternatives;         ///< `or`: between roles of which either may confirm
    Words role_joints;               ///< `and`: between roles, which says something else
    Words role_leads;                ///< `sign-off from`: a role follows, whose statement it is
    Words quoted_role_leads;         ///< `confirmed by`: the same in quoted statements
    WordsOfKinds evidence;           ///< `commit hash` asks for a commit
    WordsOfKinds evidence_otherwise; ///< the same, where no word of `evidence` is found
    Words reversions;                ///< `state reverts to`: the state follows
    Words reversion_denials;         ///< `never`: before one of those
    Words severity_columns;          ///< `Severity`: heads the column of the tiers
    Words stay_columns;              ///< `Max time in`: heads a column of times, before the state
    Words duty_words;                ///< `mandatory`: behind tiers that have duties at closure
};

} // namespace docs_lint::policy
