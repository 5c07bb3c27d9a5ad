#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/written_date.hpp"
#include "model/columns.hpp"
#include "model/record_readers.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <initializer_list>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::TableRow;

struct Columns {
    std::optional<std::size_t> id, description, owner, deadline, status, blocked_on, evidence, belongs_to;
};

Columns columns_of(const Block& table) {
    Columns columns;
    columns.id = find_column(table, {"action id", "id", "#", "no", "nr", "ref", "number", "action no"});
    columns.description = find_column(table, {"description", "action", "next action", "task", "what",
                                              "outstanding action", "action description"});
    columns.owner = find_column(
        table, {"owner", "action owner", "assignee", "assigned to", "responsible", "who", "owner role"});
    columns.deadline = find_column(table, {"deadline", "due", "due date", "by when", "target", "target date",
                                           "due by", "deadline utc", "when"});
    columns.status = find_column(table, {"status", "state", "progress"});
    columns.blocked_on = find_column(
        table, {"blocked on", "blocked by", "blocker", "depends on", "dependency", "dependencies"});
    columns.evidence = find_column(table, {"evidence", "closure evidence", "completion evidence", "proof"});
    columns.belongs_to = find_column(table, {"phase", "for state", "in state", "gate", "for gate"});
    if (columns.status && !columns.belongs_to) columns.belongs_to = find_column(table, {"state"});
    if (columns.belongs_to == columns.status) columns.belongs_to.reset();
    return columns;
}

/// Actions and the day on which each is due, without a word on who does them. `When` beside `What` may as
/// well tell what happened.
bool is_list_of_dues(const Block& table) {
    return find_column(table,
                       {"action", "next action", "outstanding action", "action description", "task"}) &&
           find_column(table,
                       {"deadline", "due", "due date", "by when", "due by", "target date", "deadline utc"});
}

bool is_action_table(const Block& table, const Columns& columns, const policy::SignOffFormat& format) {
    if (!columns.description || (!columns.owner && !is_list_of_dues(table))) return false;
    const auto& header = table.rows.front().cells;
    const bool is_sign_off = std::any_of(header.begin(), header.end(), [&](const markdown::Text& cell) {
        return matches_label(cell.text, format.owner_labels) ||
               matches_label(cell.text, format.validation_labels);
    });
    const bool is_register = find_column(table, {"version", "location", "path"}).has_value();
    return !is_sign_off && !is_register;
}

struct StatusWord {
    std::string_view word;
    ActionStatus status;
};

constexpr StatusWord kWords[] = {
    {"not started", ActionStatus::not_started},
    {"not complete", ActionStatus::in_progress},
    {"not completed", ActionStatus::in_progress},
    {"not done", ActionStatus::in_progress},
    {"not closed", ActionStatus::in_progress},
    {"not resolved", ActionStatus::in_progress},
    {"not blocked", ActionStatus::in_progress},
    {"incomplete", ActionStatus::in_progress},
    {"in progress", ActionStatus::in_progress},
    {"ongoing", ActionStatus::in_progress},
    {"under way", ActionStatus::in_progress},
    {"underway", ActionStatus::in_progress},
    {"started", ActionStatus::in_progress},
    {"active", ActionStatus::in_progress},
    {"partial", ActionStatus::in_progress},
    {"partially", ActionStatus::in_progress},
    {"blocked", ActionStatus::blocked},
    {"on hold", ActionStatus::blocked},
    {"waiting", ActionStatus::blocked},
    {"open", ActionStatus::not_started},
    {"to do", ActionStatus::not_started},
    {"todo", ActionStatus::not_started},
    {"pending", ActionStatus::not_started},
    {"planned", ActionStatus::not_started},
    {"new", ActionStatus::not_started},
    {"complete", ActionStatus::complete},
    {"completed", ActionStatus::complete},
    {"done", ActionStatus::complete},
    {"closed", ActionStatus::complete},
    {"resolved", ActionStatus::complete},
    {"finished", ActionStatus::complete},
    {"delivered", ActionStatus::complete},
    {"not finished", ActionStatus::in_progress},
    {"not delivered", ActionStatus::in_progress},
    {"to be finished", ActionStatus::in_progress},
    {"to be delivered", ActionStatus::in_progress},
    {"unfinished", ActionStatus::in_progress},
    {"undelivered", ActionStatus::in_progress},
    {"not fully", ActionStatus::in_progress},
    {"not quite", ActionStatus::in_progress},
    {"not entirely", ActionStatus::in_progress},
    {"not all", ActionStatus::in_progress},
    {"not yet", ActionStatus::in_progress},
    {"never", ActionStatus::in_progress},
    {"to be", ActionStatus::not_started},
    {"will be", ActionStatus::not_started},
    {"partly", ActionStatus::in_progress},
    {"half", ActionStatus::in_progress},
    {"mostly", ActionStatus::in_progress},
    {"largely", ActionStatus::in_progress},
    {"almost", ActionStatus::in_progress},
    {"nearly", ActionStatus::in_progress},
    {"100 %", ActionStatus::complete},
    {"100%", ActionStatus::complete},
    {"not 100 %", ActionStatus::in_progress},
    {"not 100%", ActionStatus::in_progress},
};

ActionStatus status_of_glyph(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const GlyphMention mention =
            static_cast<unsigned char>(text[at]) < 0x80 ? GlyphMention{} : glyph_at(text.substr(at));
        if (mention.glyph == Glyph::positive) return ActionStatus::complete;
        if (mention.glyph == Glyph::negative) return ActionStatus::blocked;
    }
    return ActionStatus::unknown;
}

