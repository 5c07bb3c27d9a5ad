#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/log_tables.hpp"
#include "model/record_readers.hpp"
#include "model/status_words.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <iterator>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::TableRow;

bool says_utc(const Block& table, std::optional<std::size_t> column) {
    return column && find_word(table.rows.front().cells[*column].text, "utc").has_value();
}

TransitionColumns columns_of(const Block& table) {
    TransitionColumns columns;
    columns.from = find_column(
        table, {"from", "from state", "previous state", "previous", "before", "old state", "state from"});
    columns.to =
        find_column(table, {"to", "to state", "next state", "next", "after", "new state", "state to"});
    columns.both =
        find_column(table, {"from to", "transition", "state transition", "state change", "from to state"});
    columns.date = find_column(table, {"date",
                                       "date utc",
                                       "timestamp",
                                       "timestamp utc",
                                       "utc timestamp",
                                       "date time",
                                       "date time utc",
                                       "datetime",
                                       "datetime utc",
                                       "when",
                                       "when utc",
                                       "date and time",
                                       "date and time utc",
                                       "logged at",
                                       "logged",
                                       "logged on",
                                       "entered at",
                                       "entered",
                                       "entered on",
                                       "recorded at",
                                       "recorded",
                                       "recorded on",
                                       "at"});
    columns.time = find_column(table, {"time", "time utc", "utc time", "utc"});
    columns.gate = find_column(table, {"gate", "gate passed", "via gate", "gate ref", "trigger gate"});
    columns.status = find_column(table, {"status"});
    columns.number = find_column(table, {"#", "no", "nr", "number", "id"});
    columns.utc = says_utc(table, columns.date) || says_utc(table, columns.time);
    return columns;
}

std::optional<base::Moment> first_moment(std::string_view text) {
    const auto moments = base::find_moments(text);
    return moments.empty() ? std::nullopt : moments.front().moment;
}

bool has_zone(std::string_view time) {
    return find_word(time, "utc").has_value() ||
           (!time.empty() && (time.back() == 'Z' || time.back() == 'z'));
}

/// `09:40`, `09:40 UTC`, `09:40:10Z` beside a date.
std::optional<base::Moment> with_time(base::Date date, std::string_view time) {
    static const re2::RE2 pattern(R"(\s*([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\s*(?:Z|z|UTC|utc)?\s*)");
    std::string clock;
    if (!re2::RE2::FullMatch(re2::StringPiece(time.data(), time.size()), pattern, &clock))
        return std::nullopt;
    if (clock.find(':') == 1) clock.insert(0, "0");
    return base::parse_moment(base::to_string(date) + " " + clock + " UTC");
}

/// `2026-02-25 09:40` in a column that says UTC.
std::optional<base::Moment> with_clock_behind(std::string_view text) {
    static const re2::RE2 pattern(R"(([0-9]{4}-[0-9]{2}-[0-9]{2})[T ,]+([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?))");
    std::string date;
    std::string clock;
    if (!re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &date, &clock))
        return std::nullopt;
    const auto day = base::parse_date(date);
    return day ? with_time(*day, clock) : std::nullopt;
}

std::optional<base::Moment> moment_of(const TableRow& row, const TransitionColumns& columns) {
    const std::string date = without_glyphs(cell_at(row, columns.date).text);
    const std::string time = without_glyphs(cell_at(row, columns.time).text);
    const auto written = first_moment(date);
    if (!columns.time || is_blank_or_dash(time)) {
        if (written && !written->time_of_day && columns.utc)
            if (const auto full = with_clock_behind(date)) return full;
        return written;
    }
    if (!written || written->time_of_day) return written ? written : first_moment(time);
    const auto full = with_time(written->date, time);
    return full && (columns.utc || has_zone(time)) ? full : written;
}

std::string cell_text(const TableRow& row, std::optional<std::size_t> column) {
    return without_glyphs(cell_at(row, column).text);
}

/// Of one cell; without an arrow it names the state that was reached.
void read_both(Transition& transition, const std::string text) {
    for (const std::string_view arrow : {"→", "⟶", "➔", "➜", "->", "=>", " to "}) {
        const std::size_t at = text.find(arrow);
        if (at == std::string::npos) continue;
        transition.from = without_glyphs(std::string_view(text).substr(0, at));
        transition.to = without_glyphs(std::string_view(text).substr(at + arrow.size()));
        return;
    }
    transition.to = text;
}

bool is_reversion(const TableRow& row) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:revert(?:s|ed|ing)?|reversion|reversal|reopened|rolled back|sent back)\b)");
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
        return re2::RE2::PartialMatch(re2::StringPiece(cell.text), pattern);
    });
}

