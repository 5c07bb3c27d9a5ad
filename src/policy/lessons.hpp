#pragma once

#include "policy/expression.hpp"

#include <string>
#include <vector>

namespace docs_lint::policy {

/// A field that a lessons record gives, and what its value must say.
struct LessonsField {
    std::vector<std::string> names; ///< the first one is how it is called
    std::vector<Expression> says;   ///< its value must match any of them; empty: anything
    std::string expected;           ///< what they look for, in words: `a priority, P0 to P3`
};

/// What the record of a lessons learnt review holds. Source: the output section of the lessons learnt
/// template.
struct Lessons {
    std::vector<std::string> type_fields; ///< header fields that say what was delivered
    std::vector<std::string>
        other_types; ///< records whose type begins so follow another template: no parts are asked for
    std::vector<LessonsField> fields;
    std::vector<std::string> note;                  ///< labels of the note on template applicability
    std::vector<std::vector<std::string>> sections; ///< that must be there, each in all its titles
    std::vector<std::string> improvement_sections;  ///< titles
    std::vector<Expression>
        version_steps; ///< how a step of a version is claimed: `(?P<from>..)`, `(?P<to>..)`
    std::vector<std::string> action_sections;                          ///< titles
    std::vector<std::string> action_labels, owner_labels, date_labels; ///< columns, and labels in lists
    std::vector<std::string> nothing;          ///< what a section says that has nothing to list: `None`
    std::vector<std::string> escalation_words; ///< `escalated to`
    std::vector<std::string> negations;        ///< words right before them that take them back: `not`
    std::vector<std::string> escalation_roles; ///< ids of roles to whom reviews escalate
};

} // namespace docs_lint::policy