/// A cross, a red light or an empty box at the front.
bool begins_with_no(std::string_view text) {
    const std::string_view front = base::trim(text);
    for (const std::string_view box : {"[ ]", "☐", "⬜"})
        if (front.starts_with(box)) return true;
    return glyph_at(front).glyph == Glyph::negative;
}

/// `Complete?`, `Done: no`, `Closed, reopened`, `Complete ❌` behind the word, or `90 %` on either side of it.
bool is_taken_back(std::string_view before, std::string_view behind) {
    static const re2::RE2 doubt(R"([\s(*_`]*(?:\?|[:=–—-]\s*(?:no|not yet|false|n)\s*(?:$|[.,;)])))");
    static const re2::RE2 reopened(R"(\bre[^a-z]?opened\b)");
    static const re2::RE2 closed_again(
        R"(\bre[^a-z]?opened\b.*\b(?:complete|completed|closed|done|resolved)\b)");
    static const re2::RE2 part_before(R"((?:^|[^0-9.])[0-9]{1,2}(?:[.,][0-9]+)?\s*(?:%|per ?cent)\s*$)");
    static const re2::RE2 part_behind(R"([\s:(]*[0-9]{1,2}(?:[.,][0-9]+)?\s*(?:%|per ?cent))");
    const re2::StringPiece rest(behind.data(), behind.size());
    const auto begins_with = [rest](const re2::RE2& pattern) {
        return pattern.Match(rest, 0, rest.size(), re2::RE2::ANCHOR_START, nullptr, 0);
    };
    return begins_with_no(behind) || begins_with(doubt) || begins_with(part_behind) ||
           re2::RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), part_before) ||
           (re2::RE2::PartialMatch(rest, reopened) && !re2::RE2::PartialMatch(rest, closed_again));
}

struct FoundStatus {
    std::size_t begin = 0;
    std::size_t size = 0;
    ActionStatus status = ActionStatus::unknown;
};

/// The first status word counts, of those that begin together the longest.
FoundStatus find_status(std::string_view text) {
    FoundStatus found{text.size(), 0, ActionStatus::unknown};
    for (const StatusWord& known : kWords) {
        const auto at = find_word(text, known.word);
        if (!at || *at > found.begin || (*at == found.begin && known.word.size() <= found.size)) continue;
        found = {*at, known.word.size(), known.status};
    }
    return found;
}

ActionStatus status_in(std::string_view written) {
    if (base::find_deceptive_character(without_glyphs(written)) ||
        written.find("~~") != std::string_view::npos)
        return ActionStatus::unknown;
    const std::string read = base::collapse_blanks(base::fold_look_alikes(written));
    const std::string_view text = read;
    const FoundStatus found = find_status(text);
    if (found.status == ActionStatus::unknown && without_glyphs(text).empty()) return status_of_glyph(text);
    if (found.status != ActionStatus::complete) return found.status;
    const bool denied = begins_with_no(text) ||
                        is_taken_back(text.substr(0, found.begin), text.substr(found.begin + found.size));
    return denied ? ActionStatus::in_progress : ActionStatus::complete;
}

/// A date that begins the text, or follows a word that leads to one. `TBC (was 2026-03-01)` has none.
std::optional<base::Moment> deadline_in(std::string_view text) {
    static const re2::RE2 lead(
        R"((?i)[\s*_]*(?:~~[^~]*~~\s*)?(?:(?:by|before|on|due|until|no later than|end of day|end of|eod|cob|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?)[\s:]+)*)");
    const std::string bare = without_glyphs(text);
    for (const base::MomentMention& moment : base::find_moments(bare))
        if (re2::RE2::FullMatch(re2::StringPiece(bare.data(), moment.begin), lead)) return moment.moment;
    const auto written = base::find_written_date(bare);
    const bool leads = written && written->date && !written->other &&
                       re2::RE2::FullMatch(re2::StringPiece(bare.data(), written->source.begin), lead);
    return leads ? std::optional(base::Moment{*written->date, std::nullopt}) : std::nullopt;
}

/// Two owners on two lines of a cell are two, as with a comma.
std::string owners_in(const markdown::Text& cell) {
    std::string owners;
    for (const markdown::Text& line : split_at_breaks(cell)) {
        const std::string_view name = base::trim(line.text);
        if (!owners.empty() && !name.empty()) owners += ", ";
        owners += name;
    }
    return owners;
}

Action read_row(const TableRow& row, const Columns& columns) {
    Action action;
    action.id = cell_at(row, columns.id).text;
    action.description = cell_at(row, columns.description).text;
    action.owner = owners_in(cell_at(row, columns.owner));
    action.deadline_text = cell_at(row, columns.deadline).text;
    action.deadline = deadline_in(action.deadline_text);
    action.status_text = cell_at(row, columns.status).text;
    action.status = status_in(action.status_text);
    action.blocked_on = cell_at(row, columns.blocked_on).text;
    action.evidence = cell_at(row, columns.evidence).text;
    action.belongs_to = cell_at(row, columns.belongs_to).text;
    action.source = row.source;
    return action;
}

bool is_empty(const Action& action) {
    for (const std::string* text :
         {&action.description, &action.owner, &action.deadline_text, &action.status_text})
        if (!is_blank_or_dash(*text)) return false;
    return true;
}

} // namespace

std::vector<Action> read_actions(const BlockTree& tree, const policy::SignOffFormat& format) {
    std::vector<Action> actions;
    for (const Block* table : tree.own_tables()) {
        const Columns columns = columns_of(*table);
        if (!is_action_table(*table, columns, format)) continue;
        for (std::size_t at = 1; at < table->rows.size(); ++at) {
            Action action = read_row(table->rows[at], columns);
            if (!is_empty(action)) actions.push_back(std::move(action));
        }
    }
    return actions;
}

} // namespace docs_lint::model