/// A gate overview lists what is still to come, too.
bool is_still_open(const TableRow& row, const TransitionColumns& columns,
                   const policy::SignOffFormat& format) {
    const StatusClaim claim = read_status_claim(cell_at(row, columns.status).text, format);
    return claim.open && !claim.passed;
}

bool is_one_of(const std::string& text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return base::equals_ignoring_case(text, word); });
}

bool begins_with_one_of(const std::string& text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return starts_with_ignoring_case(text, word) && !word_begins_at(text, word.size());
    });
}

/// The row was written before the state changed: a cell says so and no more (`pending`), or, where the row
/// has no date, begins with it (`pending the review`). A dash for a date says nothing.
bool is_written_ahead(const TableRow& row, const TransitionColumns& columns, bool dated,
                      const policy::SignOffFormat& format) {
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        if (at == columns.from || at == columns.to || at == columns.both) continue;
        const std::string text = without_glyphs(row.cells[at].text);
        if (is_one_of(text, format.pending_words) || is_one_of(text, format.status_open)) return true;
        if (!dated &&
            (begins_with_one_of(text, format.pending_words) || begins_with_one_of(text, format.status_open)))
            return true;
    }
    return false;
}

/// Nobody plans to go back on a day that is known: such a row tells of what happened, and of what waits now.
bool is_dated_way_back(const Transition& row, const policy::Process* process) {
    if (process == nullptr || !row.when) return false;
    const auto from = process->rank_of(row.from);
    const auto to = process->rank_of(row.to);
    return from && to && *to < *from;
}

/// The rows that happened. One that says that it is still to come did happen where a later one has.
std::vector<Transition> without_planned(std::vector<std::pair<Transition, bool>> rows) {
    std::optional<base::Moment> newest;
    for (const auto& [row, ahead] : rows)
        if (!ahead && row.when && (!newest || base::surely_before(*newest, *row.when))) newest = row.when;
    std::vector<Transition> happened;
    for (auto& [row, ahead] : rows)
        if (!ahead || (row.when && newest && !base::surely_before(*newest, *row.when)))
            happened.push_back(std::move(row));
    return happened;
}

void read_ends(Transition& transition, const TableRow& row, const TransitionColumns& columns,
               const policy::Process* process) {
    if (columns.from && columns.to) {
        transition.from = cell_text(row, columns.from);
        transition.to = cell_text(row, columns.to);
        if (is_blank_or_dash(transition.to)) read_both(transition, transition.from);
    } else {
        read_both(transition, cell_text(row, columns.both));
    }
    if (process == nullptr) return;
    transition.from = known_state_or_all(transition.from, *process);
    transition.to = known_state_or_all(transition.to, *process);
}

void read_rows(std::vector<Transition>& log, const Block& table, const TransitionColumns& columns,
               const policy::SignOffFormat& format, const policy::Process* process) {
    std::vector<std::pair<Transition, bool>> rows;
    for (std::size_t at = 1; at < table.rows.size(); ++at) {
        const TableRow& row = table.rows[at];
        Transition transition;
        read_ends(transition, row, columns, process);
        transition.when = moment_of(row, columns);
        transition.gate = cell_text(row, columns.gate);
        transition.number = cell_text(row, columns.number);
        transition.date_text = cell_text(row, columns.date);
        transition.time_text = cell_text(row, columns.time);
        transition.reversion = is_reversion(row);
        transition.source = row.source;
        const bool says_ahead = is_written_ahead(row, columns, transition.when.has_value(), format) ||
                                (columns.status && is_still_open(row, columns, format));
        const bool ahead = says_ahead && !is_dated_way_back(transition, process);
        if (!is_blank_or_dash(transition.from) || !is_blank_or_dash(transition.to))
            rows.emplace_back(std::move(transition), ahead);
    }
    auto happened = without_planned(std::move(rows));
    std::move(happened.begin(), happened.end(), std::back_inserter(log));
}

} // namespace

std::vector<TransitionTable> find_transition_tables(const BlockTree& tree) {
    std::vector<TransitionTable> tables;
    for (const Block* table : tree.own_tables())
        if (const TransitionColumns columns = columns_of(*table); columns.is_log())
            tables.push_back({table, columns});
    return tables;
}

std::vector<Transition> read_transitions(const BlockTree& tree, const policy::SignOffFormat& format,
                                         const policy::Process* process) {
    std::vector<Transition> log;
    for (const TransitionTable& one : find_transition_tables(tree))
        read_rows(log, *one.table, one.columns, format, process);
    return log;
}

} // namespace docs_lint::model
