#pragma once

#include "base/date.hpp"
#include "base/span.hpp"
#include "base/version.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::model {

/// A row of a change log.
struct ChangeLogRow {
    std::string version_text;
    std::optional<base::Version> version;
    std::string date_text; ///< empty where the log has no dates
    std::optional<base::Date> date;
    std::string change;
    bool planned = false; ///< it says that it is still to come
    base::Span source;
    base::Span cut_off = {}; ///< what a row of a table says past the table's last column
};

/// A heading with all that stands under it, up to the next heading of its level or above.
struct Section {
    int level = 1;
    std::string title;
    base::Span heading;
    base::Span source;
};

enum class DeclarationPlace { header, table, fenced_block, line };

/// The current state, wherever a record declares it.
struct StateDeclaration {
    std::string state; ///< as written, without ticks and trailing prose
    DeclarationPlace place = DeclarationPlace::line;
    base::Span source;
};

/// A severity or priority, wherever a record declares it: behind a label, as written.
struct TierDeclaration {
    std::string text;
    DeclarationPlace place = DeclarationPlace::line;
    base::Span source;
};

/// A row of the state transition log.
struct Transition {
    std::string from; ///< as written; empty or a dash for the first one
    std::string to;
    std::optional<base::Moment> when; ///< from `Date` and `Time (UTC)`, or from one timestamp
    std::string gate;                 ///< gate column, if there is one
    std::string number;               ///< of a column that counts the rows
    std::string date_text, time_text; ///< as written
    bool reversion = false;           ///< the row says so
    base::Span source;
};

enum class ActionStatus { unknown, not_started, in_progress, blocked, complete };

/// A row of an action table.
struct Action {
    std::string id;
    std::string description;
    std::string owner;
    std::string deadline_text;
    std::optional<base::Moment> deadline;
    std::string status_text;
    ActionStatus status = ActionStatus::unknown;
    std::string blocked_on;
    std::string evidence;
    std::string belongs_to; ///< the state, phase or gate that its row names, if there is such a column
    base::Span source;
};

/// A line or table cell of a record's text that a rule asks about.
struct TextLine {
    std::string text; ///< what a reader sees
    base::Span source;
};

/// An inline `<!-- docs-lint: ignore[group/rule] until=2026-12-31 reason="..." -->`. It covers the next
/// block, or its own line where text stands beside it.
struct SuppressionComment {
    std::vector<std::string> rules;
    std::string reason;
    std::string until_text;
    std::optional<base::Date> until;
    bool malformed = false;
    base::Span source;
    base::Span covers;
};

/// A line with a box to tick: `- [ ] text`, `[x] text`, `☐ text`, wherever it stands.
struct TaskBox {
    bool ticked = false;
    std::string text;
    base::Span source;
};

} // namespace docs_lint::model
