#include "base/text.hpp"
#include "engine/new_rows.hpp"
#include "engine/table_rows.hpp"
#include "facts/transition_log.hpp"
#include "model/log_tables.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using facts::DocumentFacts;
using model::TransitionTable;

/// A step from the state in which the log ends.
struct Step {
    std::optional<std::size_t> from; ///< nothing: the record is opened
    std::size_t to = 0;
    const policy::ProcessGate* gate = nullptr; ///< that it passes; null for the opening and for a way back
};

std::vector<std::string> states_behind(const policy::Process& process, std::size_t from) {
    std::vector<std::string> names;
    for (const policy::ProcessGate& gate : process.gates)
        if (process.rank_of(gate.from) == from) names.push_back(gate.to);
    for (const policy::Reversion& one : process.reversions)
        if (process.rank_of(one.from) == from) names.push_back(one.to);
    return names;
}

tl::unexpected<base::Error> no_such_step(const policy::Process& process, std::size_t from,
                                         const std::string& to) {
    const auto names = states_behind(process, from);
    return fail(ErrorKind::usage,
                fmt::format("the process has no step from {} to {}", process.states[from], to),
                names.empty()
                    ? "nothing follows that state"
                    : fmt::format("{} leads to {}", process.states[from], base::list_in_words(names, "or")));
}

Result<Step> find_step(const DocumentFacts& document, const facts::TransitionLog& log,
                       const std::string& wanted) {
    const policy::Process& process = *document.process;
    const auto to = process.rank_of(wanted);
    if (!to)
        return fail(ErrorKind::usage, fmt::format("the process has no state {}", wanted),
                    fmt::format("its states are {}", base::list_in_words(process.states)));
    if (log.rows.empty() && *to == 0) return Step{std::nullopt, 0, nullptr};
    const std::size_t from = log.rows.empty() ? 0 : log.rows.back().to;
    for (const policy::ProcessGate& gate : process.gates)
        if (process.rank_of(gate.from) == from && process.rank_of(gate.to) == to)
            return Step{from, *to, &gate};
    for (const policy::Reversion& one : process.reversions)
        if (process.rank_of(one.from) == from && process.rank_of(one.to) == to)
            return Step{from, *to, nullptr};
    return no_such_step(process, from, process.states[*to]);
}

/// What an item of the gate still lacks, so that the step would be a claim without a sign-off.
std::vector<std::string> unsigned_items(const facts::GateFacts& gate) {
    std::vector<std::string> ids;
    for (const facts::ItemFacts& item : gate.items)
        if (!item.signed_off)
            ids.push_back(item.definition != nullptr ? item.definition->id : item.item->title);
    for (const policy::ProcessItem* item : gate.missing) ids.push_back(item->id);
    return ids;
}

Result<void> check_gate(const DocumentFacts& document, const Step& step) {
    if (step.gate == nullptr) return {};
    for (const facts::GateFacts& gate : document.gates) {
        if (gate.definition != step.gate) continue;
        if (gate.passed()) return {};
        return fail(
            ErrorKind::usage,
            fmt::format("gate {} is not signed off: {}", gate.id, base::list_in_words(unsigned_items(gate))),
            "sign them off first; `docs-lint status` says what each of them waits for");
    }
    return fail(ErrorKind::usage, fmt::format("{} has no gate {}", document->path, step.gate->id),
                "a state changes only when its gate is signed off");
}

/// The table that holds the log; the first one with its columns where no row is there yet.
const TransitionTable* table_of(const std::vector<TransitionTable>& tables, const facts::TransitionLog& log) {
    for (const TransitionTable& one : tables)
        for (const markdown::TableRow& row : one.table->rows)
            if (!log.rows.empty() && row.source == log.rows.back().row->source) return &one;
    return log.rows.empty() && !tables.empty() ? &tables.front() : nullptr;
}

std::size_t place_in(const TransitionTable& table, const facts::TransitionLog& log) {
    if (log.rows.empty()) return table.table->rows.size();
    for (std::size_t at = 1; at < table.table->rows.size(); ++at)
        if (table.table->rows[at].source == log.rows.back().row->source)
            return log.newest_first ? at : at + 1;
    return table.table->rows.size();
}

std::string clock_of(std::chrono::seconds time) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time).count();
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string next_number(const facts::TransitionLog& log) {
    unsigned number = 0;
    for (const facts::LogRow& row : log.rows) {
        unsigned one = 0;
        const std::string& text = row.row->number;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), one);
        if (read.ec == std::errc{}) number = std::max(number, one);
    }
    return std::to_string(number + 1);
}

/// Cells of a new row, as far as the step tells them.
class Cells {
public:
    Cells(const TransitionTable& table, const facts::TransitionLog& log)
        : columns_(table.columns), log_(log), cells_(table.table->rows.front().cells.size(), "—") {}

    std::vector<std::string> of(const policy::Process& process, const Step& step, const base::Moment& when) {
        const std::string from = step.from ? process.states[*step.from] : "—";
        const std::string& to = process.states[step.to];
        const bool back = step.from && step.gate == nullptr;
        set(columns_.both,
            fmt::format("{} → {}", from, to)); // before the others: one column may be all of them
        set(columns_.from, from);
        set(columns_.to, to);
        set(columns_.number, next_number(log_));
        set(columns_.gate, step.gate != nullptr ? step.gate->id : back ? "Reverted" : "—");
        set_time(when);
        return std::move(cells_);
    }

private:
    void set(std::optional<std::size_t> column, const std::string& text) {
        if (column && *column < cells_.size()) cells_[*column] = text;
    }

    /// Where the log has no column for the time, one cell says both, unless its rows give days only.
    [[nodiscard]] bool gives_days_only() const {
        return !log_.rows.empty() &&
               std::all_of(log_.rows.begin(), log_.rows.end(), [](const facts::LogRow& row) {
                   return row.row->when && !row.row->when->time_of_day;
               });
    }

    void set_time(const base::Moment& when) {
        const std::string date = base::to_string(when.date);
        if (!when.time_of_day) return set(columns_.date ? columns_.date : columns_.time, date);
        const std::string clock = clock_of(*when.time_of_day);
        if (columns_.date && columns_.time && columns_.date != columns_.time) {
            set(columns_.date, date);
            return set(columns_.time, columns_.utc ? clock : clock + "Z");
        }
        const auto column = columns_.date ? columns_.date : columns_.time;
        set(column, gives_days_only() ? date : fmt::format("{}T{}Z", date, clock));
    }

    const model::TransitionColumns& columns_;
    const facts::TransitionLog& log_;
    std::vector<std::string> cells_;
};

/// Places that still declare another state.
std::vector<std::string> states_to_change(const DocumentFacts& document, const Step& step) {
    std::vector<std::string> next;
    for (const model::StateDeclaration& one : document->states)
        if (document.process->rank_of(one.state) != step.to)
            next.push_back(fmt::format("{}:{} still says {}: bring it to {} in the same commit",
                                       document->path, document->lines.line_of(one.source.begin), one.state,
                                       document.process->states[step.to]));
    return next;
}

Result<const TransitionTable*> find_table(const std::vector<TransitionTable>& tables,
                                          const facts::TransitionLog& log, const std::string& path) {
    if (const TransitionTable* table = table_of(tables, log)) return table;
    return fail(ErrorKind::usage, fmt::format("{} has no state transition log", path),
                "add a table with the columns From | To | Date | Time (UTC)");
}

} // namespace

Result<NewRow> add_transition(const OpenDocument& open, const std::string& to, const base::Moment& when) {
    const DocumentFacts& document = open.document;
    if (document.process == nullptr)
        return fail(ErrorKind::usage, fmt::format("{} follows no process that is known", document->path),
                    "a state transition log belongs to a record whose class has a process");
    const auto log = facts::transition_log(document);
    const auto step = find_step(document, log, to);
    if (!step) return fail(step.error());
    if (const auto signed_off = check_gate(document, *step); !signed_off) return fail(signed_off.error());
    const model::BlockTree tree(open.ast);
    const auto tables = model::find_transition_tables(tree);
    const auto table = find_table(tables, log, document->path);
    if (!table) return fail(table.error());
    auto row = insert_row({document->text, document->lines}, *(*table)->table, place_in(**table, log),
                          Cells(**table, log).of(*document.process, *step, when));
    auto text = edited_text(open, {std::move(row)}, FixScope::next_state);
    if (!text) return fail(text.error());
    return NewRow{
        std::move(*text),
        fmt::format("the log of {} gets a row for {}", document->path, document.process->states[step->to]),
        states_to_change(document, *step)};
}

} // namespace docs_lint::engine
